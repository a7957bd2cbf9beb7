import { DEFAULT_STYLE, fitLength, MOST_SENTENCES, SECTIONS } from '../../sections/index.ts';
import { defineScorer } from '../define-scorer.ts';
import { wordsOf } from '../reading/count-words.ts';
import { withoutReport } from '../reading/no-value.ts';
import { bySection, sentencesOf } from '../reading/sentences-of.ts';
import type { Trial } from '../trial.ts';

/** Few words are never too many. */
const ALWAYS_ROOM = 60;

export const briefLength = defineScorer({
  id: 'brief-length',
  title: 'Length against the brief',
  description:
    'Sections within their length, of all: not more sentences than the style allows, and between half and twice the words that the offline writer needs for the same facts (up to 60 words are never too many).',
  kind: 'share',
  better: 'higher',
  margin: 0.1,
  gating: true,
  deterministic: true,
  score(trial) {
    const none = withoutReport(trial);
    if (none) return none;
    const written = bySection(sentencesOf(trial));
    const ids = trial.report?.sections.map(({ id }) => id) ?? [];
    const off = ids.flatMap((id) => problemOf(id, written.get(id) ?? [], trial));
    return { value: (ids.length - off.length) / ids.length, evidence: off.slice(0, 10) };
  },
});

function problemOf(id: string, sentences: readonly { text: string }[], trial: Trial): string[] {
  const style = { ...DEFAULT_STYLE, ...trial.style };
  const most = MOST_SENTENCES[style.length];
  if (sentences.length > most) return [`${id}: ${sentences.length} sentences, at most ${most} wanted`];
  const section = SECTIONS.find((one) => one.id === id);
  if (!section) return [];
  const byId = new Map(trial.facts.facts.map((fact) => [fact.id, fact.display]));
  const needed = fitLength(section.offline(trial.facts, style), section.mustMention(trial.facts), style)
    .flat()
    .reduce((sum, { text }) => sum + wordsOf(fill(text, byId)).length, 0);
  const words = sentences.reduce((sum, { text }) => sum + wordsOf(text).length, 0);
  const [least, upmost] = [Math.floor(needed / 2), Math.max(2 * needed, ALWAYS_ROOM)];
  return words < least || words > upmost ? [`${id}: ${words} words, ${least} to ${upmost} wanted`] : [];
}

function fill(template: string, displays: ReadonlyMap<string, string>): string {
  return template.replace(/\{\{\s*([^{}\s]+)\s*\}\}/gu, (slot, id: string) => displays.get(id) ?? slot);
}

import type { FactSheet } from '../../../schemas/index.ts';
import { UsageError } from '../../errors.ts';
import { SECTIONS } from '../../sections/index.ts';
import { defineScorer } from '../define-scorer.ts';
import { findNames } from '../reading/find-names.ts';
import { inapplicable, missing } from '../reading/no-value.ts';
import { groupOf } from '../reading/read-sentence.ts';
import { type ReportSentence, sentencesOf } from '../reading/sentences-of.ts';
import type { Trial } from '../trial.ts';

export const mustMention = defineScorer({
  id: 'must-mention',
  title: 'Coverage of what must be said',
  description:
    'What the sections must mention and what the case expects (`mention`), as far as sentences of the finished report cite it; a skill also where it is named.',
  kind: 'share',
  better: 'higher',
  margin: 0.02,
  gating: true,
  deterministic: true,
  score(trial) {
    const wanted = wantedOf(trial);
    if (wanted.length === 0) return inapplicable('nothing must be mentioned');
    if (!trial.report) return missing('no report was handed over');
    const sentences = sentencesOf(trial);
    const absent = wanted.filter(({ any, section }) => {
      const within = sentences.filter((sentence) => section === undefined || sentence.section === section);
      return !any.some((id) => isSaid(id, within, trial.facts));
    });
    return {
      value: (wanted.length - absent.length) / wanted.length,
      evidence: [
        `${wanted.length - absent.length} of ${wanted.length} said`,
        ...absent.map(({ what, section }) => `not said: ${what}${section ? ` (${section})` : ''}`),
      ].slice(0, 10),
    };
  },
});

interface Wanted {
  any: readonly string[];
  what: string;
  /** The section that must say it; undefined: any. */
  section?: string;
}

function wantedOf({ case: theCase, facts, report }: Trial): Wanted[] {
  const expected = theCase.expect.mention ?? [];
  const unknown = expected.find((id) => !facts.facts.some((fact) => fact.id === id));
  if (unknown !== undefined)
    throw new UsageError(
      `cannot score the case ${theCase.id}: found no fact "${unknown}" among its facts, expected every id of "mention" to be one`,
    );
  const ids = report && new Set(report.sections.map(({ id }) => id));
  return [
    ...SECTIONS.filter(({ id }) => !ids || ids.has(id)).flatMap((section) =>
      section.mustMention(facts).map(({ any, what }) => ({ any, what, section: section.id })),
    ),
    ...expected.map((id) => ({ any: [id], what: id })),
  ];
}

function isSaid(id: string, sentences: readonly ReportSentence[], facts: FactSheet): boolean {
  if (sentences.some((sentence) => sentence.facts.includes(id))) return true;
  if (!id.startsWith('skill.') || groupOf(id) !== id) return false;
  return sentences.some(({ text }) => findNames(text, facts).some(({ groups }) => groups.has(id)));
}

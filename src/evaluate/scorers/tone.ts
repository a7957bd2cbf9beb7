import { DEFAULT_STYLE } from '../../sections/index.ts';
import { defineScorer } from '../define-scorer.ts';
import { citedSentences } from '../reading/cited-sentences.ts';
import { isOffline, withoutFirst, withoutReport } from '../reading/no-value.ts';
import { shorten } from '../reading/shorten.ts';
import { OFF_TONE } from '../words/tone.ts';

export const tone = defineScorer({
  id: 'tone',
  title: 'One tone',
  description:
    'Sentences in the tone of the style, of all: without praise that nothing supports, hollow phrases, exclamation marks (plain, formal) and contractions (formal). In the first draft of a model, else in the report.',
  kind: 'share',
  better: 'higher',
  margin: 0.02,
  gating: false,
  deterministic: true,
  score(trial) {
    const none = isOffline(trial) ? withoutReport(trial) : withoutFirst(trial);
    if (none) return none;
    const patterns = OFF_TONE[{ ...DEFAULT_STYLE, ...trial.style }.tone];
    // Names and titles that stand in slots are not the writer's words.
    const own = (template: string) => template.replace(/\{\{[^{}]*\}\}/gu, ' ');
    const all = citedSentences(trial);
    const off = all.flatMap(({ template, text }) => {
      const found = patterns.map((pattern) => pattern.exec(own(template))).find(Boolean);
      return found ? [shorten(`${found[0]} in "${text}"`)] : [];
    });
    return { value: (all.length - off.length) / all.length, evidence: off.slice(0, 10) };
  },
});

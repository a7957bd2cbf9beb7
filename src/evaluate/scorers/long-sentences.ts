import { defineScorer } from '../define-scorer.ts';
import { wordsOf } from '../reading/count-words.ts';
import { withoutReport } from '../reading/no-value.ts';
import { sentencesOf } from '../reading/sentences-of.ts';
import { shorten } from '../reading/shorten.ts';

/** Guides to plain language name 25 to 40 words as the most that a reader holds on to. */
const MOST = 35;

export const longSentences = defineScorer({
  id: 'long-sentences',
  title: 'Long sentences',
  description: `Sentences of the report's prose with more than ${MOST} words, of all.`,
  kind: 'share',
  better: 'lower',
  margin: 0.05,
  gating: false,
  deterministic: true,
  score(trial) {
    const none = withoutReport(trial);
    if (none) return none;
    const all = sentencesOf(trial);
    const long = all.filter(({ text }) => wordsOf(text).length > MOST);
    return {
      value: long.length / all.length,
      evidence: long.slice(0, 10).map(({ text }) => shorten(`${wordsOf(text).length} words: "${text}"`)),
    };
  },
});

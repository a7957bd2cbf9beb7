import { defineScorer } from '../define-scorer.ts';
import { wordsOf } from '../reading/count-words.ts';
import { withoutReport } from '../reading/no-value.ts';
import { sentencesOf } from '../reading/sentences-of.ts';
import { shorten } from '../reading/shorten.ts';

export const sentenceLength = defineScorer({
  id: 'sentence-length',
  title: 'Length of sentences',
  description: "Words of a sentence of the report's prose, on average.",
  kind: 'amount',
  unit: 'words',
  better: 'lower',
  margin: 2,
  gating: false,
  deterministic: true,
  score(trial) {
    const none = withoutReport(trial);
    if (none) return none;
    const lengths = sentencesOf(trial)
      .map(({ text }) => ({ text, words: wordsOf(text).length }))
      .sort((a, b) => b.words - a.words);
    return {
      value: lengths.reduce((sum, { words }) => sum + words, 0) / lengths.length,
      evidence: lengths.slice(0, 3).map(({ text, words }) => shorten(`${words} words: "${text}"`)),
    };
  },
});

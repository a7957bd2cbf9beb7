import { flesch } from 'flesch';
import { defineScorer } from '../define-scorer.ts';
import { countSyllables } from '../reading/count-syllables.ts';
import { wordsOf } from '../reading/count-words.ts';
import { missing, withoutReport } from '../reading/no-value.ts';
import { sentencesOf } from '../reading/sentences-of.ts';

export const readability = defineScorer({
  id: 'readability',
  title: 'Readability',
  description:
    "Flesch's reading ease of the report's prose, cut to 0 (hard) to 100 (easy). Names and figures count as printed.",
  kind: 'amount',
  unit: 'points of 100',
  better: 'higher',
  margin: 5,
  gating: true,
  deterministic: true,
  score(trial) {
    const none = withoutReport(trial);
    if (none) return none;
    const sentences = sentencesOf(trial);
    const words = sentences.flatMap(({ text }) => wordsOf(text));
    if (words.length === 0) return missing('the prose has no words');
    const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0);
    const ease = flesch({ sentence: sentences.length, word: words.length, syllable: syllables });
    return {
      value: Math.min(100, Math.max(0, ease)),
      evidence: [`${sentences.length} sentences, ${words.length} words, ${syllables} syllables`],
    };
  },
});

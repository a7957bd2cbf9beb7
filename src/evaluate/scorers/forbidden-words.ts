import { defineScorer } from '../define-scorer.ts';
import { findWords } from '../reading/find-words.ts';
import { inapplicable, missing } from '../reading/no-value.ts';

export const forbiddenWords = defineScorer({
  id: 'forbidden-words',
  title: 'Forbidden words',
  description:
    'How often words or phrases that the case forbids (`forbid`) stand in the finished report, tables included; whole words in any case.',
  kind: 'amount',
  unit: 'times',
  better: 'lower',
  margin: 0.05,
  gating: false,
  deterministic: true,
  score(trial) {
    const words = trial.case.expect.forbid ?? [];
    if (words.length === 0) return inapplicable('the case forbids no words');
    if (!trial.report) return missing('no report was handed over');
    const text = fold(trial.text);
    const found = words.flatMap((word) => {
      const times = findWords(text, fold(word)).length;
      return times > 0 ? [{ word, times }] : [];
    });
    return {
      value: found.reduce((sum, { times }) => sum + times, 0),
      evidence: found.slice(0, 10).map(({ word, times }) => `"${word}" ${times} times`),
    };
  },
});

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

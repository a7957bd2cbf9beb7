import { defineScorer } from '../define-scorer.ts';
import { contradictionsIn, describeFindings } from '../reading/contradictions.ts';
import { wordsOf } from '../reading/count-words.ts';
import { withoutFirst } from '../reading/no-value.ts';

export const contradictionsFirst = defineScorer({
  id: 'contradictions-first',
  title: 'Contradictions, first draft',
  description:
    "Sentences of the model's first draft that contradict the facts or each other, by the checker, for each 1,000 words of it.",
  kind: 'amount',
  unit: 'per 1,000 words',
  better: 'lower',
  margin: 0.5,
  gating: true,
  deterministic: true,
  score(trial) {
    const none = withoutFirst(trial);
    if (none) return none;
    const found = contradictionsIn(trial.first.findings);
    const words = trial.first.sentences.reduce((sum, { text }) => sum + wordsOf(text).length, 0);
    return {
      value: (1000 * found.length) / Math.max(1, words),
      evidence: [`${found.length} in ${words} words`, ...describeFindings(found)].slice(0, 10),
    };
  },
});

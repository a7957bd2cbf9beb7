import { defineScorer } from '../define-scorer.ts';
import { contradictionsIn, describeFindings } from '../reading/contradictions.ts';
import { wordsOf } from '../reading/count-words.ts';
import { withoutReport } from '../reading/no-value.ts';
import { sentencesOf } from '../reading/sentences-of.ts';

export const contradictionsFinal = defineScorer({
  id: 'contradictions-final',
  title: 'Contradictions, final report',
  description:
    'Places of the finished report, tables included, that contradict the facts or each other, for each 1,000 words of its prose.',
  kind: 'amount',
  unit: 'per 1,000 words',
  better: 'lower',
  margin: 0.5,
  gating: false,
  deterministic: true,
  score(trial) {
    const none = withoutReport(trial);
    if (none) return none;
    const found = contradictionsIn(trial.findings);
    const words = sentencesOf(trial).reduce((sum, { text }) => sum + wordsOf(text).length, 0);
    return {
      value: (1000 * found.length) / Math.max(1, words),
      evidence: [`${found.length} in ${words} words`, ...describeFindings(found)].slice(0, 10),
    };
  },
});

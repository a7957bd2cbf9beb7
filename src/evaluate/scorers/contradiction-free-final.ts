import { defineScorer } from '../define-scorer.ts';
import { contradictionsIn, describeFindings } from '../reading/contradictions.ts';
import { withoutReport } from '../reading/no-value.ts';
import { sentencesOf } from '../reading/sentences-of.ts';

export const contradictionFreeFinal = defineScorer({
  id: 'contradiction-free-final',
  title: 'Free of contradictions, final report',
  description:
    'Whether the finished report contradicts the facts nowhere; 0 too where a report was held back for its contradictions.',
  kind: 'binary',
  better: 'higher',
  margin: 0.01,
  gating: false,
  deterministic: true,
  score(trial) {
    const found = contradictionsIn(trial.findings);
    if (found.length > 0) return { value: 0, evidence: describeFindings(found) };
    const none = withoutReport(trial);
    if (none) return none;
    return { value: 1, evidence: [`${sentencesOf(trial).length} sentences`] };
  },
});

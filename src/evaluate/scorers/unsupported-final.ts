import { defineScorer } from '../define-scorer.ts';
import { describeFindings, unsupportedIn } from '../reading/contradictions.ts';
import { withoutReport } from '../reading/no-value.ts';

export const unsupportedFinal = defineScorer({
  id: 'unsupported-final',
  title: 'Unsupported claims, final report',
  description:
    'Claims of the finished report on skills, degrees, certificates, employers, leadership or resources that no fact knows.',
  kind: 'amount',
  unit: 'claims',
  better: 'lower',
  margin: 0.2,
  gating: false,
  deterministic: true,
  score(trial) {
    const none = withoutReport(trial);
    if (none) return none;
    const found = unsupportedIn(trial.findings);
    return { value: found.length, evidence: describeFindings(found) };
  },
});

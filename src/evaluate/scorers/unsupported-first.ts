import { defineScorer } from '../define-scorer.ts';
import { describeFindings, unsupportedIn } from '../reading/contradictions.ts';
import { withoutFirst } from '../reading/no-value.ts';

export const unsupportedFirst = defineScorer({
  id: 'unsupported-first',
  title: 'Unsupported claims, first draft',
  description:
    'Claims of a model’s first draft on skills, degrees, certificates, employers, leadership or resources that no fact knows.',
  kind: 'amount',
  unit: 'claims',
  better: 'lower',
  margin: 0.2,
  gating: false,
  deterministic: true,
  score(trial) {
    const none = withoutFirst(trial);
    if (none) return none;
    const found = unsupportedIn(trial.first.findings);
    return { value: found.length, evidence: describeFindings(found) };
  },
});

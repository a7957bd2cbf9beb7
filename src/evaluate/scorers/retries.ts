import { defineScorer } from '../define-scorer.ts';
import { inapplicable, isOffline } from '../reading/no-value.ts';

export const retries = defineScorer({
  id: 'retries',
  title: 'Retries',
  description: 'Calls that failed on the way and were made again.',
  kind: 'amount',
  unit: 'calls',
  better: 'lower',
  margin: 0.5,
  gating: false,
  deterministic: true,
  score(trial) {
    if (isOffline(trial)) return inapplicable('no model was asked');
    const { retries: value, calls } = trial.usage;
    return { value, evidence: [`${value} besides ${calls} calls`] };
  },
});

import { defineScorer } from '../define-scorer.ts';
import { inapplicable, isOffline } from '../reading/no-value.ts';

export const cost = defineScorer({
  id: 'cost',
  title: 'Cost',
  description: 'Price of the tokens of a report by the price table.',
  kind: 'amount',
  unit: 'USD',
  better: 'lower',
  margin: 0.005,
  gating: false,
  deterministic: true,
  score(trial) {
    if (isOffline(trial)) return inapplicable('no model was asked');
    if (trial.usage.cost === null)
      return inapplicable('the model has no price, or its tokens were not counted');
    return { value: trial.usage.cost, evidence: [`${trial.usage.calls} calls`] };
  },
});

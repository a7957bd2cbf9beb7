import { defineScorer } from '../define-scorer.ts';
import { inapplicable, isOffline } from '../reading/no-value.ts';

export const unreadableReplies = defineScorer({
  id: 'unreadable-replies',
  title: 'Unreadable replies',
  description: 'Replies of the model that could not be read as a draft, whatever came of asking again.',
  kind: 'amount',
  unit: 'replies',
  better: 'lower',
  margin: 0.2,
  gating: false,
  deterministic: true,
  score(trial) {
    if (isOffline(trial)) return inapplicable('no model was asked');
    const value = trial.first.unusable ?? 0;
    return { value, evidence: [`${value} of ${trial.usage.calls} calls`] };
  },
});

import { defineScorer } from '../define-scorer.ts';
import { inapplicable, isOffline } from '../reading/no-value.ts';

export const tokens = defineScorer({
  id: 'tokens',
  title: 'Tokens',
  description: 'Tokens sent and received for a report, as the server counted them.',
  kind: 'amount',
  unit: 'tokens',
  better: 'lower',
  margin: 1000,
  gating: false,
  deterministic: true,
  score(trial) {
    if (isOffline(trial)) return inapplicable('no model was asked');
    const { inputTokens, outputTokens, calls } = trial.usage;
    if (inputTokens === null || outputTokens === null) return inapplicable('the server did not count them');
    return {
      value: inputTokens + outputTokens,
      evidence: [`${inputTokens} in, ${outputTokens} out, ${calls} calls`],
    };
  },
});

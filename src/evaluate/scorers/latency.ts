import { defineScorer } from '../define-scorer.ts';
import { inapplicable } from '../reading/no-value.ts';

export const latency = defineScorer({
  id: 'latency',
  title: 'Time',
  description: 'Wall time from the case to the finished report, calls and repairs included.',
  kind: 'amount',
  unit: 'seconds',
  better: 'lower',
  margin: 2,
  gating: false,
  deterministic: true,
  score({ seconds }) {
    if (seconds === null) return inapplicable('replayed or written offline: no measure');
    return { value: seconds, evidence: [`${seconds.toFixed(2)} seconds`] };
  },
});

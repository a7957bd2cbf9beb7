import { defineScorer } from '../define-scorer.ts';
import { countFirst } from '../reading/contradictions.ts';
import { missing, withoutFirst } from '../reading/no-value.ts';

export const groundednessFirst = defineScorer({
  id: 'groundedness-first',
  title: 'Groundedness, first draft',
  description:
    'Claims of a model’s first draft that the facts support, of all claims read in it. What could not be read is not among them: see unparsed-first.',
  kind: 'share',
  better: 'higher',
  margin: 0.02,
  gating: true,
  deterministic: true,
  score(trial) {
    const none = withoutFirst(trial);
    if (none) return none;
    const summary = countFirst(trial);
    const { supported, claims, contradicted, unsupported } = summary;
    if (claims === 0) return missing('no claim was read');
    return {
      value: Math.min(1, supported / claims),
      evidence: [
        `${supported} of ${claims} claims supported, ${contradicted} contradicted, ${unsupported} unsupported`,
      ],
    };
  },
});

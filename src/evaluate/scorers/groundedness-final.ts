import type { Report } from '../../../schemas/index.ts';
import { defineScorer } from '../define-scorer.ts';
import { missing, withoutReport } from '../reading/no-value.ts';

export const groundednessFinal = defineScorer({
  id: 'groundedness-final',
  title: 'Groundedness, final report',
  description:
    'Claims of the finished report that the facts support, of all claims read in it. What could not be read is not among them: see unparsed-final.',
  kind: 'share',
  better: 'higher',
  margin: 0.02,
  gating: false,
  deterministic: true,
  score(trial) {
    const none = withoutReport(trial);
    if (none) return none;
    const { summary } = (trial.report as Report).check;
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

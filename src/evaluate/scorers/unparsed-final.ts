import type { Report } from '../../../schemas/index.ts';
import { defineScorer } from '../define-scorer.ts';
import { missing, withoutReport } from '../reading/no-value.ts';

export const unparsedFinal = defineScorer({
  id: 'unparsed-final',
  title: 'Not understood, final report',
  description:
    'Sentences of the finished report that name something known and of which the checker read no claim, of all sentences. They are never counted as supported.',
  kind: 'share',
  better: 'lower',
  margin: 0.03,
  gating: false,
  deterministic: true,
  score(trial) {
    const none = withoutReport(trial);
    if (none) return none;
    const { summary } = (trial.report as Report).check;
    const { unparsed, sentences } = summary;
    if (sentences === 0) return missing('no sentence was read');
    return {
      value: Math.min(1, unparsed / sentences),
      evidence: [`${unparsed} of ${sentences} sentences`],
    };
  },
});

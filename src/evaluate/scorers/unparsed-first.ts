import { defineScorer } from '../define-scorer.ts';
import { countFirst } from '../reading/contradictions.ts';
import { missing, withoutFirst } from '../reading/no-value.ts';

export const unparsedFirst = defineScorer({
  id: 'unparsed-first',
  title: 'Not understood, first draft',
  description:
    'Sentences of a model’s first draft that name something known and of which the checker read no claim, of all sentences. They are never counted as supported.',
  kind: 'share',
  better: 'lower',
  margin: 0.03,
  gating: false,
  deterministic: true,
  score(trial) {
    const none = withoutFirst(trial);
    if (none) return none;
    const summary = countFirst(trial);
    const { unparsed, sentences } = summary;
    if (sentences === 0) return missing('no sentence was read');
    return {
      value: Math.min(1, unparsed / sentences),
      evidence: [`${unparsed} of ${sentences} sentences`],
    };
  },
});

import { defineScorer, type Score, type Scorer } from '../define-scorer.ts';
import { inapplicable } from '../reading/no-value.ts';
import type { Outcome } from './outcome.ts';

/** A scorer of what came of a change; without an outcome there is nothing to score. */
function outcomeScorer(
  about: Pick<Scorer, 'id' | 'title' | 'description' | 'margin'> & Partial<Pick<Scorer, 'kind' | 'gating'>>,
  score: (outcome: Outcome) => Score,
): Scorer {
  return defineScorer({
    kind: 'binary',
    gating: false,
    better: 'higher',
    deterministic: true,
    ...about,
    score: ({ data }) =>
      data === undefined
        ? inapplicable('the case has nothing of the kind to change, or no report was handed over')
        : score(data as Outcome),
  });
}

/** What a metamorphic suite measures. */
export const METAMORPHIC_SCORERS: readonly Scorer[] = [
  outcomeScorer(
    {
      id: 'independent-kept',
      title: 'Sentences that stay',
      description:
        'Sentences that cite nothing changed and stand word by word in both reports, of all such sentences.',
      kind: 'share',
      margin: 0.05,
      gating: true,
    },
    ({ independent, strays }) =>
      independent === 0
        ? inapplicable('every sentence cites something that changed')
        : { value: 1 - strays.length / independent, evidence: strays.slice(0, 10) },
  ),
  outcomeScorer(
    {
      id: 'facts-kept',
      title: 'Facts that stay',
      description: 'Whether no fact has changed but those that the change of the inputs concerns.',
      margin: 0.01,
    },
    ({ leaked }) => ({ value: leaked.length === 0 ? 1 : 0, evidence: leaked.slice(0, 10) }),
  ),
  outcomeScorer(
    {
      id: 'change-shown',
      title: 'Changes that show',
      description: 'Whether the report reads differently where a sentence cites what changed.',
      margin: 0.02,
    },
    ({ hidden }) => ({ value: hidden ? 0 : 1 }),
  ),
  outcomeScorer(
    {
      id: 'prompts-kept',
      title: 'Prompts that stay',
      description:
        'Whether the model was asked the same, byte by byte, where only what it may not see has changed (a name), or nothing.',
      margin: 0.01,
    },
    ({ promptsKept }) =>
      promptsKept === null
        ? inapplicable('no model was asked, or its facts have changed')
        : { value: promptsKept ? 1 : 0 },
  ),
];

import type { EvalRow, EvalSummary } from '../../schemas/index.ts';

/** How a run ended: clean; with something wrong that it found; or without an answer, because a model failed for good. */
export type RunVerdict = 'clean' | 'failed' | 'model-failed';

/**
 * Judges a run by its rows and, where a gate was asked for, by that. A model that failed counts as such only where
 * nothing else is wrong: what was found stays found.
 */
export function judgeRun({ gate }: Pick<EvalSummary, 'gate'>, rows: Iterable<EvalRow>): RunVerdict {
  let [models, others, broken] = [0, 0, 0];
  for (const row of rows) {
    if (row.status === 'error') {
      if (row.error?.name === 'ModelError') models += 1;
      else others += 1;
    }
    if (row.broken.length > 0) broken += 1;
  }
  if (gate?.passed) return 'clean';
  const found = others > 0 || broken > 0 || (gate?.reasons.some(({ kind }) => kind !== 'error') ?? false);
  if (found) return 'failed';
  if (models > 0) return 'model-failed';
  return gate ? 'failed' : 'clean';
}

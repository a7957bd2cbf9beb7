import { computeMean, computeVariance } from './mean.ts';

export interface VarianceParts {
  /** Variance between the true means of cases; 0 or more. */
  between: number;
  /** Mean variance within a case over its repeats; null where no case has two. */
  within: number | null;
}

/**
 * Splits the variance of repeated scores. The variance of the means of cases is Var_between + E[Var_within] / K
 * (Miller 2024); with repeats of unlike number, K is their harmonic mean.
 */
export function computeVarianceParts(cases: readonly (readonly number[])[]): VarianceParts {
  const filled = cases.filter((values) => values.length > 0);
  const repeated = filled.filter((values) => values.length > 1);
  const spread = computeVariance(filled.map(computeMean));
  if (repeated.length === 0) return { between: spread, within: null };
  const within = computeMean(repeated.map(computeVariance));
  const perCase = computeMean(filled.map((values) => 1 / values.length));
  return { between: Math.max(0, spread - within * perCase), within };
}

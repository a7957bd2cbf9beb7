import { tQuantile } from './distributions.ts';
import type { Bounds } from './interval.ts';
import { computeMean } from './mean.ts';

export interface ClusteredMean {
  mean: number;
  /** Standard error with the families as clusters; null for fewer than two families. */
  se: number | null;
  /** Families less one. */
  df: number;
  families: number;
}

/**
 * The mean of values that are not independent within a family, and its standard error.
 * SE = (1/n) sqrt( C/(C-1) sum_c ( sum_{i in c} (s_i - m) )^2 ), df = C - 1 (Miller 2024, arXiv 2411.00640; the
 * CR1 estimator of clustered errors). Where each value is a family of its own it is the usual standard error.
 */
export function computeClusteredMean(values: readonly number[], families: readonly string[]): ClusteredMean {
  const mean = computeMean(values);
  const sums = new Map<string, number>();
  values.forEach((value, at) => {
    const family = families[at] as string;
    sums.set(family, (sums.get(family) ?? 0) + value - mean);
  });
  const count = sums.size;
  if (count < 2) return { mean, se: null, df: count - 1, families: count };
  const squares = [...sums.values()].reduce((sum, value) => sum + value ** 2, 0);
  const se = Math.sqrt((count / (count - 1)) * squares) / values.length;
  return { mean, se, df: count - 1, families: count };
}

/** mean +/- t(df) SE at the level given (0.95, say); null where the error is undefined. */
export function clusteredInterval({ mean, se, df }: ClusteredMean, level: number): Bounds | null {
  if (se === null) return null;
  const reach = tQuantile((1 + level) / 2, df) * se;
  return { low: mean - reach, high: mean + reach };
}

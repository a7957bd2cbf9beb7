/** The arithmetic mean; NaN of nothing. */
export function computeMean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The sample variance, over n - 1; 0 of fewer than two values. */
export function computeVariance(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = computeMean(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

/** The middle value, or the mean of the two in the middle; NaN of nothing. */
export function computeMedian(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[half] as number)
    : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}

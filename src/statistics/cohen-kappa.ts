import { normalQuantile } from './distributions.ts';
import { type Bounds, clamp } from './interval.ts';
import { wilsonInterval } from './wilson.ts';

export interface Kappa {
  /** 1 for perfect agreement, 0 for what chance gives; null where all is of one category, so that chance agrees too. */
  kappa: number | null;
  /** Large-sample interval (Fleiss, Cohen and Everitt 1969); where all agree, from Wilson's bound of the agreement. */
  interval: Bounds | null;
  /** Share of pairs that agree. */
  agreement: number;
  n: number;
}

export interface KappaOptions {
  /** Ordered categories; with `linear` weights being off by one counts half as much as being off by two. */
  categories: readonly string[];
  weights?: 'none' | 'linear';
  level?: number;
}

/**
 * Cohen's kappa of two raters over the same items (Cohen 1960, 1968).
 * @throws {RangeError} without a pair, or where a rating is no category
 */
export function computeCohenKappa(
  pairs: readonly (readonly [string, string])[],
  { categories, weights = 'none', level = 0.95 }: KappaOptions,
): Kappa {
  const n = pairs.length;
  const k = categories.length;
  if (n === 0) throw new RangeError('cannot compute kappa: found no pair of ratings, expected one at least');
  const table = Array.from({ length: k }, () => new Array<number>(k).fill(0));
  for (const pair of pairs) {
    const [i, j] = pair.map((rating) => categories.indexOf(rating)) as [number, number];
    const row = table[i];
    if (row === undefined || j < 0)
      throw new RangeError(
        `cannot compute kappa: found the ratings ${pair.join(' and ')}, expected two of ${categories.join(', ')}`,
      );
    row[j] = (row[j] ?? 0) + 1 / n;
  }
  const cell = (i: number, j: number) => table[i]?.[j] ?? 0;
  const all = categories.map((_, at) => at);
  const sum = (of: (at: number) => number) => all.reduce((total, at) => total + of(at), 0);
  const rows = all.map((i) => sum((j) => cell(i, j)));
  const columns = all.map((j) => sum((i) => cell(i, j)));
  const weight = (i: number, j: number) =>
    weights === 'linear' ? 1 - Math.abs(i - j) / Math.max(1, k - 1) : Number(i === j);
  const observed = sum((i) => sum((j) => weight(i, j) * cell(i, j)));
  const expected = sum((i) => sum((j) => weight(i, j) * (rows[i] ?? 0) * (columns[j] ?? 0)));
  const agreement = sum((i) => cell(i, i));
  if (expected >= 1 - 1e-12) return { kappa: null, interval: null, agreement, n };
  const kappa = (observed - expected) / (1 - expected);

  const rowWeight = all.map((i) => sum((j) => weight(i, j) * (columns[j] ?? 0)));
  const columnWeight = all.map((j) => sum((i) => weight(i, j) * (rows[i] ?? 0)));
  const spread = sum((i) =>
    sum(
      (j) =>
        cell(i, j) *
        (weight(i, j) * (1 - expected) - ((rowWeight[i] ?? 0) + (columnWeight[j] ?? 0)) * (1 - observed)) **
          2,
    ),
  );
  const variance =
    (spread - (observed * expected - 2 * expected + observed) ** 2) / (n * (1 - expected) ** 4);
  const reach = normalQuantile((1 + level) / 2) * Math.sqrt(Math.max(0, variance));
  const low =
    observed >= 1 - 1e-12 ? (wilsonInterval(n, n, level).low - expected) / (1 - expected) : kappa - reach;
  return { kappa, interval: clamp({ low, high: kappa + reach }, -1, 1), agreement, n };
}

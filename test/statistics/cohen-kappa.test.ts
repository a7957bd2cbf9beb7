import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeCohenKappa } from '../../src/statistics/cohen-kappa.ts';

/** One pair of ratings for each count of a square table. */
function pairsOf(table: readonly (readonly number[])[]): [string, string][] {
  return table.flatMap((row, i) =>
    row.flatMap((count, j) => Array.from({ length: count }, (): [string, string] => [`${i}`, `${j}`])),
  );
}

const THREE = [
  [44, 5, 1],
  [7, 20, 3],
  [9, 5, 6],
];
const FOUR = [
  [11, 3, 1, 0],
  [2, 9, 4, 1],
  [0, 3, 8, 2],
  [1, 0, 2, 10],
];

describe('computeCohenKappa', () => {
  // statsmodels 0.15.0: statsmodels.stats.inter_rater.cohens_kappa(table, wt=...); std_kappa is the large-sample error.
  it.each([
    [
      'two categories',
      [
        [20, 5],
        [10, 15],
      ],
      'none',
      0.3999999999999999,
      0.151092290476661,
      0.6489077095233389,
    ],
    ['three', THREE, 'none', 0.49152542372881347, 0.35015820121748686, 0.6328926462401401],
    ['three, linear', THREE, 'linear', 0.4736842105263158, 0.3228083196113609, 0.6245601014412707],
    ['four, linear', FOUR, 'linear', 0.6721680420105026, 0.5294110307139295, 0.8149250533070758],
    [
      'below chance, cut at -1',
      [
        [2, 9],
        [8, 1],
      ],
      'none',
      -0.7,
      -1,
      -0.3885876882195828,
    ],
  ] as const)('%s', (_, table, weights, kappa, low, high) => {
    const categories = table.map((_, at) => `${at}`);
    const result = computeCohenKappa(pairsOf(table), { categories, weights });
    expect(result.kappa).toBeCloseTo(kappa, 10);
    expect(result.interval?.low).toBeCloseTo(low, 8);
    expect(result.interval?.high).toBeCloseTo(high, 8);
  });

  it('does not call a handful that agree certain', () => {
    const { kappa, interval } = computeCohenKappa(
      pairsOf([
        [3, 0],
        [0, 3],
      ]),
      { categories: ['0', '1'] },
    );
    expect(kappa).toBe(1);
    expect(interval?.high).toBe(1);
    expect(interval?.low).toBeLessThan(0.5);
  });

  it('is undefined where everything is of one category', () => {
    expect(computeCohenKappa([['a', 'a']], { categories: ['a', 'b'] })).toEqual({
      kappa: null,
      interval: null,
      agreement: 1,
      n: 1,
    });
  });

  it('knows no order of raters, and stays within its bounds', () => {
    const rating = fc.constantFrom('0', '1', '2');
    fc.assert(
      fc.property(fc.array(fc.tuple(rating, rating), { minLength: 1 }), (pairs) => {
        const categories = ['0', '1', '2'];
        const one = computeCohenKappa(pairs, { categories });
        const other = computeCohenKappa(
          pairs.map(([a, b]) => [b, a] as const),
          { categories },
        );
        expect(other.kappa ?? 0).toBeCloseTo(one.kappa ?? 0, 10);
        if (one.kappa === null || !one.interval) return;
        expect(one.kappa).toBeGreaterThanOrEqual(-1);
        expect(one.kappa).toBeLessThanOrEqual(1);
        expect(one.interval.low).toBeLessThanOrEqual(one.kappa + 1e-9);
        expect(one.interval.high).toBeGreaterThanOrEqual(one.kappa - 1e-9);
      }),
    );
  });

  it('refuses what is no category, and nothing', () => {
    expect(() => computeCohenKappa([['a', 'c']], { categories: ['a', 'b'] })).toThrow(
      'cannot compute kappa: found the ratings a and c, expected two of a, b',
    );
    expect(() => computeCohenKappa([], { categories: ['a'] })).toThrow(
      'cannot compute kappa: found no pair of ratings, expected one at least',
    );
  });
});

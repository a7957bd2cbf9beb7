import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile, tCdf, tQuantile } from '../../src/statistics/distributions.ts';
import {
  ASSUMED_SPREAD,
  adjustHolm,
  bootstrapInterval,
  casesToSee,
  clusteredInterval,
  computeClusteredMean,
  computeMean,
  computeMedian,
  computeVarianceParts,
  openRandom,
  repeatsToSee,
  smallestVisible,
  testMcNemar,
  testSignFlip,
  wilsonInterval,
  zeroEventBound,
} from '../../src/statistics/index.ts';
// From scipy and statsmodels, by golden.py beside it.
import golden from './golden.json' with { type: 'json' };

const alone = (values: readonly unknown[]) => values.map((_, at) => String(at));

describe('distributions', () => {
  it.each(golden.t)('t quantile of $p with $df degrees', ({ p, df, q }) => {
    expect(tQuantile(p, df) / q).toBeCloseTo(1, 6);
  });
  it.each(golden.tCdf)('t distribution at $t with $df degrees', ({ t, df, p }) => {
    expect(tCdf(t, df)).toBeCloseTo(p, 9);
  });
  it.each(golden.normal)('normal quantile of $p', ({ p, q }) => {
    expect(normalQuantile(p)).toBeCloseTo(q, 9);
  });
});

describe('wilsonInterval', () => {
  it.each(golden.wilson)('of $k in $n at $level', ({ k, n, level, low, high }) => {
    const found = wilsonInterval(k, n, level);
    expect(found.low).toBeCloseTo(low, 8);
    expect(found.high).toBeCloseTo(high, 8);
  });
  it('refuses what is no proportion', () => {
    expect(() => wilsonInterval(3, 2)).toThrow('cannot compute an interval: found 3 of 2');
    expect(() => wilsonInterval(0, 0)).toThrow(RangeError);
  });
});

describe('zeroEventBound', () => {
  it.each(golden.zero)('of none in $n', ({ n, bound }) => {
    expect(zeroEventBound(n)).toBeCloseTo(bound, 9);
  });
  it('allows 4.9 % after 0 in 60', () => {
    expect(zeroEventBound(60)).toBeCloseTo(0.0487, 4);
  });
});

describe('testMcNemar', () => {
  it.each(golden.mcnemar)('$lost lost, $won won', ({ lost, won, pWorse, pBetter, two }) => {
    const found = testMcNemar(lost, won);
    expect(found.pWorse).toBeCloseTo(pWorse, 9);
    expect(found.pBetter).toBeCloseTo(pBetter, 9);
    expect(Math.min(1, 2 * Math.min(found.pWorse, found.pBetter))).toBeCloseTo(two, 9);
  });
  it('says nothing of no discordant pair', () => {
    expect(testMcNemar(0, 0)).toEqual({ pWorse: 1, pBetter: 1 });
  });
});

describe('adjustHolm', () => {
  it('gives what statsmodels gives', () => {
    adjustHolm(golden.holm.ps).forEach((p, at) => {
      expect(p).toBeCloseTo(golden.holm.adjusted[at] as number, 12);
    });
  });
  it('never makes a p smaller, and keeps their order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (ps) => {
        const adjusted = adjustHolm(ps);
        ps.forEach((p, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p);
          expect(adjusted[i]).toBeLessThanOrEqual(1);
          ps.forEach((q, j) => {
            if (p < q) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] as number);
          });
        });
      }),
    );
  });
});

describe('computeClusteredMean', () => {
  const { values, families, mean, se, low, high } = golden.clustered;
  it('gives the clustered error of statsmodels', () => {
    const found = computeClusteredMean(values, families);
    expect(found.mean).toBeCloseTo(mean, 12);
    expect(found.se).toBeCloseTo(se, 12);
    expect(found.df).toBe(5);
    const interval = clusteredInterval(found, 0.95);
    expect(interval?.low).toBeCloseTo(low, 6);
    expect(interval?.high).toBeCloseTo(high, 6);
  });
  it('is the usual error where each value is a family', () => {
    const found = computeClusteredMean(values, alone(values));
    expect(found.se).toBeCloseTo(golden.alone.se, 12);
    expect(clusteredInterval(found, 0.95)?.high).toBeCloseTo(golden.alone.high, 6);
  });
  it('is undefined for one family, never 0', () => {
    const found = computeClusteredMean([1, 1, 1], ['a', 'a', 'a']);
    expect(found.se).toBeNull();
    expect(clusteredInterval(found, 0.95)).toBeNull();
  });
});

describe('testSignFlip', () => {
  const { diffs, below, above } = golden.flip;
  it('gives the permutation p of scipy', () => {
    const found = testSignFlip(diffs, alone(diffs));
    expect(found.exact).toBe(true);
    expect(found.pBelow).toBeCloseTo(below, 9);
    expect(found.pAbove).toBeCloseTo(above, 9);
  });
  it('is McNemar where each case is right or wrong once', () => {
    const values = [-1, -1, -1, -1, 1, 0, 0, -1, 1, -1];
    const { pWorse, pBetter } = testMcNemar(6, 2);
    const found = testSignFlip(values, alone(values));
    expect(found.pBelow).toBeCloseTo(pWorse, 9);
    expect(found.pAbove).toBeCloseTo(pBetter, 9);
  });
  it('has no interval for four families, one for five', () => {
    expect(testSignFlip([1, 2, 3, 4], alone([1, 2, 3, 4])).interval).toBeNull();
    expect(testSignFlip([1, 2, 3, 4, 5], alone([1, 2, 3, 4, 5])).interval).toEqual({ low: 1, high: 5 });
  });
  it('samples beyond twenty families, the same for the same seed, near the exact p', () => {
    const random = openRandom(7);
    const values = Array.from({ length: 40 }, () => random.normal() - 0.3);
    const found = testSignFlip(values, alone(values), { seed: 3 });
    expect(found.exact).toBe(false);
    expect(testSignFlip(values, alone(values), { seed: 3 })).toEqual(found);
    const { mean, se, df } = computeClusteredMean(values, alone(values));
    expect(Math.abs(found.pBelow - tCdf(mean / (se as number), df))).toBeLessThan(0.01);
  });
  it('has as interval the shifts that it does not reject', () => {
    const families = fc.integer({ min: 5, max: 9 });
    const cases = families.chain((count) =>
      fc.array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 0, max: count - 1 })), {
        minLength: count,
        maxLength: 14,
      }),
    );
    fc.assert(
      fc.property(cases, fc.integer({ min: -40, max: 40 }), (pairs, half) => {
        const values = pairs.map(([value]) => value);
        const names = pairs.map(([, family]) => String(family));
        // Off any mean of a subset, so that ties do not matter.
        const shift = half / 2 + 0.0137;
        const { interval } = testSignFlip(values, names, { level: 0.9 });
        const { pBelow, pAbove } = testSignFlip(
          values.map((value) => value - shift),
          names,
        );
        const kept = pBelow > 0.05 && pAbove > 0.05;
        expect(interval === null || (interval.low <= shift && shift <= interval.high)).toBe(kept);
      }),
    );
  });
});

describe('bootstrapInterval', () => {
  const groups = golden.clustered.values.map((value) => [value]);
  it('comes near the BCa intervals of scipy', () => {
    const mean = bootstrapInterval(groups, computeMean, { resamples: 20_000 });
    expect(mean?.low).toBeCloseTo(golden.bootstrap.mean[0] as number, 1.7);
    expect(mean?.high).toBeCloseTo(golden.bootstrap.mean[1] as number, 1.7);
    const median = bootstrapInterval(groups, computeMedian, { resamples: 20_000 });
    expect(Math.abs((median?.low as number) - (golden.bootstrap.median[0] as number))).toBeLessThan(0.06);
    expect(Math.abs((median?.high as number) - (golden.bootstrap.median[1] as number))).toBeLessThan(0.06);
  });
  it('is a point where nothing varies, undefined for one family', () => {
    expect(bootstrapInterval([[2], [2], [2]], computeMean)).toEqual({ low: 2, high: 2 });
    expect(bootstrapInterval([[1, 2, 3]], computeMean)).toBeNull();
  });
});

describe('computeVarianceParts', () => {
  it('finds the parts that the scores were made of', () => {
    const random = openRandom(11);
    const cases = Array.from({ length: 4000 }, () => {
      const truth = random.normal() * 3;
      return Array.from({ length: 3 }, () => truth + random.normal() * 2);
    });
    const { between, within } = computeVarianceParts(cases);
    expect(Math.abs(between - 9)).toBeLessThan(0.6);
    expect(Math.abs((within as number) - 4)).toBeLessThan(0.2);
  });
  it('knows nothing of repeats where there are none', () => {
    expect(computeVarianceParts([[1], [3]])).toEqual({ between: 2, within: null });
  });
});

describe('power', () => {
  // The table of Miller's formula that the project's statistics rest on.
  it.each([
    [60, [24.1, 17.0, 15.2, 13.7]],
    [200, [13.2, 9.3, 8.4, 7.5]],
  ] as const)('%i cases see what the formula says at 1, 3, 5, 10 repeats', (cases, points) => {
    [1, 3, 5, 10].forEach((repeats, at) => {
      expect(smallestVisible(ASSUMED_SPREAD, { cases, repeats }) * 100).toBeCloseTo(points[at] as number, 1);
    });
  });
  it('asks for just as many cases, and repeats, as make a difference visible', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.02, max: 0.5, noNaN: true }),
        fc.integer({ min: 1, max: 10 }),
        (delta, repeats) => {
          const cases = casesToSee(delta, ASSUMED_SPREAD, repeats);
          expect(smallestVisible(ASSUMED_SPREAD, { cases, repeats })).toBeLessThanOrEqual(delta * (1 + 1e-9));
          if (cases > 1)
            expect(smallestVisible(ASSUMED_SPREAD, { cases: cases - 1, repeats })).toBeGreaterThan(delta);
          const needed = repeatsToSee(delta, ASSUMED_SPREAD, cases);
          expect(needed).not.toBeNull();
          expect(needed as number).toBeLessThanOrEqual(repeats);
        },
      ),
    );
  });
  it('knows when no number of repeats is enough', () => {
    expect(repeatsToSee(0.05, ASSUMED_SPREAD, 60)).toBeNull();
  });
});

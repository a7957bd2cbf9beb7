import { describe, expect, it } from 'vitest';
import { simulate } from '../../evals/statistics/simulate.ts';

/** The bound that a share of `runs` stays within in 999 of 1,000 experiments, were `p` the truth. */
const within = (p: number, runs: number) => 3.1 * Math.sqrt((p * (1 - p)) / runs);

const RUNS = 200;
const setting = { families: 12, casesPerFamily: 5, repeats: 3, base: 0.82 };

// A sample; `npm run eval:simulate` is the whole.
describe('the harness, judged on runs whose truth is known', () => {
  it('raises a false alarm in at most 5 % of runs, and its intervals hold the truth', () => {
    const found = simulate({ ...setting, drop: 0 }, RUNS, 1);
    expect(found.regression).toBeLessThanOrEqual(0.05 + within(0.05, RUNS));
    expect(found.improvement).toBeLessThanOrEqual(0.025 + within(0.025, RUNS));
    expect(found.covered).toBeGreaterThanOrEqual(0.9 - within(0.9, RUNS));
    expect(found.covered).toBeLessThan(1);
  });

  it('finds a drop of 11.5 points in 60 cases x 3 repeats in at least 85 % of runs', () => {
    const found = simulate({ families: 60, casesPerFamily: 1, repeats: 3, base: 0.82, drop: 0.115 }, RUNS, 2);
    expect(found.regression).toBeGreaterThanOrEqual(0.85);
    expect(found.improvement).toBe(0);
    expect(found.covered).toBeGreaterThanOrEqual(0.9 - within(0.9, RUNS));
  });
});

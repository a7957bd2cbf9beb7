import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Quota } from '../../../src/model/rate-limit/quota.ts';

const steps = fc.array(
  fc.record({
    pause: fc.integer({ min: 0, max: 30_000 }),
    size: fc.integer({ min: 1, max: 100 }),
    used: fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
    corrected: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 30 },
);

describe('Quota', () => {
  it('says the earliest time at which a piece may go out, whatever others use and was corrected', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 100, max: 300 }), (all, limit) => {
        const quota = new Quota();
        let now = 0;
        for (const { pause, size, used, corrected } of all) {
          now += pause;
          const wait = quota.waitFor(size, limit, now);
          expect(wait).toBeLessThan(3 * 61_000);
          if (wait > 2) expect(quota.waitFor(size, limit, now + wait - 2)).toBeGreaterThan(0);
          now += wait;
          expect(quota.waitFor(size, limit, now)).toBeLessThan(1e-3);
          const piece = quota.spend(size, limit, now);
          if (used !== undefined) quota.learnUsed(Math.min(used, limit), 20_000, now);
          if (corrected !== undefined) quota.correct(piece, corrected, now);
        }
      }),
    );
  });

  it('counts the minute of a piece from when it left', () => {
    const quota = new Quota();
    const piece = quota.spend(100, 100, 0);
    quota.leave(piece, 5000);
    expect(quota.waitFor(1, 100, 65_999)).toBe(1);
    expect(quota.sentIn(65_999)).toBe(100);
    expect(quota.sentIn(66_000)).toBe(0);
  });

  it('forgets what is more than a minute old', () => {
    const quota = new Quota();
    for (let piece = 0; piece < 5000; piece += 1) quota.spend(2, Number.POSITIVE_INFINITY, piece * 10);
    expect(quota.sentIn(50_000)).toBe(10_000);
    expect(quota.sentIn(5000 * 10 + 61_000 - 10)).toBe(0);
  });
});

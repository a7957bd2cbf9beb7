import { describe, expect, it } from 'vitest';
import { computeChange, hasGrown } from '../../src/market/postings/compute-changes.ts';

describe('computeChange', () => {
  it('agrees with the examples of Newcombe 1998, table II, method 10', () => {
    // 56/70 - 48/80 = 0.2, interval 0.0524 to 0.3339; 9/10 - 3/10 = 0.6, interval 0.1705 to 0.8090.
    expect(computeChange('a', { postings: 48, of: 80 }, { postings: 56, of: 70 }).interval).toEqual([
      0.0524, 0.3339,
    ]);
    expect(computeChange('b', { postings: 3, of: 10 }, { postings: 9, of: 10 }).interval).toEqual([
      0.1705, 0.809,
    ]);
  });

  it('calls grown only what rose by more than chance explains', () => {
    expect(hasGrown(computeChange('a', { postings: 2, of: 100 }, { postings: 30, of: 100 }))).toBe(true);
    expect(hasGrown(computeChange('a', { postings: 2, of: 10 }, { postings: 4, of: 10 }))).toBe(false);
    expect(hasGrown(computeChange('a', { postings: 30, of: 100 }, { postings: 2, of: 100 }))).toBe(false);
  });
});

import type { MarketChange } from '../../../schemas/index.ts';
import { wilsonInterval } from '../../statistics/wilson.ts';

/** Postings that name a skill, of all of a set. */
export interface Counted {
  postings: number;
  of: number;
}

/**
 * The difference of two shares with its 95 % interval (Newcombe 1998, method 10: from the Wilson intervals of both).
 * @returns after minus before
 */
export function computeChange(skill: string, before: Counted, after: Counted): MarketChange {
  const [p1, p2] = [before.postings / before.of, after.postings / after.of];
  const [w1, w2] = [wilsonInterval(before.postings, before.of), wilsonInterval(after.postings, after.of)];
  const difference = p2 - p1;
  const low = difference - Math.hypot(p2 - w2.low, w1.high - p1);
  const high = difference + Math.hypot(w2.high - p2, p1 - w1.low);
  return { skill, before, after, interval: [round(Math.max(-1, low)), round(Math.min(1, high))] };
}

/** Whether the share rose by more than chance explains: the whole interval lies above zero. */
export function hasGrown({ interval }: MarketChange): boolean {
  return interval[0] > 0;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

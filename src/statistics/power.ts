import { normalQuantile } from './distributions.ts';

/** How a paired comparison varies: of the difference between cases, and within a case on each side. */
export interface Spread {
  /** Variance over cases of the true difference (w^2). */
  difference: number;
  /** Variance within a case over repeats, on either side (s^2). */
  withinA: number;
  withinB: number;
}

export interface Design {
  cases: number;
  repeats: number;
}

export interface PowerOptions {
  /** Two-sided, as Miller has it. Default 0.05. */
  alpha?: number;
  /** Default 0.8. */
  power?: number;
}

/**
 * What is assumed where no earlier run says better: difficulties spread evenly over [0, 1], differences of variance
 * 1/9, replies within a case of variance 1/6 (Miller 2024, section 5).
 */
export const ASSUMED_SPREAD: Spread = { difference: 1 / 9, withinA: 1 / 6, withinB: 1 / 6 };

const reachOf = ({ alpha = 0.05, power = 0.8 }: PowerOptions) =>
  normalQuantile(1 - alpha / 2) + normalQuantile(power);

const varianceOf = (spread: Spread, repeats: number) =>
  spread.difference + (spread.withinA + spread.withinB) / repeats;

/**
 * The smallest true difference that a paired comparison sees with the power given:
 * delta = (z_a/2 + z_b) sqrt( (w^2 + sA^2/K + sB^2/K) / n ).
 */
export function smallestVisible(
  spread: Spread,
  { cases, repeats }: Design,
  options: PowerOptions = {},
): number {
  return reachOf(options) * Math.sqrt(varianceOf(spread, repeats) / cases);
}

/** Cases needed to see a difference `delta` with so many repeats: the same formula, solved for n. */
export function casesToSee(
  delta: number,
  spread: Spread,
  repeats: number,
  options: PowerOptions = {},
): number {
  return Math.ceil((reachOf(options) / delta) ** 2 * varianceOf(spread, repeats) - 1e-9);
}

/** Repeats needed to see `delta` with so many cases; null where no number of them is enough. */
export function repeatsToSee(
  delta: number,
  spread: Spread,
  cases: number,
  options: PowerOptions = {},
): number | null {
  const left = (delta / reachOf(options)) ** 2 * cases - spread.difference;
  if (left <= 0) return null;
  return Math.max(1, Math.ceil((spread.withinA + spread.withinB) / left - 1e-9));
}

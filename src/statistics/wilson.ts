import { normalQuantile } from './distributions.ts';
import type { Bounds } from './interval.ts';

/**
 * Wilson's score interval of a proportion (Wilson 1927), without correction for continuity. Both ends lie in [0, 1].
 * @throws {RangeError} unless 0 <= successes <= trials and trials >= 1
 */
export function wilsonInterval(successes: number, trials: number, level = 0.95): Bounds {
  if (!(trials >= 1 && successes >= 0 && successes <= trials))
    throw new RangeError(
      `cannot compute an interval: found ${successes} of ${trials}, expected 0 <= successes <= trials`,
    );
  const z = normalQuantile((1 + level) / 2);
  const p = successes / trials;
  const scale = 1 + z ** 2 / trials;
  const middle = (p + z ** 2 / (2 * trials)) / scale;
  const reach = (z / scale) * Math.sqrt((p * (1 - p)) / trials + z ** 2 / (4 * trials ** 2));
  return {
    low: successes === 0 ? 0 : middle - reach,
    high: successes === trials ? 1 : middle + reach,
  };
}

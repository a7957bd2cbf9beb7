import { normalCdf, normalQuantile } from './distributions.ts';
import type { Bounds } from './interval.ts';
import { openRandom } from './random.ts';

/**
 * The bias-corrected and accelerated bootstrap interval (Efron 1987) of a statistic over families: whole families are
 * drawn. Null for fewer than two families, or where the statistic of some draw is no number.
 */
export function bootstrapInterval<T>(
  groups: readonly (readonly T[])[],
  statistic: (values: readonly T[]) => number,
  { level = 0.95, resamples = 2000, seed = 1 }: { level?: number; resamples?: number; seed?: number } = {},
): Bounds | null {
  const count = groups.length;
  if (count < 2) return null;
  const random = openRandom(seed);
  const observed = statistic(groups.flat());
  const draws = new Float64Array(resamples);
  for (let at = 0; at < resamples; at += 1) {
    const drawn: T[] = [];
    for (let k = 0; k < count; k += 1) drawn.push(...(groups[random.int(count)] as readonly T[]));
    draws[at] = statistic(drawn);
  }
  if (!Number.isFinite(observed) || draws.some((draw) => !Number.isFinite(draw))) return null;
  draws.sort();
  if (draws[0] === draws[resamples - 1]) return { low: observed, high: observed };

  let below = 0;
  let ties = 0;
  for (const draw of draws) {
    if (draw < observed) below += 1;
    else if (draw === observed) ties += 1;
  }
  // Ties count half: a median is often the same value again.
  const bias = normalQuantile(
    Math.min(1 - 1 / resamples, Math.max(1 / resamples, (below + ties / 2) / resamples)),
  );
  const without = groups.map((_, left) => statistic(groups.filter((__, at) => at !== left).flat()));
  const middle = without.reduce((sum, value) => sum + value, 0) / count;
  const cubes = without.reduce((sum, value) => sum + (middle - value) ** 3, 0);
  const squares = without.reduce((sum, value) => sum + (middle - value) ** 2, 0);
  const acceleration = squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
  const at = (p: number) => {
    const z = bias + normalQuantile(p);
    const share = normalCdf(bias + z / (1 - acceleration * z));
    return draws[Math.min(resamples - 1, Math.max(0, Math.floor(share * resamples)))] as number;
  };
  return { low: at((1 - level) / 2), high: at((1 + level) / 2) };
}

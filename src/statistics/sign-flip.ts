import type { Bounds } from './interval.ts';
import { openRandom } from './random.ts';

/** Families up to which all flips are tried (a million); beyond, a sample of them. */
const EXACT = 20;
/** At p = 0.05 the sample's own error is 0.0017. */
const SAMPLE = 1 << 14;

export interface SignFlip {
  /** One-sided p that the mean is below zero, and above. Never 0: the data as they are is one of the flips. */
  pBelow: number;
  pAbove: number;
  /** The set of means that the test does not reject: two-sided at `level`; null where there are too few families. */
  interval: Bounds | null;
  /** Sign patterns tried, and whether they are all. */
  patterns: number;
  exact: boolean;
}

/**
 * The permutation test of a mean difference with families as units: if nothing differs, each family's sum could as
 * well have the other sign. Exact by trying all sign patterns for up to 20 families, else over 16,384 random ones.
 *
 * The interval is the same test turned round: a flip of the families in F beats the data under the mean m exactly
 * where m is at most the mean over F, so the ends are quantiles of the means of subsets ("typical values", Hartigan
 * 1969). Fewer than five families can reach no 90 % interval: then it is null.
 */
export function testSignFlip(
  values: readonly number[],
  families: readonly string[],
  { level = 0.9, seed = 1 }: { level?: number; seed?: number } = {},
): SignFlip {
  const byFamily = new Map<string, { sum: number; size: number }>();
  values.forEach((value, at) => {
    const family = families[at] as string;
    const { sum, size } = byFamily.get(family) ?? { sum: 0, size: 0 };
    byFamily.set(family, { sum: sum + value, size: size + 1 });
  });
  const groups = [...byFamily.values()];
  const exact = groups.length <= EXACT;
  const means = exact ? meansOfAll(groups) : meansOfSome(groups, seed);
  // A flip of F gives sum - 2 sum_F: at most the data's sum where the mean over F is at least 0. The empty F is a tie.
  let above = 1;
  let below = 1;
  // A million steps of floating-point addition leave dust where zero should be.
  const scale = Math.max(...groups.map(({ sum, size }) => Math.abs(sum / size)), 0) * 1e-9;
  for (let at = 0; at < means.length; at += 1) {
    const mean = means[at] as number;
    if (mean >= -scale) above += 1;
    if (mean <= scale) below += 1;
  }
  const total = means.length + 1;
  // Ends are left out as long as their tail, with the tie, stays within (1 - level) / 2.
  const skip = Math.floor(((1 - level) / 2) * total + 1e-9) - 1;
  const interval = skip < 0 ? null : selectPair(means, skip, means.length - 1 - skip);
  return { pBelow: above / total, pAbove: below / total, interval, patterns: total, exact };
}

type Group = { sum: number; size: number };

function meansOfAll(groups: readonly Group[]): Float64Array {
  const count = 1 << groups.length;
  const means = new Float64Array(count - 1);
  const sums = Float64Array.from(groups, (group) => group.sum);
  const sizes = Float64Array.from(groups, (group) => group.size);
  let sum = 0;
  let size = 0;
  // Gray code: each step moves one family in or out.
  let members = 0;
  for (let step = 1; step < count; step += 1) {
    const at = 31 - Math.clz32(step & -step);
    const sign = (members >> at) & 1 ? -1 : 1;
    members ^= 1 << at;
    sum += sign * (sums[at] as number);
    size += sign * (sizes[at] as number);
    means[step - 1] = sum / size;
  }
  return means;
}

function meansOfSome(groups: readonly Group[], seed: number): Float64Array {
  const random = openRandom(seed);
  const means = new Float64Array(SAMPLE - 1);
  for (let at = 0; at < means.length; ) {
    let sum = 0;
    let size = 0;
    for (let from = 0; from < groups.length; from += 30) {
      const bits = random.int(1 << 30);
      for (let bit = 0; bit < 30 && from + bit < groups.length; bit += 1) {
        if (((bits >> bit) & 1) === 0) continue;
        const group = groups[from + bit] as Group;
        sum += group.sum;
        size += group.size;
      }
    }
    if (size === 0) continue;
    means[at] = sum / size;
    at += 1;
  }
  return means;
}

const BINS = 4096;

/** The values of two ranks, counted from 0, without sorting them all: only those of their bins. */
function selectPair(values: Float64Array, lower: number, upper: number): Bounds {
  let [least, most] = [Infinity, -Infinity];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (least === most) return { low: least, high: least };
  const scale = BINS / (most - least);
  const bins = new Uint16Array(values.length);
  const counts = new Uint32Array(BINS);
  for (let at = 0; at < values.length; at += 1) {
    const bin = Math.min(BINS - 1, Math.floor(((values[at] as number) - least) * scale));
    bins[at] = bin;
    counts[bin] = (counts[bin] as number) + 1;
  }
  const ofRank = (rank: number) => {
    let bin = 0;
    let before = 0;
    while (before + (counts[bin] as number) <= rank) {
      before += counts[bin] as number;
      bin += 1;
    }
    const found = new Float64Array(counts[bin] as number);
    let filled = 0;
    for (let at = 0; at < values.length; at += 1) {
      if (bins[at] !== bin) continue;
      found[filled] = values[at] as number;
      filled += 1;
    }
    return found.sort()[rank - before] as number;
  };
  return { low: ofRank(lower), high: ofRank(upper) };
}

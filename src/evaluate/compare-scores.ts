import type { Comparison, Interval } from '../../schemas/index.ts';
import { tCdf, tQuantile } from '../statistics/distributions.ts';
import {
  clusteredInterval,
  computeClusteredMean,
  computeMean,
  computeVariance,
  computeVarianceParts,
  repeatsToSee,
  testMcNemar,
  testSignFlip,
  zeroEventBound,
} from '../statistics/index.ts';
import type { Scorer } from './define-scorer.ts';

/** Below so many families no pattern of signs is rare enough for a verdict, whatever they say. */
export const FEWEST_FAMILIES = 5;
/** Families from which on the t distribution is trusted; below, signs are flipped. */
const MANY = 30;
/** Each end of the interval of a difference is a one-sided 95 % bound. */
const LEVEL = 0.9;
/** What a gate looks for is one-sided at 5 %, with 80 % power. */
const ALPHA = 0.05;
const POWER = 0.8;

/** Scores of each case by its repeats. */
export type Scores = ReadonlyMap<string, readonly number[]>;

export interface Pairing {
  scorer: Scorer;
  model: string;
  against: string;
  variant: string;
  before: Scores;
  after: Scores;
  cases: readonly { id: string; family: string }[];
}

/** A comparison before p values are adjusted and the verdict is passed. */
export type RawComparison = Omit<Comparison, 'verdict' | 'words'>;

/** Compares two sides over the same cases: repeats averaged first, differences by case, families as units of chance. */
export function compareScores(pairing: Pairing): RawComparison {
  const { scorer, before, after } = pairing;
  const has = (scores: Scores, id: string) => (scores.get(id)?.length ?? 0) > 0;
  const paired = pairing.cases.filter(({ id }) => has(before, id) && has(after, id));
  const unpaired = pairing.cases.filter(({ id }) => has(before, id) !== has(after, id)).length;
  const valuesOf = (scores: Scores) => paired.map(({ id }) => scores.get(id) as readonly number[]);
  const [old, now] = [valuesOf(before), valuesOf(after)];
  const differences = now.map((values, at) => computeMean(values) - computeMean(old[at] as number[]));
  const families = paired.map(({ family }) => family);
  const count = new Set(families).size;
  const known = paired.length > 0;
  const once = [...old, ...now].every((values) => values.length === 1);
  const tested = testDifferences(scorer, differences, families, once);
  return {
    scorer: scorer.id,
    model: pairing.model,
    against: pairing.against,
    variant: pairing.variant,
    cases: paired.length,
    families: count,
    unpaired,
    meanAgainst: known ? computeMean(old.map(computeMean)) : null,
    mean: known ? computeMean(now.map(computeMean)) : null,
    difference: known ? computeMean(differences) : null,
    ...tested,
    adjusted: false,
    gating: scorer.gating,
    ...powerOf(scorer, differences, families, old, now),
    byCase: Object.fromEntries(paired.map(({ id }, at) => [id, differences[at] as number])),
  };
}

interface Tested {
  interval: Interval;
  intervalMethod: string;
  pWorse: number | null;
  pBetter: number | null;
  test: string;
}

function testDifferences(
  { kind, better }: Scorer,
  differences: readonly number[],
  families: readonly string[],
  once: boolean,
): Tested {
  const count = new Set(families).size;
  if (count < 2) {
    const why = 'undefined for fewer than two families';
    return { interval: null, intervalMethod: why, pWorse: null, pBetter: null, test: why };
  }
  const turn = (pBelow: number, pAbove: number) =>
    better === 'higher' ? { pWorse: pBelow, pBetter: pAbove } : { pWorse: pAbove, pBetter: pBelow };
  if (differences.every((difference) => difference === 0)) {
    return { ...unchanged(kind, count), ...turn(1, 1), test: 'no case differs' };
  }
  const clustered = computeClusteredMean(differences, families);
  if (count < MANY) {
    const { pBelow, pAbove, interval, patterns, exact } = testSignFlip(differences, families, {
      level: LEVEL,
    });
    return {
      interval,
      intervalMethod: interval
        ? `sign flips of ${count} families turned round`
        : 'fewer than five families: no interval at this level',
      ...turn(pBelow, pAbove),
      test: `sign flips of ${count} families, ${exact ? 'all patterns' : `${patterns.toLocaleString('en-US')} patterns drawn`}`,
    };
  }
  const { mean, se, df } = clustered;
  const byT = { interval: clusteredInterval(clustered, LEVEL), intervalMethod: 't, clustered by family' };
  if (kind === 'binary' && once && count === differences.length) {
    const lost = differences.filter((difference) => difference < 0).length;
    const won = differences.filter((difference) => difference > 0).length;
    const { pWorse: pBelow, pBetter: pAbove } = testMcNemar(lost, won);
    return { ...byT, ...turn(pBelow, pAbove), test: 'McNemar, exact' };
  }
  // Each case differs by the same: beyond chance, as far as chance can be seen.
  const t = se === null || se === 0 ? Math.sign(mean) * Number.MAX_VALUE : mean / se;
  const pBelow = Math.abs(t) > 1e6 ? (t < 0 ? 0 : 1) : tCdf(t, df);
  return { ...byT, ...turn(pBelow, 1 - pBelow), test: 't, paired, clustered by family' };
}

/** What no case shows may still be: a rate is bounded by the number of families, an amount by their test alone. */
function unchanged(kind: Scorer['kind'], families: number): Pick<Tested, 'interval' | 'intervalMethod'> {
  if (kind !== 'amount') {
    const bound = zeroEventBound(families);
    return {
      interval: { low: -bound, high: bound },
      intervalMethod: 'no case differs: exact bound, a family counted once',
    };
  }
  if (families < FEWEST_FAMILIES)
    return { interval: null, intervalMethod: 'fewer than five families: no interval at this level' };
  return { interval: { low: 0, high: 0 }, intervalMethod: 'no case differs' };
}

function powerOf(
  { margin }: Scorer,
  differences: readonly number[],
  families: readonly string[],
  old: readonly (readonly number[])[],
  now: readonly (readonly number[])[],
): Pick<RawComparison, 'smallestVisible' | 'settle'> {
  const { se, df } = computeClusteredMean(differences, families);
  if (se === null || se === 0) return { smallestVisible: null, settle: { cases: null, repeats: null } };
  const visible = (tQuantile(1 - ALPHA, df) + tQuantile(POWER, df)) * se;
  if (margin <= 0) return { smallestVisible: visible, settle: { cases: null, repeats: null } };
  const [a, b] = [computeVarianceParts(old), computeVarianceParts(now)];
  const repeats = Math.min(...[...old, ...now].map((values) => values.length));
  const [withinA, withinB] = [a.within ?? 0, b.within ?? 0];
  // Clustering makes n cases worth fewer; the same factor is kept for more of them.
  const worth = computeVariance(differences) / se ** 2;
  const difference = Math.max(0, computeVariance(differences) - (withinA + withinB) / repeats);
  return {
    smallestVisible: visible,
    settle: {
      cases: Math.ceil(differences.length * (visible / margin) ** 2),
      repeats:
        a.within === null && b.within === null
          ? null
          : repeatsToSee(margin, { difference, withinA, withinB }, worth, {
              alpha: 2 * ALPHA,
              power: POWER,
            }),
    },
  };
}

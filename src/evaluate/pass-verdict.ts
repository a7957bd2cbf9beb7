import type { Comparison, Verdict } from '../../schemas/index.ts';
import { adjustHolm } from '../statistics/index.ts';
import { FEWEST_FAMILIES, type RawComparison } from './compare-scores.ts';
import type { Scorer } from './define-scorer.ts';
import { formatDifference, formatP, formatScore } from './format-score.ts';

/** A loss is looked for in one direction at 5 %; a gain is claimed only by a two-sided test at 5 %. */
const WORSE = 0.05;
const BETTER = 0.025;

/**
 * Passes a verdict on each comparison. The p values of the gating scorers of one variant and model are adjusted
 * together by Holm; the others are exploratory and stay as they are.
 */
export function passVerdicts(raw: readonly RawComparison[], scorers: readonly Scorer[]): Comparison[] {
  const adjusted = new Map<RawComparison, RawComparison>();
  const groups = new Map<string, RawComparison[]>();
  for (const one of raw) {
    if (!one.gating || one.pWorse === null || one.pBetter === null) continue;
    const name = JSON.stringify([one.against, one.variant, one.model]);
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  for (const group of groups.values()) {
    const worse = adjustHolm(group.map(({ pWorse }) => pWorse as number));
    const better = adjustHolm(group.map(({ pBetter }) => pBetter as number));
    group.forEach((one, at) => {
      adjusted.set(one, {
        ...one,
        pWorse: worse[at] as number,
        pBetter: better[at] as number,
        adjusted: group.length > 1,
      });
    });
  }
  return raw.map((one) => {
    const final = adjusted.get(one) ?? one;
    const scorer = scorers.find(({ id }) => id === one.scorer) as Scorer;
    const verdict = verdictOf(final, scorer);
    return { ...final, verdict, words: wordsOf(final, scorer, verdict) };
  });
}

/**
 * - regression: significantly worse, and by at least the scorer's margin;
 * - improvement: significantly better, and by at least the margin;
 * - non-inferior: not worse by more than the margin, as far as the interval goes;
 * - cannot-tell: none of these.
 */
export function verdictOf(
  {
    difference,
    interval,
    pWorse,
    pBetter,
  }: Pick<RawComparison, 'difference' | 'interval' | 'pWorse' | 'pBetter'>,
  { better, margin }: Pick<Scorer, 'better' | 'margin'>,
): Verdict {
  if (difference === null || pWorse === null || pBetter === null) return 'cannot-tell';
  const gain = better === 'higher' ? difference : -difference;
  // Differences of means carry the dust of floating point.
  const enough = margin * (1 - 1e-9);
  if (gain < 0 && -gain >= enough && pWorse <= WORSE) return 'regression';
  if (gain > 0 && gain >= enough && pBetter <= BETTER) return 'improvement';
  const worst = interval && (better === 'higher' ? interval.low : -interval.high);
  if (worst !== null && worst >= -margin * (1 + 1e-9)) return 'non-inferior';
  return 'cannot-tell';
}

function wordsOf(one: RawComparison, scorer: Scorer, verdict: Verdict): string {
  const { difference, interval, families, cases } = one;
  if (difference === null) return 'cannot tell: no case has a value on both sides';
  const means = `${formatScore(one.mean, scorer)} against ${formatScore(one.meanAgainst, scorer)}`;
  const range = interval
    ? `${formatDifference(difference, scorer)}, 90 % interval ${formatDifference(interval.low, scorer)} to ${formatDifference(interval.high, scorer)}`
    : `${formatDifference(difference, scorer)}, no interval for ${families} ${families === 1 ? 'family' : 'families'}`;
  const ground = `${means} (${range}; ${cases} cases in ${families} ${families === 1 ? 'family' : 'families'})`;
  const margin = formatDifference(scorer.margin, scorer).replace('+', '');
  switch (verdict) {
    case 'regression':
      return `regression: ${ground}; p ${formatP(one.pWorse)}, margin ${margin}`;
    case 'improvement':
      return `improvement: ${ground}; p ${formatP(one.pBetter)}, margin ${margin}`;
    case 'non-inferior':
      return `not worse by more than ${margin}: ${ground}`;
    default:
      return `cannot tell: ${ground}; ${settleOf(one, scorer, margin)}`;
  }
}

function settleOf(one: RawComparison, scorer: Scorer, margin: string): string {
  if (one.families < FEWEST_FAMILIES) return `at least five families are needed, found ${one.families}`;
  if (one.smallestVisible === null) return 'no case differs, and more of them would tell';
  const seen = `a difference below ${formatDifference(one.smallestVisible, scorer).replace('+', '')} could have been missed`;
  const { cases, repeats } = one.settle;
  if (cases === null || cases <= one.cases) return seen;
  const more = `${cases} cases${repeats === null ? '' : `, or ${repeats} repeats of these,`} would show ${margin}`;
  return `${seen}; ${more}`;
}

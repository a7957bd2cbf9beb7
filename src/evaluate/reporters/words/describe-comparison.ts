import type { Comparison, EvalSummary, Verdict } from '../../../../schemas/index.ts';
import { FEWEST_FAMILIES } from '../../compare-scores.ts';
import { formatDifference, formatP, formatScore } from '../../format-score.ts';
import { count } from './describe-run.ts';

export type SummaryScorer = EvalSummary['scorers'][number];

/** A verdict as people read it, worst first. `mark` goes with it where there is no colour. */
export const VERDICTS: Readonly<Record<Verdict, { word: string; mark: string; rank: number }>> = {
  regression: { word: 'regression', mark: '✗', rank: 0 },
  'cannot-tell': { word: 'cannot tell', mark: '?', rank: 1 },
  improvement: { word: 'improvement', mark: '✓', rank: 2 },
  'non-inferior': { word: 'not worse', mark: '=', rank: 3 },
};

/** The comparisons of one variant with another, under one model. */
export interface ComparisonGroup {
  variant: string;
  against: string;
  model: string;
  /** Worst verdict first, then in the order of the scorers. */
  gating: Comparison[];
  /** Not adjusted for their number: hints. */
  exploratory: Comparison[];
}

/** Groups comparisons by what is compared, in the order of the summary. */
export function groupComparisons({ comparisons }: Pick<EvalSummary, 'comparisons'>): ComparisonGroup[] {
  const groups = new Map<string, ComparisonGroup>();
  for (const one of comparisons) {
    const { variant, against, model } = one;
    const id = JSON.stringify([variant, against, model]);
    const group = groups.get(id) ?? { variant, against, model, gating: [], exploratory: [] };
    groups.set(id, group);
    group[one.gating ? 'gating' : 'exploratory'].push(one);
  }
  const byRank = (a: Comparison, b: Comparison) => VERDICTS[a.verdict].rank - VERDICTS[b.verdict].rank;
  for (const group of groups.values()) {
    group.gating.sort(byRank);
    group.exploratory.sort(byRank);
  }
  return [...groups.values()];
}

/** "8 cases in 6 families": of the scorer that has a value on both sides in most cases, some have none by nature. */
export function describePaired({ gating, exploratory }: ComparisonGroup): string {
  const all = [...gating, ...exploratory];
  const most = (of: 'cases' | 'families') => all.reduce((number, one) => Math.max(number, one[of]), 0);
  return `${count('case', most('cases'))} in ${count('family', most('families'), 'families')}`;
}

/** What is measured, for the functions that format values; of a scorer that is not known, a bare amount. */
export function measureOf(
  scorers: readonly SummaryScorer[],
  id: string,
): Pick<SummaryScorer, 'kind'> & { unit?: string } {
  const scorer = scorers.find((one) => one.id === id);
  return {
    kind: scorer?.kind ?? 'amount',
    ...(scorer?.kind === 'amount' && scorer.unit !== undefined && { unit: scorer.unit }),
  };
}

export interface ComparisonCells {
  before: string;
  after: string;
  difference: string;
  interval: string;
  verdict: string;
  /** One-sided p of being worse and of being better, and whether they were adjusted. */
  p: string;
  /** What a reader may do about it: what could have been missed and what would settle it, or how sure it is. */
  note: string;
}

/** A comparison as the cells of a table. */
export function describeComparison(one: Comparison, scorers: readonly SummaryScorer[]): ComparisonCells {
  const measure = measureOf(scorers, one.scorer);
  const bare = { kind: measure.kind };
  const { interval } = one;
  return {
    before: formatScore(one.meanAgainst, bare),
    after: formatScore(one.mean, bare),
    difference: formatDifference(one.difference, bare),
    interval: interval ? `${withoutUnit(interval.low, bare)} to ${withoutUnit(interval.high, bare)}` : '–',
    verdict: VERDICTS[one.verdict].word,
    p: describeP(one),
    note: describeNote(one, scorers),
  };
}

/** The ends of an interval are in the unit of the difference beside it. */
const withoutUnit = (value: number, measure: Parameters<typeof formatDifference>[1]) =>
  formatDifference(value, measure).replace(/ points$/, '');

function describeP({ pWorse, pBetter, adjusted }: Comparison): string {
  if (pWorse === null || pBetter === null) return '–';
  return `worse ${formatP(pWorse)}, better ${formatP(pBetter)}${adjusted ? ' (Holm)' : ''}`;
}

function describeNote(one: Comparison, scorers: readonly SummaryScorer[]): string {
  const measure = measureOf(scorers, one.scorer);
  const margin = scorers.find(({ id }) => id === one.scorer)?.margin ?? 0;
  const size = (value: number) => formatDifference(Math.abs(value), measure).replace(/^[+±]/, '');
  const apart =
    one.unpaired > 0 ? `; ${count('case', one.unpaired)} with a value on one side only left out` : '';
  if (one.difference === null) return `no case has a value on both sides${apart}`;
  if (one.verdict === 'non-inferior') return `not worse by more than ${size(margin)}${apart}`;
  if (one.verdict !== 'cannot-tell') {
    const p = one.verdict === 'regression' ? one.pWorse : one.pBetter;
    return `p ${formatP(p)}, margin ${size(margin)}${apart}`;
  }
  return `${describeSettling(one, size, margin)}${apart}`;
}

function describeSettling(
  { families, smallestVisible, settle, cases }: Comparison,
  size: (value: number) => string,
  margin: number,
): string {
  if (families < FEWEST_FAMILIES) return `at least five families are needed, found ${families}`;
  if (smallestVisible === null) return 'no case differs; only more cases would tell';
  const missed = `a difference below ${size(smallestVisible)} could have been missed`;
  if (settle.cases === null || settle.cases <= cases) return missed;
  const repeats = settle.repeats === null ? '' : `, or ${count('repeat', settle.repeats)} of these,`;
  return `${missed}; ${count('case', settle.cases)}${repeats} would show ${size(margin)}`;
}

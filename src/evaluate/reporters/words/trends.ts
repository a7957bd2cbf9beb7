import type { EvalSummary } from '../../../../schemas/index.ts';
import type { PastRun } from '../../define-reporter.ts';
import { formatDifference, formatScore } from '../../format-score.ts';
import { measureOf, type SummaryScorer } from './describe-comparison.ts';

/** Means of a scorer over runs of a suite: of the first variant and model, which a baseline is taken of. */
export interface Trend {
  scorer: SummaryScorer;
  /** Oldest first, the run itself last. */
  points: readonly { id: string; started: string; mean: number | null }[];
  first: string;
  before: string;
  now: string;
  change: string;
}

/**
 * Gives the trend of each gating scorer, or of each where none gates. Runs over some of the cases only are left out,
 * and so are those without the same variant and model. Empty where no run remains but this one.
 */
export function trendsOf(summary: EvalSummary, history: readonly PastRun[]): Trend[] {
  const [variant, model] = [summary.variants[0], summary.models[0]];
  const meanIn = (run: EvalSummary, scorer: string) =>
    run.scores.find((score) => score.scorer === scorer && score.variant === variant && score.model === model);
  const gating = summary.scorers.filter((scorer) => scorer.gating);
  return (gating.length > 0 ? gating : summary.scorers).flatMap((scorer): Trend[] => {
    const past = history
      .filter(({ partial }) => !partial)
      .flatMap(({ id, started, summary: run }) => {
        const score = meanIn(run, scorer.id);
        return score ? [{ id, started, mean: score.mean }] : [];
      });
    if (past.length === 0) return [];
    const points = [...past, { id: '', started: '', mean: meanIn(summary, scorer.id)?.mean ?? null }];
    const measure = measureOf(summary.scorers, scorer.id);
    const [before, now] = points.slice(-2).map(({ mean }) => mean) as [number | null, number | null];
    return [
      {
        scorer,
        points,
        first: formatScore(points[0]?.mean ?? null, measure),
        before: formatScore(before, measure),
        now: formatScore(now, measure),
        change: formatDifference(before === null || now === null ? null : now - before, measure),
      },
    ];
  });
}

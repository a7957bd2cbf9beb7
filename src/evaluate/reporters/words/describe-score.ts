import type { EvalSummary, ScoreSummary } from '../../../../schemas/index.ts';
import { formatScore } from '../../format-score.ts';
import { measureOf, type SummaryScorer } from './describe-comparison.ts';

export interface ScoreCells {
  mean: string;
  interval: string;
  /** Standard deviation between cases, and within a case over its repeats. */
  spread: string;
  /** Of an amount; empty for shares, which carry their sign. */
  unit: string;
  /** Values that are not there, in words; empty where all are. */
  gaps: string;
}

/** Less than this is the dust of floating point. */
const DUST = 1e-9;

/** A score as the cells of a table. */
export function describeScore(score: ScoreSummary, scorers: readonly SummaryScorer[]): ScoreCells {
  const { kind, unit = '' } = measureOf(scorers, score.scorer);
  const format = (value: number | null) =>
    formatScore(value !== null && Math.abs(value) < DUST ? 0 : value, { kind });
  const { mean, interval, sdBetween, sdWithin } = score;
  return {
    mean: format(mean),
    interval: interval ? `${format(interval.low).replace(/ %$/, '')} to ${format(interval.high)}` : '–',
    spread: sdBetween === null ? '' : `${format(sdBetween)} / ${format(sdWithin)}`,
    unit,
    gaps: describeGaps(score),
  };
}

/** Values that a scorer does not have for a variant and model. Counted and shown, never dropped. */
function describeGaps({ missing, errors, inapplicable }: ScoreSummary): string {
  return [
    missing > 0 && `${missing} missing`,
    errors > 0 && `${errors} failed`,
    inapplicable > 0 && `${inapplicable} not applicable`,
  ]
    .filter((part) => part !== false)
    .join(', ');
}

/** Scores of one scorer, in the order of models and variants. */
export function scoresOf({ scores, models, variants }: EvalSummary, scorer: string): ScoreSummary[] {
  return models.flatMap((model) =>
    variants.flatMap((variant) =>
      scores.filter((one) => one.scorer === scorer && one.model === model && one.variant === variant),
    ),
  );
}

import type { AaReport } from '../../compute-aa.ts';
import { formatScore } from '../../format-score.ts';
import { measureOf, type SummaryScorer } from './describe-comparison.ts';

const percent = (share: number | null) => (share === null ? '–' : `${(100 * share).toFixed(1)} %`);

/** What an A/A run says of the harness: a sentence, and a row for each scorer. */
export function describeAa(
  { splits, gateAlarms, scorers }: AaReport,
  known: readonly SummaryScorer[],
): { words: string; rows: { scorer: string; gating: boolean; falseAlarms: string; noiseFloor: string }[] } {
  return {
    words: `Of ${splits} random splits of these rows ${percent(gateAlarms)} would have failed a gate for nothing. 95 % of the differences that are chance are no larger than the last column.`,
    rows: scorers.map(({ id, gating, falseAlarms, noiseFloor }) => ({
      scorer: id,
      gating,
      falseAlarms: percent(falseAlarms),
      noiseFloor:
        noiseFloor === null ? '–' : formatScore(noiseFloor, measureOf(known, id)).replace(/ %$/, ' points'),
    })),
  };
}

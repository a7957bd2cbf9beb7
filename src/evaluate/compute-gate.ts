import type { Comparison, EvalSummary, GateReason } from '../../schemas/index.ts';
import type { Scorer } from './define-scorer.ts';
import type { Thresholds } from './define-suite.ts';
import { formatDifference, formatScore } from './format-score.ts';
import type { CellName, ScoreTable } from './score-table.ts';

interface Ground {
  table: ScoreTable;
  cells: readonly CellName[];
  scorers: readonly Scorer[];
  summary: Pick<EvalSummary, 'scores' | 'comparisons' | 'broken' | 'variants'>;
  thresholds: Thresholds;
  /** Why there is nothing to compare with; undefined where there is. */
  noBaseline: string | undefined;
}

/**
 * Judges a run. One broken invariant, failed cell, or missing value of a gating scorer is enough by itself: nothing is
 * pooled over variants or cases, and no weight can hide it. Losses count by their verdict.
 */
export function computeGate(ground: Ground): NonNullable<EvalSummary['gate']> {
  const reasons = [
    ...invariants(ground),
    ...failures(ground),
    ...belowThresholds(ground),
    ...regressions(ground),
    ...(ground.noBaseline === undefined ? [] : [{ kind: 'baseline' as const, message: ground.noBaseline }]),
  ];
  return { passed: reasons.length === 0, reasons, worst: worstOf(reasons, ground) };
}

function invariants({ summary }: Ground): GateReason[] {
  return summary.broken.map(({ case: id, variant, model, words }) => ({
    kind: 'invariant',
    message: `${id} (${variant}, ${model}): ${words.join('; ')}`,
    case: id,
    variant,
    model,
  }));
}

function failures({ table, cells, scorers }: Ground): GateReason[] {
  return cells.flatMap((cell) => {
    const { case: id, variant, model, repeat } = cell;
    const at = `${id} (${variant}, ${model}, repeat ${repeat + 1})`;
    const place = { case: id, variant, model };
    const row = table.row(cell);
    if (!row) return [{ kind: 'error' as const, message: `${at}: the cell was not run`, ...place }];
    if (row.status === 'error')
      return [{ kind: 'error' as const, message: `${at}: ${row.error?.message ?? 'failed'}`, ...place }];
    return scorers.flatMap((scorer): GateReason[] => {
      const score = table.score(cell, scorer.id);
      const message = 'why' in score ? `${at}: ${scorer.id}: ${score.why}` : '';
      if (score.kind === 'error') return [{ kind: 'error', message, scorer: scorer.id, ...place }];
      if (score.kind === 'missing' && scorer.gating)
        return [{ kind: 'missing', message, scorer: scorer.id, ...place }];
      return [];
    });
  });
}

function belowThresholds({ summary, scorers, thresholds }: Ground): GateReason[] {
  return Object.entries(thresholds).flatMap(([id, threshold]) => {
    const scorer = scorers.find((one) => one.id === id);
    if (!scorer) return [];
    return (
      summary.scores
        .filter((score) => score.scorer === id)
        // A threshold says nothing of what is in no case by nature; a value that is missing keeps it.
        .filter(({ mean, missing, errors }) => mean !== null || missing + errors > 0)
        .filter(
          ({ mean }) => mean === null || (scorer.better === 'higher' ? mean < threshold : mean > threshold),
        )
        .map(({ mean, variant, model }) => ({
          kind: 'threshold' as const,
          message: `${id} of ${variant} (${model}): found ${formatScore(mean, scorer)}, expected ${scorer.better === 'higher' ? 'at least' : 'at most'} ${formatScore(threshold, scorer)}`,
          scorer: id,
          variant,
          model,
        }))
    );
  });
}

function regressions({ summary }: Ground): GateReason[] {
  return summary.comparisons
    .filter(({ gating, verdict }) => gating && verdict === 'regression')
    .map(({ scorer, variant, model, against, words }) => ({
      kind: 'regression',
      message: `${scorer} of ${variant} against ${against} (${model}): ${words}`,
      scorer,
      variant,
      model,
    }));
}

const WORST = 3;

function worstOf(reasons: readonly GateReason[], { summary, scorers }: Ground) {
  const named = reasons.flatMap(({ case: id, variant, message }) =>
    id === undefined || variant === undefined ? [] : [{ case: id, variant, words: message }],
  );
  const lost = summary.comparisons
    .filter(({ gating, verdict }) => gating && verdict === 'regression')
    .flatMap((comparison) => worstCases(comparison, scorers));
  const seen = new Set<string>();
  return [...named, ...lost]
    .filter((one) => {
      const id = JSON.stringify([one.case, one.variant]);
      return !seen.has(id) && seen.add(id);
    })
    .slice(0, WORST);
}

function worstCases({ scorer: id, byCase, variant, against }: Comparison, scorers: readonly Scorer[]) {
  const scorer = scorers.find((one) => one.id === id) as Scorer;
  const gain = (difference: number) => (scorer.better === 'higher' ? difference : -difference);
  return Object.entries(byCase)
    .filter(([, difference]) => gain(difference) < 0)
    .sort(([a, x], [b, y]) => gain(x) - gain(y) || (a < b ? -1 : 1))
    .slice(0, WORST)
    .map(([name, difference]) => ({
      case: name,
      variant,
      words: `${id} ${formatDifference(Math.abs(difference), scorer).slice(1)} worse than ${against}`,
    }));
}

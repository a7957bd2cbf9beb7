import { createHash } from 'node:crypto';
import type { EvalRow, EvalSummary } from '../../schemas/index.ts';
import type { Baseline } from './baseline.ts';
import { compareScores, type RawComparison, type Scores } from './compare-scores.ts';
import { computeGate } from './compute-gate.ts';
import type { Scorer } from './define-scorer.ts';
import type { Thresholds } from './define-suite.ts';
import { passVerdicts } from './pass-verdict.ts';
import { cellsOf, ScoreTable } from './score-table.ts';
import { summariseScores, valuesByCase } from './summarise-scores.ts';

/** What a summary is computed from, besides rows. */
export interface SummaryPlan {
  suite: string;
  cases: readonly { id: string; family: string }[];
  /** In order; the first is what the others are compared with. */
  variants: readonly string[];
  models: readonly string[];
  repeats: number;
  scorers: readonly Scorer[];
  thresholds?: Thresholds;
  /** Compare with these scores (`evals/baseline.json`), and say whether the gate is passed. */
  gate?: { baseline?: Baseline | undefined };
}

/**
 * Computes what a run says from its rows, and from nothing else: the same set of rows gives the same bytes, in
 * whatever order they come. Rows of cells outside the plan are left out.
 */
export function computeSummary(rows: Iterable<EvalRow>, plan: SummaryPlan): EvalSummary {
  const { suite, cases, variants, models, repeats, scorers, thresholds = {} } = plan;
  const table = new ScoreTable(rows);
  const cells = models.flatMap((model) =>
    variants.flatMap((variant) => cases.flatMap(({ id }) => cellsOf({ case: id, variant, model }, repeats))),
  );
  const found = cells.map((cell) => table.row(cell));
  const scopes = scorers.flatMap((scorer) =>
    models.flatMap((model) => variants.map((variant) => ({ scorer, variant, model, cases, repeats }))),
  );
  const values = new Map(
    scopes.map((scope) => [idOf(scope.scorer.id, scope.variant, scope.model), valuesByCase(table, scope)]),
  );
  const comparisons = passVerdicts(
    [...compareVariants(plan, values), ...compareWithBaseline(plan, values)],
    scorers,
  );
  const summary = {
    schema: 'gapwright/eval@1' as const,
    suite,
    rows: hashOf(found),
    cells: {
      expected: cells.length,
      ok: found.filter((row) => row?.status === 'ok').length,
      errors: found.filter((row) => row?.status === 'error').length,
      absent: found.filter((row) => row === undefined).length,
    },
    cases: cases.map(({ id, family }) => ({ id, family })),
    variants: [...variants],
    models: [...models],
    repeats,
    scorers: scorers.map(({ id, title, description, kind, unit, better, margin, gating }) => ({
      id,
      title,
      description,
      kind,
      ...(unit !== undefined && { unit }),
      better,
      margin,
      gating,
    })),
    scores: scopes.map((scope) => summariseScores(table, scope)),
    comparisons,
    broken: cells.flatMap((cell, at) => {
      const words = found[at]?.broken ?? [];
      return words.length > 0 ? [{ ...cell, words }] : [];
    }),
  };
  if (!plan.gate) return summary;
  const noBaseline = explainNoBaseline(plan);
  return { ...summary, gate: computeGate({ table, cells, scorers, summary, thresholds, noBaseline }) };
}

type Values = ReadonlyMap<string, Scores>;

const idOf = (scorer: string, variant: string, model: string) => JSON.stringify([scorer, variant, model]);

/** Each later variant against the first. */
function compareVariants({ scorers, models, variants, cases }: SummaryPlan, values: Values): RawComparison[] {
  const [against = '', ...others] = variants;
  return models.flatMap((model) =>
    others.flatMap((variant) =>
      scorers.map((scorer) => {
        const before = values.get(idOf(scorer.id, against, model)) as Scores;
        const after = values.get(idOf(scorer.id, variant, model)) as Scores;
        return compareScores({ scorer, model, against, variant, before, after, cases });
      }),
    ),
  );
}

const baselineOf = ({ gate, suite }: SummaryPlan) => gate?.baseline?.suites[suite];

/** Why a run has nothing to be compared with; undefined where each model has the scores of one case at least. */
function explainNoBaseline(plan: SummaryPlan): string | undefined {
  const baseline = baselineOf(plan);
  if (!baseline)
    return `found no baseline of the suite ${plan.suite}, expected one: write it with --update-baseline`;
  for (const model of plan.models) {
    const known = baseline.models[model];
    const what = known ? `any case of this run by ${model}` : model;
    const isKnown = (id: string) => Object.values(known?.scores ?? {}).some((scores) => id in scores);
    if (!plan.cases.some(({ id }) => isKnown(id)))
      return `found no scores of ${what} in the baseline of the suite ${plan.suite}, expected some: write them with --update-baseline`;
  }
  return undefined;
}

/** The variant that the baseline was taken of, or the first, against the baseline's scores. */
function compareWithBaseline(plan: SummaryPlan, values: Values): RawComparison[] {
  const baseline = baselineOf(plan);
  if (!baseline) return [];
  const variant = plan.variants.includes(baseline.variant) ? baseline.variant : (plan.variants[0] ?? '');
  return plan.models.flatMap((model) => {
    const known = baseline.models[model];
    if (!known) return [];
    return plan.scorers.flatMap((scorer) => {
      const kept = known.scores[scorer.id];
      if (!kept) return [];
      const before = new Map(
        Object.entries(kept).map(([id, scores]) => [id, scores.filter((score) => score !== null)]),
      );
      const after = values.get(idOf(scorer.id, variant, model)) as Scores;
      return [
        compareScores({ scorer, model, against: 'baseline', variant, before, after, cases: plan.cases }),
      ];
    });
  });
}

function hashOf(rows: readonly (EvalRow | undefined)[]): string {
  const hash = createHash('sha256');
  for (const row of rows) hash.update(row ? `${row.key} ${row.status}\n` : 'absent\n');
  return hash.digest('hex');
}

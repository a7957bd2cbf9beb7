import { join } from 'node:path';
import type { EvalRow, EvalSummary } from '../../schemas/index.ts';
import { UsageError } from '../errors.ts';
import { openArtifactReader } from './artifacts.ts';
import { computeSummary } from './compute-summary.ts';
import type { ReporterInput } from './define-reporter.ts';
import { RUN_FILES } from './run-folder.ts';
import { withoutTexts } from './run-suite.ts';
import { rowsOf, type SavedRun, scorersOf } from './saved-runs.ts';

/** One side of a comparison: a run, and which of its variants. */
export interface Side {
  run: SavedRun;
  /** Default: the only one, else the first. */
  variant?: string | undefined;
}

export interface RunComparison {
  summary: EvalSummary;
  /** What the two runs have differently, in words: program, task, prompts, models, cases. */
  changes: string[];
  /** The rows of both sides, under the names that the summary has for these. */
  rows: Iterable<EvalRow>;
  /** The texts of a cell of either side. */
  artifact: ReporterInput['artifact'];
}

/**
 * Compares two saved runs case by case, from their rows. Where each side has one model and these differ, the models
 * are compared too, under a name that says both.
 * @throws {UsageError} for runs that have no scorer, no case or no model in common
 */
export async function compareRuns(
  before: Side,
  after: Side,
  onWarning?: (message: string) => void,
): Promise<RunComparison> {
  const [a, b] = [before, after].map(({ run, variant }) => ({
    run,
    variant: chooseVariant(run, variant),
  })) as [Required<Side> & { variant: string }, Required<Side> & { variant: string }];
  const names = nameSides(a, b);
  const scorers = scorersOf(b.run).filter(({ id }) => a.run.plan.scorers.some((scorer) => scorer.id === id));
  const cases = b.run.plan.cases.filter(({ id }) => a.run.plan.cases.some((one) => one.id === id));
  const models = matchModels(a.run, b.run);
  for (const [what, common] of Object.entries({ scorer: scorers, case: cases, model: models.names }))
    if (common.length === 0)
      throw new UsageError(
        `cannot compare ${a.run.id} with ${b.run.id}: found no ${what} that both have, expected at least one`,
      );
  const rows = function* (sides: readonly [Iterable<EvalRow>, Iterable<EvalRow>]): Generator<EvalRow> {
    for (const [at, side] of [a, b].entries())
      for (const row of sides[at] ?? []) {
        if (row.variant !== side.variant) continue;
        yield { ...row, variant: names[at] ?? row.variant, model: models.name(row.model) };
      }
  };
  const summary = computeSummary(
    withoutTexts(rows([await rowsOf(a.run, onWarning), await rowsOf(b.run, onWarning)])),
    {
      suite: b.run.plan.suite,
      cases,
      variants: names,
      models: models.names,
      repeats: Math.max(a.run.plan.repeats, b.run.plan.repeats),
      scorers,
    },
  );
  const [left, right] = [await rowsOf(a.run), await rowsOf(b.run)];
  const readers = [a, b].map(({ run }) => openArtifactReader(join(run.dir, RUN_FILES.artifacts)));
  return {
    summary,
    changes: describeRunChanges(a, b),
    rows: { [Symbol.iterator]: () => rows([left, right]) },
    artifact(name) {
      for (const read of readers) {
        const found = read(name);
        if (found) return found;
      }
      return undefined;
    },
  };
}

function chooseVariant({ plan, id }: SavedRun, wanted: string | undefined): string {
  const names = plan.variants.map(({ name }) => name);
  if (wanted === undefined) return names[0] ?? '';
  if (names.includes(wanted)) return wanted;
  throw new UsageError(
    `cannot compare the variant ${JSON.stringify(wanted)} of ${id}: found ${names.join(', ')} in it, expected one of these`,
  );
}

function nameSides(a: Required<Side>, b: Required<Side>): [string, string] {
  if (a.run.id !== b.run.id) return [`${a.run.id}:${a.variant}`, `${b.run.id}:${b.variant}`];
  if (a.variant !== b.variant) return [String(a.variant), String(b.variant)];
  throw new UsageError(
    `cannot compare ${a.run.id} with itself: found the same run and variant twice, expected two runs, or RUN:VARIANT twice`,
  );
}

function matchModels(a: SavedRun, b: SavedRun) {
  const [ofA, ofB] = [a.plan.models, b.plan.models];
  const common = ofB.filter((id) => ofA.includes(id));
  if (common.length > 0 || ofA.length !== 1 || ofB.length !== 1)
    return { names: common, name: (id: string) => id };
  const joint = `${ofA[0]} → ${ofB[0]}`;
  return { names: [joint], name: () => joint };
}

/** What makes two runs different. A change of the program alone needs no statistics: frozen drafts must be equal. */
export function describeRunChanges(a: Required<Side>, b: Required<Side>): string[] {
  const [before, after] = [a.run.plan, b.run.plan];
  const [from, to] = [a, b].map(({ run, variant }) => run.plan.variants.find(({ name }) => name === variant));
  const changes: string[] = [];
  const note = (what: string, was: unknown, is: unknown) => {
    const [x, y] = [JSON.stringify(was), JSON.stringify(is)];
    if (x !== y) changes.push(`${what}: was ${x}, is ${y}`);
  };
  note('suite', before.suite, after.suite);
  note('gapwright', before.version, after.version);
  note('task', before.task, after.task);
  note('models', before.models, after.models);
  note('repeats', before.repeats, after.repeats);
  note('seed', before.seed, after.seed);
  note('style', from?.style, to?.style);
  const ids = new Set([...Object.keys(from?.prompts ?? {}), ...Object.keys(to?.prompts ?? {})]);
  const prompts = [...ids].filter((id) => from?.prompts[id] !== to?.prompts[id]).sort();
  if (prompts.length > 0) changes.push(`prompts: ${prompts.join(', ')}`);
  const inputs = new Map(before.cases.map((one) => [one.id, one.inputs]));
  const changed = after.cases.filter(({ id, inputs: now }) => inputs.has(id) && inputs.get(id) !== now);
  if (changed.length > 0) changes.push(`cases changed: ${changed.map(({ id }) => id).join(', ')}`);
  const apart = [
    ...after.cases.filter(({ id }) => !inputs.has(id)),
    ...before.cases.filter(({ id }) => !after.cases.some((one) => one.id === id)),
  ];
  if (apart.length > 0)
    changes.push(`cases of one run only, left out: ${apart.map(({ id }) => id).join(', ')}`);
  return changes;
}

import { basename, dirname, resolve } from 'node:path';
import type { EvalPlan, EvalScorer } from '../../schemas/eval-plan.ts';
import { InputError, UsageError } from '../errors.ts';
import type { InputWarning } from '../input/index.ts';
import { VERSION } from '../version.ts';
import { builtInScorersFor, checkSuite } from './check-suite.ts';
import { chooseVariants } from './choose-variants.ts';
import { codeVersion } from './code-version.ts';
import type { Scorer } from './define-scorer.ts';
import type { Suite, SuiteModel } from './define-suite.ts';
import type { Task } from './define-task.ts';
import { digest, digestText } from './digest.ts';
import { matchesAny } from './glob-to-pattern.ts';
import type { LoadedVariant } from './load-variant.ts';
import { reportTask } from './report-task.ts';
import type { EvalCase } from './trial.ts';

/** What a command leaves of a suite, and adds to it. */
export interface PlanOptions {
  /** What relative paths in the suite are relative to. Default: the working folder. */
  dir?: string;
  /** The suite's file, for messages. */
  file?: string;
  /** Ids of cases, or globs over them. */
  cases?: readonly string[] | undefined;
  /** A case runs where it, or the suite, has one of them. */
  tags?: readonly string[] | undefined;
  /** As `--variant` takes them. */
  variants?: readonly string[] | undefined;
  /** Makes a folder given as a variant one that does not depend on the suite. */
  resolvePath?: (path: string) => string;
  /** Name of the variant that the others are compared with. Default: the first. */
  against?: string | undefined;
  /** In place of the suite's. */
  models?: readonly SuiteModel[] | undefined;
  /** What a suite without models uses. Default `offline`. */
  defaultModel?: SuiteModel;
  repeats?: number | undefined;
  maxRepairs?: number | undefined;
  /** Another seed is another sample: no row of an earlier one is taken. Default 1. */
  seed?: number | undefined;
  /** Asks models even where the suite has recordings of their replies. Default: where models are named here. */
  live?: boolean | undefined;
  /** The first variant twice, under two names and with recordings of their own, and nothing else. */
  aa?: boolean | undefined;
  signal?: AbortSignal | undefined;
}

/** All that a run needs, read and checked. */
export interface RunPlan {
  plan: EvalPlan;
  suite: Suite;
  task: Task;
  cases: readonly EvalCase[];
  variants: readonly LoadedVariant[];
  models: readonly SuiteModel[];
  scorers: readonly Scorer[];
  /** The folder of recordings that the suite names; undefined where models are to be asked. */
  replay: string | undefined;
  warnings: readonly InputWarning[];
}

/**
 * Reads what a suite names (cases, prompts, scorers) and plans its cells.
 * @throws {InputError} {UsageError} where the suite or a filter is wrong, or no case is left
 */
export async function planRun(suite: Suite, options: PlanOptions = {}): Promise<RunPlan> {
  const {
    dir = process.cwd(),
    file = `the suite ${suite.name}`,
    seed = 1,
    defaultModel = 'offline',
  } = options;
  const builtIn = await builtInScorersFor(suite);
  checkSuite(suite, file, builtIn);
  const { task = reportTask } = suite;
  const maxRepairs = options.maxRepairs ?? suite.maxRepairs ?? 3;
  const repeats = options.repeats ?? suite.repeats ?? 1;
  if (!Number.isInteger(repeats) || repeats < 1)
    throw new UsageError(
      `cannot plan ${suite.name}: found ${repeats} repeats, expected a whole number from 1 on`,
    );
  const all = await readCases(suite, dir, options.signal);
  const { cases, partial } = chooseCases(suite, all.cases, options);
  const chosen = chooseVariants(suite.variants, options.variants, {
    against: options.against,
    ...(options.resolvePath && { resolvePath: options.resolvePath }),
  });
  const variants: LoadedVariant[] = [];
  for (const variant of chosen)
    variants.push(
      task.usesReport
        ? await (await import('./load-variant.ts')).loadVariant(variant, dir)
        : { variant, from: 'no prompts', prompts: undefined, hashes: {} },
    );
  const [first] = variants;
  if (options.aa && first) variants.splice(0, variants.length, first, again(first, repeats));
  const models = options.models ?? suite.models ?? [defaultModel];
  const scorers = (suite.scorers ?? builtIn).map((scorer) =>
    typeof scorer === 'string' ? (builtIn.find(({ id }) => id === scorer) as Scorer) : scorer,
  );
  const plan: EvalPlan = {
    schema: 'gapwright/eval-plan@1',
    suite: suite.name,
    version: task.usesReport ? codeVersion() : VERSION,
    task: { id: task.id, version: versionOf(task) },
    cases: cases.map((one) => ({
      id: one.id,
      family: one.family,
      tags: [...one.tags],
      inputs: digestInputs(one),
    })),
    variants: variants.map(({ variant, from, hashes }) => ({
      name: variant.name,
      from,
      prompts: { ...hashes },
      style: { ...variant.style },
    })),
    models: models.map(idOf),
    repeats,
    seed,
    maxRepairs,
    scorers: scorers.map((scorer) => describeScorer(scorer, builtIn)),
    thresholds: { ...suite.thresholds },
    partial,
  };
  const live = options.live ?? options.models !== undefined;
  const replay = live || suite.replay === undefined ? undefined : resolve(dir, suite.replay);
  return {
    plan,
    suite,
    task,
    cases,
    variants,
    models,
    scorers,
    replay,
    warnings: warningsOf(cases, all.warnings),
  };
}

/** SHA-256 of what a case is made of and expects. */
export function digestInputs({ case: theCase, expect, data = null }: EvalCase): string {
  return digest([theCase, expect, data]);
}

/** The name of a plan: the same plan goes on where it was stopped. What the gate demands shapes no row. */
export function digestPlan({ thresholds: _, ...plan }: EvalPlan): string {
  return digest({
    ...plan,
    variants: plan.variants.map(({ from: __, ...variant }) => variant),
    scorers: plan.scorers.map(({ id, code = null }) => [id, code]),
  });
}

export function idOf(model: SuiteModel): string {
  return typeof model === 'string' ? model : model.id;
}

async function readCases(suite: Suite, dir: string, signal: AbortSignal | undefined) {
  if (typeof suite.cases !== 'string') return { cases: suite.cases, warnings: [] };
  const { readEvalCases } = await import('./read-eval-cases.ts');
  const { only } = suite;
  return readEvalCases(resolve(dir, suite.cases), {
    date: suite.date,
    signal,
    ...(only && { accept: (id: string) => matchesAny(id, only) }),
  });
}

/** Warnings about files of the cases that run. */
function warningsOf(cases: readonly EvalCase[], warnings: readonly InputWarning[]): InputWarning[] {
  const ids = new Set(cases.map(({ id }) => id));
  return warnings.filter(({ file }) => ids.has(basename(dirname(file))));
}

function chooseCases(
  { name, tags: own = [], caseTags, only }: Suite,
  all: readonly EvalCase[],
  { cases: wanted, tags }: PlanOptions,
): { cases: readonly EvalCase[]; partial: boolean } {
  const has = (one: EvalCase, some: readonly string[]) => one.tags.some((tag) => some.includes(tag));
  const ofSuite = all
    .filter(({ id }) => only === undefined || matchesAny(id, only))
    .filter((one) => caseTags === undefined || has(one, caseTags));
  if (ofSuite.length === 0) {
    const wish = [only && `only ${only.join(', ')}`, caseTags && `caseTags ${caseTags.join(', ')}`].filter(
      Boolean,
    );
    throw new InputError(
      name,
      `cannot run ${name}: found no case that fits ${wish.join(' and ')}, expected some of ${all.length} cases`,
    );
  }
  const left = ofSuite
    .filter(({ id }) => wanted === undefined || matchesAny(id, wanted))
    .filter((one) => tags === undefined || own.some((tag) => tags.includes(tag)) || has(one, tags));
  if (left.length > 0) return { cases: left, partial: left.length < ofSuite.length };
  const filters = [wanted && `--case ${wanted.join(', ')}`, tags && `--tag ${tags.join(', ')}`].filter(
    Boolean,
  );
  throw new UsageError(
    `cannot run ${name}: found no case that fits ${filters.join(' and ')}, expected some of its ${ofSuite.length} cases`,
  );
}

/** The same prompts once more: what differs between the two is chance. */
function again(first: LoadedVariant, repeats: number): LoadedVariant {
  const { name } = first.variant;
  return {
    ...first,
    variant: { ...first.variant, name: `${name.slice(0, 74)}-again` },
    sample: { name, offset: repeats },
  };
}

/** A task of one's own that was edited is another one, even where its version was forgotten. */
function versionOf(task: Task): string {
  return task === reportTask ? task.version : `${task.version}+${digestText(String(task.run)).slice(0, 12)}`;
}

function describeScorer(scorer: Scorer, builtIn: readonly Scorer[]): EvalScorer {
  const { id, title, description, kind, unit, better, margin, gating, deterministic } = scorer;
  return {
    id,
    title,
    description,
    kind,
    ...(unit !== undefined && { unit }),
    better,
    margin,
    gating,
    deterministic,
    ...(!builtIn.includes(scorer) && { code: digestText(String(scorer.score)).slice(0, 12) }),
  };
}

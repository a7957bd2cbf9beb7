import type { EvalRow, FactSheet, ScoreValue } from '../../schemas/index.ts';
import type { PromptSet } from '../draft/index.ts';
import { GapwrightError } from '../errors.ts';
import type { Model } from '../model/index.ts';
import type { Artifacts } from './artifacts.ts';
import type { Cell } from './cells.ts';
import type { Score, Scorer } from './define-scorer.ts';
import type { Task, TaskResult } from './define-task.ts';
import type { FactsCache } from './facts-cache.ts';
import { idOf } from './plan-run.ts';
import type { Trial } from './trial.ts';

/** What cells of a run have in common. */
export interface CellWorld {
  suite: string;
  task: Task;
  scorers: readonly Scorer[];
  maxRepairs: number;
  replayed: boolean;
  facts: FactsCache;
  /** What folders of prompts are relative to. */
  dir: string;
  /** The model of a cell; undefined for the offline writer. */
  openModel(cell: Cell): Promise<Model | undefined>;
  artifacts: Artifacts | undefined;
  signal: AbortSignal | undefined;
}

/** Errors of the caller or of this machine: they stop the run, the next cell would only meet them again. */
const STOPPING = ['input', 'usage', 'output', 'aborted'];

const MOST_EVIDENCE = 10;
const LONGEST_EVIDENCE = 160;

/**
 * Does the work of one cell and scores it. What goes wrong in the work or in a scorer is a row of status error.
 * @throws {GapwrightError} where the run makes no sense: wrong input or usage, a folder that cannot be written, an abort
 */
export async function runCell(cell: Cell, key: string, world: CellWorld): Promise<EvalRow> {
  const head = {
    key,
    suite: world.suite,
    case: cell.case.id,
    family: cell.case.family,
    variant: cell.variant.variant.name,
    model: idOf(cell.model),
    repeat: cell.repeat,
  };
  let sheet: FactSheet | undefined;
  let result: TaskResult;
  try {
    const model = await world.openModel(cell);
    result = await world.task.run({
      case: cell.case,
      variant: cell.variant.variant,
      model,
      repeat: cell.repeat,
      maxRepairs: world.maxRepairs,
      replayed: world.replayed,
      signal: world.signal,
      facts: async () => {
        sheet = await world.facts.of(cell.case);
        return sheet;
      },
      prompts: () => promptsOf(cell, world.dir),
    });
  } catch (error) {
    if (isStopping(error) || world.signal?.aborted) throw error;
    return { ...head, status: 'error', error: describe(error), scores: {}, broken: [] };
  }
  const trial = await toTrial(cell, result, sheet, world);
  const scores: Record<string, ScoreValue> = {};
  for (const scorer of world.scorers) scores[scorer.id] = await scoreBy(scorer, trial, result.scores);
  const artifact = world.artifacts?.keep(trial, sheet);
  const failed = Object.entries(scores).find(([, { error }]) => error !== undefined);
  return {
    ...head,
    status: failed ? 'error' : 'ok',
    ...(failed && {
      error: { name: 'ScorerError', message: `the scorer ${failed[0]} failed: ${failed[1].error}` },
    }),
    scores,
    broken: [...(result.broken ?? [])],
    ...(artifact !== undefined && { artifact }),
  };
}

async function promptsOf({ variant }: Cell, dir: string): Promise<PromptSet> {
  if (variant.prompts) return variant.prompts;
  const { loadVariant } = await import('./load-variant.ts');
  return (await loadVariant(variant.variant, dir)).prompts as PromptSet;
}

async function toTrial(
  cell: Cell,
  result: TaskResult,
  sheet: FactSheet | undefined,
  world: CellWorld,
): Promise<Trial> {
  const { report, text = '', findings = [], first, usage = {}, seconds = null, data } = result;
  const facts = sheet ?? (world.task.usesReport ? await world.facts.of(cell.case) : undefined);
  const trial = {
    case: cell.case,
    variant: cell.variant.variant.name,
    model: idOf(cell.model),
    repeat: cell.repeat,
    ...(cell.variant.variant.style && { style: cell.variant.variant.style }),
    report,
    text,
    findings,
    first: first ?? { sentences: [], text: '', findings: [] },
    usage: { calls: 0, inputTokens: 0, outputTokens: 0, cost: null, retries: 0, ...usage },
    seconds,
    ...(data !== undefined && { data }),
  };
  return Object.defineProperty(trial, 'facts', {
    enumerable: true,
    get() {
      if (facts) return facts;
      throw new TypeError(
        `cannot read the facts of ${cell.case.id}: found a task (${world.task.id}) that computes none, expected it to call facts()`,
      );
    },
  }) as typeof trial & { facts: FactSheet };
}

async function scoreBy(
  scorer: Scorer,
  trial: Trial,
  given: Readonly<Record<string, Score>> = {},
): Promise<ScoreValue> {
  let score: Score;
  try {
    score = given[scorer.id] ?? (await scorer.score(trial));
    checkRange(scorer, score);
  } catch (error) {
    const { name, message } = describe(error);
    return { value: null, error: `${name}: ${message}` };
  }
  const { value, missing, inapplicable, evidence = [] } = score;
  const kept = evidence
    .slice(0, MOST_EVIDENCE)
    .map((text) => (text.length > LONGEST_EVIDENCE ? `${text.slice(0, LONGEST_EVIDENCE - 1)}…` : text));
  return {
    value,
    ...(value === null && { missing: missing ?? 'the scorer gave no value and no reason' }),
    ...(value === null && inapplicable && { inapplicable }),
    ...(kept.length > 0 && { evidence: kept }),
  };
}

function checkRange({ id, kind }: Scorer, { value }: Score): void {
  if (value === null) return;
  const fits = {
    binary: value === 0 || value === 1,
    share: value >= 0 && value <= 1,
    amount: value >= 0 && Number.isFinite(value),
  }[kind];
  if (fits) return;
  const expected = { binary: '0 or 1', share: 'a number from 0 to 1', amount: 'a finite number from 0 on' }[
    kind
  ];
  throw new RangeError(`cannot use the value of ${id}: found ${value}, expected ${expected} or null`);
}

function isStopping(error: unknown): boolean {
  return error instanceof GapwrightError && STOPPING.includes(error.code);
}

function describe(error: unknown): { name: string; message: string } {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error).slice(0, 500) };
  return { name: error.name, message: error.message.slice(0, 500) };
}

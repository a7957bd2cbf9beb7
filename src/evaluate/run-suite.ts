import { join } from 'node:path';
import type { EvalPlan, EvalRow, EvalSummary } from '../../schemas/index.ts';
import { EventStream } from '../draft/events.ts';
import { AbortedError } from '../errors.ts';
import type { Model } from '../model/index.ts';
import { openArtifacts } from './artifacts.ts';
import type { Baseline } from './baseline.ts';
import { type Cell, keyMaker, listCells } from './cells.ts';
import type { Scorer } from './define-scorer.ts';
import type { Suite } from './define-suite.ts';
import type { EvalEvent } from './events.ts';
import { FactsCache } from './facts-cache.ts';
import { idOf, type PlanOptions, planRun, type RunPlan } from './plan-run.ts';
import { memoryRows, type RowStore } from './row-store.ts';
import { type CellWorld, runCell } from './run-cell.ts';
import { type OpenedRun, openRun, RUN_FILES } from './run-folder.ts';

/** How a run is done; what is done is in its plan. */
export interface RunOptions {
  /** The folder of saved runs. Without it rows are kept in memory, and nothing can be gone on with. */
  runs?: string | undefined;
  /** Goes on with the newest saved run of the same plan. Default true. */
  resume?: boolean;
  /** A folder for runs of any plan, in place of one for each plan. */
  runName?: string;
  /** Keeps report, first draft and findings of each cell in the run's folder. Default true where the run is saved. */
  artifacts?: boolean;
  /** Cells at the same time. Default 4. */
  concurrency?: number | undefined;
  /** Keeps each reply of a model there, a folder for each cell. */
  record?: string | undefined;
  /** Takes the replies from such a folder; no model is opened. */
  replay?: string | undefined;
  /** Opens a model by its id. Default: `openModel` without settings; a key is never read from the environment here. */
  openModel?: (id: string, promptHashes: readonly string[]) => Promise<Model>;
  /** Says whether the gate is passed, compared with this baseline if there is one. */
  gate?: { baseline?: Baseline | undefined } | undefined;
  /** Told of events as they happen. They are not kept for `events` then: of thousands of cells they are many. */
  onEvent?: (event: EvalEvent) => void;
  /** What relative folders of prompts are relative to. Default: the working folder. */
  dir?: string;
  signal?: AbortSignal | undefined;
}

export interface RunSuiteOptions extends PlanOptions, RunOptions {
  dir?: string;
  signal?: AbortSignal | undefined;
}

/** A suite on its way. */
export interface SuiteRun {
  /** What the rows say, when every cell has one. */
  summary: Promise<EvalSummary>;
  /** The rows, one for each cell that has one. Read from the disk where the run is saved. Complete after `summary`. */
  rows: Iterable<EvalRow>;
  /** What happens on the way, to be read once. */
  events: AsyncIterable<EvalEvent>;
}

/**
 * Runs a suite: cases x variants x models x repeats, each scored into a row. Cells that have a row of the same key are
 * not run again, unless it is an error.
 *
 * `summary` rejects with InputError, UsageError, OutputError or AbortedError; rows that are there stay. What goes wrong
 * within a cell is a row of status error.
 */
export function runSuite(suite: Suite, options: RunSuiteOptions = {}): SuiteRun {
  return runPlan(planRun(suite, options), options);
}

/** Runs what has been planned. See `runSuite`. */
export function runPlan(planning: RunPlan | Promise<RunPlan>, options: RunOptions = {}): SuiteRun {
  const events = new EventStream<EvalEvent>();
  let rows: RowStore = memoryRows();
  const onEvent = (event: EvalEvent) => {
    if (options.onEvent) options.onEvent(event);
    else events.push(event);
  };
  const summary = (async () => {
    const plan = await planning;
    for (const { message } of plan.warnings) onEvent({ type: 'eval-warning', message });
    const opened = await openRunOf(plan, options, onEvent);
    if (opened) rows = opened.rows;
    try {
      await runCells(plan, rows, opened, options, onEvent);
      const { computeSummary } = await import('./compute-summary.ts');
      const summary = computeSummary(withoutTexts(rows.rows()), {
        ...summaryPlanOf(plan.plan, plan.scorers),
        ...(options.gate && { gate: options.gate }),
      });
      await opened?.finish(summary);
      return summary;
    } finally {
      await opened?.close();
    }
  })().finally(() => events.close());
  // Whoever reads only the events must not be ended by an unhandled rejection; `summary` still rejects.
  summary.catch(() => {});
  return { summary, events, rows: { [Symbol.iterator]: () => rows.rows()[Symbol.iterator]() } };
}

/** Rows without their evidence, which no number needs: thousands of rows are in memory while a summary is made. */
export function* withoutTexts(rows: Iterable<EvalRow>): Generator<EvalRow> {
  for (const row of rows) {
    const scores: EvalRow['scores'] = {};
    for (const [id, { evidence: _, ...score }] of Object.entries(row.scores)) scores[id] = score;
    const { artifact: _, ...rest } = row;
    yield { ...rest, scores };
  }
}

/** What a summary of the plan's rows is computed from. */
export function summaryPlanOf(plan: EvalPlan, scorers: readonly Scorer[]) {
  return {
    suite: plan.suite,
    cases: plan.cases,
    variants: plan.variants.map(({ name }) => name),
    models: plan.models,
    repeats: plan.repeats,
    scorers,
    thresholds: plan.thresholds,
  };
}

function openRunOf(
  { plan }: RunPlan,
  { runs, resume, runName }: RunOptions,
  onEvent: (event: EvalEvent) => void,
): Promise<OpenedRun> | undefined {
  if (runs === undefined) return undefined;
  return openRun(runs, plan, {
    ...(resume !== undefined && { resume }),
    ...(runName !== undefined && { name: runName }),
    onWarning: (message) => onEvent({ type: 'eval-warning', message }),
  });
}

async function runCells(
  plan: RunPlan,
  rows: RowStore,
  opened: OpenedRun | undefined,
  options: RunOptions,
  onEvent: (event: EvalEvent) => void,
): Promise<void> {
  const { signal, concurrency = 4, artifacts = true, dir = process.cwd() } = options;
  const facts = new FactsCache();
  const kept = opened && artifacts ? openArtifacts(join(opened.dir, RUN_FILES.artifacts)) : undefined;
  const replay = options.replay ?? (options.record === undefined ? plan.replay : undefined);
  const keyOf = keyMaker(plan, replay);
  const world: CellWorld = {
    suite: plan.plan.suite,
    task: plan.task,
    scorers: plan.scorers,
    maxRepairs: plan.plan.maxRepairs,
    replayed: replay !== undefined,
    facts,
    dir,
    openModel: modelOpener({ ...options, replay }),
    artifacts: kept,
    signal,
  };
  const { cases, variants, models, repeats } = plan.plan;
  onEvent({
    type: 'eval-start',
    suite: plan.plan.suite,
    cells: cases.length * variants.length * models.length * repeats,
    ...(opened && { dir: opened.dir }),
  });
  const count = { ran: 0, kept: 0, errors: 0 };
  const cells = listCells(plan);
  let stopped = false;
  const work = async () => {
    for (const cell of cells) {
      if (stopped) return;
      if (signal?.aborted) throw new AbortedError();
      const key = keyOf(cell);
      const name = {
        case: cell.case.id,
        variant: cell.variant.variant.name,
        model: idOf(cell.model),
        repeat: cell.repeat,
      };
      if (rows.has(name, key)) {
        count.kept += 1;
        onEvent({ type: 'cell-kept', ...name });
        continue;
      }
      const start = performance.now();
      const row = await runCell(cell, key, world);
      rows.append(row);
      count.ran += 1;
      if (row.status === 'error') count.errors += 1;
      onEvent({
        type: 'cell-end',
        ...name,
        status: row.status,
        broken: row.broken.length,
        seconds: (performance.now() - start) / 1000,
        ...(row.error && { error: row.error }),
      });
    }
  };
  const workers = Array.from({ length: Math.max(1, concurrency) }, () =>
    work().catch((error: unknown) => {
      stopped = true;
      throw error;
    }),
  );
  // Rows of cells that are under way when one fails are still kept.
  const ends = await Promise.allSettled(workers);
  kept?.close();
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw signal?.aborted ? new AbortedError(undefined, { cause: failed.reason }) : failed.reason;
  onEvent({ type: 'eval-end', suite: plan.plan.suite, ...count });
}

/** Opens each model once, and puts the recording of the cell around it. */
function modelOpener({ openModel = openByPackage, record, replay }: RunOptions): CellWorld['openModel'] {
  const opened = new Map<string, Promise<Model>>();
  return async ({ model, variant, recording }: Cell) => {
    const id = idOf(model);
    if (id === 'offline') return undefined;
    const prompts = Object.values(variant.hashes);
    if (replay !== undefined) {
      const { replayReplies } = await import('../record/index.ts');
      return replayReplies(id, join(replay, recording), { prompts });
    }
    let live: Promise<Model>;
    if (typeof model === 'string') {
      live = opened.get(id) ?? openModel(id, prompts);
      opened.set(id, live);
    } else live = Promise.resolve(model);
    if (record === undefined) return live;
    const { recordReplies } = await import('../record/index.ts');
    return recordReplies(await live, join(record, recording), { prompts });
  };
}

async function openByPackage(id: string): Promise<Model> {
  const { openModel } = await import('../model/index.ts');
  return openModel(id);
}

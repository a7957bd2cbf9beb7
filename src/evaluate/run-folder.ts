import { existsSync } from 'node:fs';
import * as nodeFiles from 'node:fs/promises';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvalPlan, EvalSummary } from '../../schemas/index.ts';
import { OutputError, UsageError } from '../errors.ts';
import { digestPlan } from './plan-run.ts';
import { openRows, type RowStore } from './row-store.ts';

/** Names in the folder of a saved run. */
export const RUN_FILES = {
  plan: 'plan.json',
  rows: 'rows.jsonl',
  summary: 'summary.json',
  about: 'run.json',
  artifacts: 'artifacts.jsonl',
  lock: 'lock',
} as const;

/** Where saved runs lie if nothing else is said. */
export const RUNS_FOLDER = join('evals', '.runs');

/** `run.json`: what of a run is no result. Nothing in it is part of a summary. */
export interface AboutRun {
  schema: 'gapwright/eval-run@1';
  /** ISO 8601. */
  started: string;
  ended?: string;
}

export interface OpenedRun {
  dir: string;
  id: string;
  rows: RowStore;
  /** Writes `summary.json`, all or nothing. */
  finish(summary: EvalSummary): Promise<void>;
  close(): Promise<void>;
}

export interface OpenRunOptions {
  /** Goes on with the newest run of the same plan. Default true; else a new run is begun beside it. */
  resume?: boolean;
  /** In place of a folder named after the plan: takes any plan, so that rows of other plans serve where they fit. */
  name?: string;
  onWarning?: (message: string) => void;
  now?: () => Date;
}

/**
 * Opens the folder of a run in the folder of all runs: the one of the same plan, or a new one. It is locked until
 * `close`.
 * @throws {UsageError} where another process is in it
 * @throws {OutputError} where it cannot be written to
 */
export async function openRun(
  runs: string,
  plan: EvalPlan,
  { resume = true, name, onWarning, now = () => new Date() }: OpenRunOptions = {},
): Promise<OpenedRun> {
  const base = `${plan.suite}-${digestPlan(plan).slice(0, 12)}`;
  const id = name ?? chooseName(runs, base, resume);
  const dir = join(runs, id);
  const path = (file: keyof typeof RUN_FILES) => join(dir, RUN_FILES[file]);
  await mkdir(dir, { recursive: true, mode: 0o700 }).catch((cause: Error) => {
    throw new OutputError(
      `cannot keep the run in ${dir}: found ${cause.message}, expected a folder to write in`,
      {
        cause,
      },
    );
  });
  const { takeLock } = await import('../run/run-lock.ts');
  const lock = await takeLock(dir, path('lock'), { fileSystem: nodeFiles }).catch((error: unknown) => {
    throw error instanceof UsageError
      ? new UsageError(error.message.replaceAll('--run DIR', '--out DIR'), { cause: error })
      : error;
  });
  const write = (file: keyof typeof RUN_FILES, value: unknown) => replaceFile(path(file), value);
  try {
    const before = await readAbout(path('about'));
    const about: AboutRun = before ?? { schema: 'gapwright/eval-run@1', started: now().toISOString() };
    await write('plan', plan);
    if (!before || name !== undefined) await write('about', { ...about, started: now().toISOString() });
    // What an interrupted run had not said, a summary of fewer rows must not say.
    await rm(path('summary'), { force: true });
    const rows = await openRows(path('rows'), onWarning ? { onWarning } : {});
    return {
      dir,
      id,
      rows,
      async finish(summary) {
        await write('summary', summary);
        await write('about', { ...about, ended: about.ended ?? now().toISOString() });
      },
      async close() {
        try {
          rows.close();
        } finally {
          await lock.release().catch(() => {});
        }
      },
    };
  } catch (error) {
    await lock.release().catch(() => {});
    throw error;
  }
}

/**
 * Writes a file under a temporary name and renames it: whoever reads it finds it whole. It is not brought to the disk by
 * force, since rows are; all else can be made again from them by the same command.
 */
async function replaceFile(path: string, value: unknown): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, `${JSON.stringify(value, undefined, 2)}\n`, { mode: 0o600 });
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => {});
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new OutputError(`cannot write ${path}: found ${found}, expected room for it`, { cause });
  }
}

/** The newest folder of a plan, or a new one: `smoke-1a2b3c`, `smoke-1a2b3c.2`, ... */
function chooseName(runs: string, base: string, resume: boolean): string {
  const nth = (n: number) => (n === 1 ? base : `${base}.${n}`);
  let count = 0;
  while (existsSync(join(runs, nth(count + 1)))) count += 1;
  return resume ? nth(Math.max(1, count)) : nth(count + 1);
}

async function readAbout(path: string): Promise<AboutRun | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as AboutRun;
  } catch {
    return undefined;
  }
}

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { EvalPlan, EvalRow, EvalSummary } from '../../schemas/index.ts';
import { InputError, UsageError } from '../errors.ts';
import type { Scorer } from './define-scorer.ts';
import { readRows } from './row-store.ts';
import { type AboutRun, RUN_FILES } from './run-folder.ts';

/** A run as its folder holds it. */
export interface SavedRun {
  /** The folder's name. */
  id: string;
  dir: string;
  plan: EvalPlan;
  about: AboutRun;
  /** Undefined where the run was not finished. */
  summary: EvalSummary | undefined;
}

/**
 * Reads the plan of a saved run. `path` is its folder or a file in it, such as `summary.json`.
 * @throws {InputError} where it is none
 */
export async function readRun(path: string): Promise<SavedRun> {
  const full = resolve(path);
  const dir = statSync(full, { throwIfNoEntry: false })?.isDirectory() ? full : dirname(full);
  const { EvalPlan } = await import('../../schemas/eval-plan.ts');
  const plan = EvalPlan.safeParse(readJson(join(dir, RUN_FILES.plan)));
  if (!plan.success)
    throw new InputError(
      path,
      `cannot read the run ${path}: found no ${RUN_FILES.plan} of gapwright there, expected the folder of a saved run or a file in it (all numbers come from its rows)`,
      [],
      { cause: plan.error },
    );
  const about = readJson(join(dir, RUN_FILES.about)) as AboutRun | undefined;
  return {
    id: basename(dir),
    dir,
    plan: plan.data,
    about: about ?? { schema: 'gapwright/eval-run@1', started: '' },
    summary: readJson(join(dir, RUN_FILES.summary)) as EvalSummary | undefined,
  };
}

/** The runs in a folder, oldest first. What cannot be read is left out. */
export async function listRuns(runs: string): Promise<SavedRun[]> {
  let names: string[];
  try {
    names = readdirSync(runs);
  } catch {
    return [];
  }
  const read = await Promise.all(
    names
      .filter((name) => statSync(join(runs, name, RUN_FILES.plan), { throwIfNoEntry: false })?.isFile())
      .map((name) => readRun(join(runs, name)).catch(() => undefined)),
  );
  return read
    .filter((run) => run !== undefined)
    .sort((a, b) => compareTexts(a.about.started, b.about.started) || compareTexts(a.id, b.id));
}

/**
 * Finds a run by its path, or by its name in the folder of runs.
 * @throws {InputError} {UsageError}
 */
export async function findRun(text: string, { runs, cwd }: { runs: string; cwd: string }): Promise<SavedRun> {
  for (const path of [resolve(cwd, text), join(runs, text)])
    if (statSync(path, { throwIfNoEntry: false })) return readRun(path);
  const known = (await listRuns(runs)).map(({ id }) => id);
  throw new UsageError(
    `cannot find the run ${JSON.stringify(text)}: found ${known.length === 0 ? 'no saved runs' : known.slice(-10).join(', ')} in ${runs}, expected the name or the path of a saved run`,
  );
}

/** The rows of a saved run, one for each cell. */
export function rowsOf(run: SavedRun, onWarning?: (message: string) => void): Promise<Iterable<EvalRow>> {
  return readRows(join(run.dir, RUN_FILES.rows), onWarning);
}

/** Scorers of a saved run: what they say of themselves, without the code. */
export function scorersOf({ plan, id }: Pick<SavedRun, 'plan' | 'id'>): Scorer[] {
  return plan.scorers.map(({ unit, code: _, ...scorer }) => ({
    ...scorer,
    ...(unit !== undefined && { unit }),
    score: () => {
      throw new UsageError(`cannot score again: found the saved run ${id}, which has scores but no code`);
    },
  }));
}

/** Cases of a run with something wrong in any of their rows: failed, a broken invariant, a value missing, a test failed. */
export function failedCases(rows: Iterable<EvalRow>, scorers: readonly Scorer[]): string[] {
  const failed = new Set<string>();
  for (const row of rows) {
    const lost = scorers.some(({ id, kind, better, gating }) => {
      const score = row.scores[id];
      if (!score || score.inapplicable) return false;
      if (score.value === null) return gating || score.error !== undefined;
      return kind === 'binary' && score.value === (better === 'higher' ? 0 : 1);
    });
    if (row.status === 'error' || row.broken.length > 0 || lost) failed.add(row.case);
  }
  return [...failed].sort();
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

const compareTexts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

import { join, resolve } from 'node:path';
import type { Config } from '../../config.ts';
import { UsageError } from '../../errors.ts';
import type { PlanOptions, RunPlan } from '../../evaluate/plan-run.ts';
import type { ReadSuite } from '../../evaluate/read-suite.ts';
import type { RunOptions } from '../../evaluate/run-suite.ts';
import type { RateLimiter } from '../../model/index.ts';
import type { Io, Speaker } from '../io.ts';
import { openConfigured } from '../open-configured.ts';
import { warnAboutDotenv } from '../warn-about-dotenv.ts';
import type { EvalFlags } from './eval-flags.ts';

/** A suite that is read and planned, and how it is to be run. */
export interface PreparedSuite {
  read: ReadSuite;
  plan: RunPlan;
  options: RunOptions;
  /** Seconds that the next call waits for a rate limit; 0 where none waits. */
  waitSeconds(): number;
}

/** The folder of saved runs. */
export function runsFolder({ out }: EvalFlags, cwd: string): string {
  return resolve(cwd, out ?? join('evals', '.runs'));
}

/**
 * Reads and plans every suite before the first one runs: whoever has a fault in the third one hears of it before
 * anything is spent.
 * @throws {InputError} {UsageError}
 */
export async function prepareSuites(
  names: readonly string[],
  flags: EvalFlags,
  io: Io,
  speaker: Speaker,
  { fresh }: { fresh?: string } = {},
): Promise<PreparedSuite[]> {
  const [{ findSuites }, { readSuite }, { planRun }] = await Promise.all([
    import('../../evaluate/find-suites.ts'),
    import('../../evaluate/read-suite.ts'),
    import('../../evaluate/plan-run.ts'),
  ]);
  const files = findSuites(names, { cwd: io.cwd });
  const config = once(() => readConfigOf(flags, io, speaker));
  const runs = runsFolder(flags, io.cwd);
  // For all suites together: a limit belongs to the key.
  const limiters = new Map<string, RateLimiter>();
  const waitSeconds = () => Math.max(0, ...[...limiters.values()].map((limiter) => limiter.waitSeconds));
  const prepared: PreparedSuite[] = [];
  for (const file of files) {
    const read = await readSuite(file, { signal: io.signal, ...(fresh !== undefined && { fresh }) });
    for (const { message } of read.warnings) speaker.warn(message);
    const twin = prepared.find((other) => other.read.suite.name === read.suite.name);
    if (twin)
      throw new UsageError(
        `cannot run ${file}: found its name ${read.suite.name} in ${twin.read.file} too, expected each suite to have a name of its own`,
      );
    const plan = await planRun(read.suite, await planOptionsOf(read, flags, config, runs, io));
    warnOfCases(plan, flags, speaker);
    prepared.push({
      read,
      plan: { ...plan, warnings: [] },
      options: runOptionsOf(read, flags, { config, runs, limiters }, io),
      waitSeconds,
    });
  }
  return prepared;
}

/** Some cases are odd on purpose; what is odd in many of them would bury what is said else. */
const MOST_WARNINGS = 3;

function warnOfCases({ plan, warnings }: RunPlan, { verbose }: EvalFlags, speaker: Speaker): void {
  if (verbose || warnings.length <= MOST_WARNINGS) for (const { message } of warnings) speaker.warn(message);
  else
    speaker.warn(
      `${warnings.length} warnings about the inputs of cases of ${plan.suite}, the first: ${warnings[0]?.message} (--verbose shows all)`,
    );
}

/** Gives the settings, which are read when they are first asked for: a suite with models of its own needs none. */
type Settings = () => Promise<Config>;

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

async function readConfigOf({ maxRepairs, timeout, rpm, tpm }: EvalFlags, io: Io, speaker: Speaker) {
  const { loadDotenv, readConfig } = await import('../../config.ts');
  warnAboutDotenv(io.cwd, speaker);
  return readConfig({ maxRepairs, timeout, rpm, tpm }, io.env, { dotenv: loadDotenv(io.cwd) });
}

async function planOptionsOf(
  { suite, dir, file }: ReadSuite,
  flags: EvalFlags,
  config: Settings,
  runs: string,
  io: Io,
): Promise<PlanOptions> {
  const failed = flags.lastFailed ? await lastFailed(suite.name, runs) : undefined;
  // A task of one's own has the models that its suite names, not one that the environment brings in.
  const settings = suite.task ? undefined : await config();
  return {
    dir,
    file,
    cases: failed ? failed.filter((id) => flags.case === undefined || flags.case.includes(id)) : flags.case,
    tags: flags.tag,
    variants: flags.variant,
    resolvePath: (path) => resolve(io.cwd, path),
    against: flags.against,
    models: flags.model,
    ...(settings && { defaultModel: settings.model }),
    repeats: flags.repeats,
    maxRepairs:
      settings?.origin.maxRepairs === 'default'
        ? (suite.maxRepairs ?? settings.maxRepairs)
        : settings?.maxRepairs,
    seed: flags.seed,
    aa: flags.aa,
    ...((flags.record ?? flags.cache) !== undefined && { live: true }),
    signal: io.signal,
  };
}

function runOptionsOf(
  { dir }: ReadSuite,
  flags: EvalFlags,
  { config, runs, limiters }: { config: Settings; runs: string; limiters: Map<string, RateLimiter> },
  io: Io,
): RunOptions {
  const { record, replay, cache } = flags;
  if ([record, replay, cache].filter((folder) => folder !== undefined).length > 1)
    throw new UsageError('cannot use --record, --replay and --cache together: expected one of them');
  const { record: _, replay: __, ...modelFlags } = flags;
  return {
    dir,
    runs,
    resume: flags.resume ?? true,
    artifacts: flags.artifacts ?? true,
    concurrency: flags.concurrency,
    ...(record !== undefined && { record: resolve(io.cwd, record) }),
    ...(replay !== undefined && { replay: resolve(io.cwd, replay) }),
    openModel: async (id, hashes) =>
      (await openConfigured(id, await config(), modelFlags, hashes, io, limiters)).model,
    signal: io.signal,
  };
}

/** Cases that had something wrong in the newest saved run of a suite. */
async function lastFailed(suite: string, runs: string): Promise<string[]> {
  const { failedCases, listRuns, rowsOf, scorersOf } = await import('../../evaluate/saved-runs.ts');
  const last = (await listRuns(runs)).filter(({ plan }) => plan.suite === suite).at(-1);
  if (!last)
    throw new UsageError(
      `cannot run the cases of ${suite} that failed: found no saved run of it in ${runs}, expected one; run it without --last-failed first`,
    );
  const failed = failedCases(await rowsOf(last), scorersOf(last));
  if (failed.length === 0)
    throw new UsageError(
      `cannot run the cases of ${suite} that failed: found none in its last run ${last.id}, nothing is left to do`,
    );
  return failed;
}

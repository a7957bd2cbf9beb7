import { basename, dirname, join, resolve } from 'node:path';
import type { EvalPlan, EvalRow, EvalSummary } from '../../../schemas/index.ts';
import { UsageError } from '../../errors.ts';
import type { Baseline } from '../../evaluate/baseline.ts';
import type { PastRun } from '../../evaluate/define-reporter.ts';
import type { RunVerdict } from '../../evaluate/judge-run.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io, Speaker } from '../io.ts';
import type { EvalFlags } from './eval-flags.ts';
import { type PreparedSuite, prepareSuites } from './prepare-suites.ts';
import { type ChosenReporter, chooseReporters, reportRun } from './report-run.ts';

const EXIT_OF: Readonly<Record<RunVerdict, number>> = {
  clean: EXIT.done,
  failed: EXIT.findings,
  'model-failed': EXIT.model,
};

/** Runs suites one after the other and gives the exit code of the worst. */
export async function runSuites(
  names: readonly string[],
  flags: EvalFlags,
  io: Io,
  speaker: Speaker,
): Promise<number> {
  const baselineFile = resolve(io.cwd, flags.baseline ?? join('evals', 'baseline.json'));
  if (flags.aa && (flags.gate || flags.updateBaseline))
    throw new UsageError(
      'cannot gate an A/A run: found --aa with --gate or --update-baseline, expected it alone; it measures the harness, not the prompts',
    );
  const [suites, reporters] = await Promise.all([
    prepareSuites(names, flags, io, speaker),
    flags.dryRun ? [] : chooseReporters(flags, io.cwd),
  ]);
  if (flags.dryRun) return (await import('./dry-run.ts')).dryRun(suites, flags, io);
  const { readBaseline } = await import('../../evaluate/make-baseline.ts');
  const needsBaseline = flags.gate || flags.updateBaseline;
  let baseline = needsBaseline ? await readBaseline(baselineFile) : undefined;
  let code: number = EXIT.done;
  for (const prepared of suites) {
    const suffix = suites.length > 1 ? prepared.plan.plan.suite : '';
    const ground = { flags, io, speaker, reporters, suffix, baseline };
    const done = await runOne(prepared, ground);
    if (done.code > code) code = done.code;
    if (flags.updateBaseline)
      baseline = await updateBaseline(baselineFile, baseline, prepared.plan.plan, done.rows, ground);
  }
  return code;
}

interface Ground {
  flags: EvalFlags;
  io: Io;
  speaker: Speaker;
  reporters: readonly ChosenReporter[];
  suffix: string;
  baseline: Baseline | undefined;
}

/** Runs one suite, reports it, and gives its exit code. */
export async function runOne(
  { plan, options, waitSeconds }: PreparedSuite,
  { flags, io, speaker, reporters, suffix, baseline }: Ground,
): Promise<{ code: number; rows: Iterable<EvalRow> }> {
  const [{ runPlan }, { showProgress }, { judgeRun }] = await Promise.all([
    import('../../evaluate/run-suite.ts'),
    import('./show-progress.ts'),
    import('../../evaluate/judge-run.ts'),
  ]);
  const { show, end } = showProgress(plan.plan.suite, io, flags, speaker, waitSeconds);
  let dir: string | undefined;
  const run = runPlan(plan, {
    ...options,
    ...(flags.gate && { gate: { baseline } }),
    onEvent(event) {
      if (event.type === 'eval-start') dir = event.dir;
      show(event);
    },
  });
  let summary: EvalSummary;
  try {
    summary = await run.summary;
  } catch (error) {
    if (io.signal.aborted && dir !== undefined)
      speaker.say(`Rows of finished cells are kept in ${dir}: the same command goes on from there.`);
    throw error;
  } finally {
    end();
  }
  const aa = flags.aa
    ? (await import('../../evaluate/compute-aa.ts')).computeAa(run.rows, plan.plan, plan.scorers)
    : undefined;
  await reportRun(
    {
      summary,
      plan: plan.plan,
      rows: run.rows,
      artifact: await artifactReader(dir),
      history: () => readHistory(dir, plan.plan.suite),
      ...(aa && { aa }),
    },
    reporters,
    { dir, flags, io, speaker, suffix },
  );
  if (dir !== undefined) speaker.detail(`The run is kept in ${dir}.`);
  return { code: EXIT_OF[judgeRun(summary, run.rows)], rows: run.rows };
}

/** Finished runs of the suite that began before this one. */
async function readHistory(dir: string | undefined, suite: string): Promise<PastRun[]> {
  if (dir === undefined) return [];
  const { listRuns } = await import('../../evaluate/saved-runs.ts');
  const runs = await listRuns(dirname(dir));
  const own = runs.findIndex(({ id }) => id === basename(dir));
  return runs
    .slice(0, own < 0 ? runs.length : own)
    .flatMap(({ id, about, plan, summary }) =>
      summary && plan.suite === suite ? [{ id, started: about.started, partial: plan.partial, summary }] : [],
    );
}

async function artifactReader(dir: string | undefined) {
  if (dir === undefined) return () => undefined;
  const [{ openArtifactReader }, { RUN_FILES }] = await Promise.all([
    import('../../evaluate/artifacts.ts'),
    import('../../evaluate/run-folder.ts'),
  ]);
  return openArtifactReader(join(dir, RUN_FILES.artifacts));
}

async function updateBaseline(
  file: string,
  before: Baseline | undefined,
  plan: EvalPlan,
  rows: Iterable<EvalRow>,
  { io, speaker }: Ground,
): Promise<Baseline> {
  const [{ makeBaseline, renderBaseline }, { writeOutput }] = await Promise.all([
    import('../../evaluate/make-baseline.ts'),
    import('../../output/write-output.ts'),
  ]);
  const entry = makeBaseline(rows, plan);
  const content = renderBaseline(before, plan.suite, entry);
  await writeOutput(dirname(file), [{ name: basename(file), content }], { force: true, signal: io.signal });
  speaker.say(`Wrote the scores of ${entry.variant} into ${file}.`);
  return JSON.parse(content) as Baseline;
}

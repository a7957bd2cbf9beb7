import { UsageError } from '../../errors.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io, Speaker } from '../io.ts';
import type { EvalFlags } from './eval-flags.ts';
import { runsFolder } from './prepare-suites.ts';
import { chooseReporters, reportRun } from './report-run.ts';

/** `gapwright eval compare RUN[:VARIANT] RUN[:VARIANT]`: two saved runs, case by case. */
export async function compare(
  names: readonly string[],
  flags: EvalFlags,
  io: Io,
  speaker: Speaker,
): Promise<number> {
  const [before, after, ...more] = names;
  if (before === undefined || after === undefined || more.length > 0)
    throw new UsageError(
      `cannot compare: found ${names.length} runs, expected two: gapwright eval compare RUN RUN (see gapwright eval history)`,
    );
  const { compareRuns } = await import('../../evaluate/compare-runs.ts');
  const reporters = await chooseReporters(flags, io.cwd);
  const where = { runs: runsFolder(flags, io.cwd), cwd: io.cwd };
  const warn = (message: string) => speaker.warn(message);
  const { summary, changes, rows, artifact } = await compareRuns(
    await findSide(before, where),
    await findSide(after, where),
    warn,
  );
  await reportRun({ summary, plan: undefined, rows, artifact, changes }, reporters, {
    dir: undefined,
    flags,
    io,
    speaker,
  });
  return EXIT.done;
}

/** `RUN:VARIANT`, or `RUN` where its path has a colon or no variant is named. */
async function findSide(text: string, where: { runs: string; cwd: string }) {
  const { findRun } = await import('../../evaluate/saved-runs.ts');
  const at = text.lastIndexOf(':');
  if (at > 1 && /^[a-z0-9-]+$/.test(text.slice(at + 1)))
    return { run: await findRun(text.slice(0, at), where), variant: text.slice(at + 1) };
  return { run: await findRun(text, where) };
}

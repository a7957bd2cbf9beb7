import { appendFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { OutputError, UsageError } from '../../errors.ts';
import type { Reporter, ReporterInput } from '../../evaluate/define-reporter.ts';
import type { Io, Speaker } from '../io.ts';
import type { EvalFlags } from './eval-flags.ts';

/** A reporter and where its text goes: stdout, a file that was named, or a file in the run's folder. */
export interface ChosenReporter {
  reporter: Reporter;
  to: { kind: 'stdout' } | { kind: 'file'; path: string } | { kind: 'run' };
}

/**
 * Reads `--reporter`: `NAME=FILE` goes to that file, the first name alone to stdout, further ones to the run's folder.
 * @throws {UsageError} for an unknown name, or two texts for one file
 */
export async function chooseReporters(
  { reporter: wanted = ['terminal'] }: EvalFlags,
  cwd: string,
): Promise<ChosenReporter[]> {
  const { findReporter } = await import('../../evaluate/reporters/index.ts');
  let free = true;
  const chosen = wanted.map((text): ChosenReporter => {
    const at = text.indexOf('=');
    if (at >= 0)
      return {
        reporter: findReporter(text.slice(0, at)),
        to: { kind: 'file', path: resolve(cwd, text.slice(at + 1)) },
      };
    const reporter = findReporter(text);
    const to = free ? ({ kind: 'stdout' } as const) : ({ kind: 'run' } as const);
    free = false;
    return { reporter, to };
  });
  const paths = chosen.flatMap(({ to }) => (to.kind === 'file' ? [to.path] : []));
  const twice = paths.find((path, at) => paths.indexOf(path) !== at);
  if (twice !== undefined)
    throw new UsageError(
      `cannot write two reports to ${twice}: found --reporter ${wanted.join(',')}, expected two files`,
    );
  return chosen;
}

/**
 * Renders a run by each reporter. `suffix` tells apart the files of several suites.
 * @throws {OutputError}
 */
export async function reportRun(
  input: ReporterInput,
  chosen: readonly ChosenReporter[],
  {
    dir,
    flags,
    io,
    speaker,
    suffix = '',
  }: { dir: string | undefined; flags: EvalFlags; io: Io; speaker: Speaker; suffix?: string },
): Promise<void> {
  const color =
    flags.color !== false && !io.env.NO_COLOR && (io.stdout.isTTY === true || Boolean(io.env.FORCE_COLOR));
  for (const { reporter, to } of chosen) {
    const path =
      to.kind === 'file'
        ? withSuffix(to.path, suffix)
        : to.kind === 'run' && dir !== undefined
          ? join(dir, `report.${reporter.id}.${reporter.extension}`)
          : undefined;
    const text = await reporter.render(input, {
      color: color && path === undefined,
      width: path === undefined ? io.stdout.columns : undefined,
    });
    await appendText(reporter, input, io);
    if (path === undefined) {
      io.stdout.write(text);
      continue;
    }
    await writeFile(path, text).catch((cause: Error) => {
      throw new OutputError(`cannot write ${path}: found ${cause.message}, expected a folder to write in`, {
        cause,
      });
    });
    speaker.say(`Wrote ${path}.`);
  }
}

/** A step of a workflow has a file for its summary; what is appended to it is shown on the page of the run. */
async function appendText({ append }: Reporter, input: ReporterInput, { env }: Io): Promise<void> {
  const path = append && env[append.variable];
  if (!append || !path) return;
  await appendFile(path, await append.render(input)).catch((cause: Error) => {
    throw new OutputError(
      `cannot append to ${path} (${append.variable}): found ${cause.message}, expected a file to write to`,
      { cause },
    );
  });
}

/** `report.html` of the suite `smoke` among several is `report-smoke.html`. */
function withSuffix(path: string, suffix: string): string {
  if (suffix === '') return path;
  return path.replace(/(\.[^./\\]+)?$/, (extension: string) => `-${suffix}${extension}`);
}

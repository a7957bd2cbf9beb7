import { type FSWatcher, watch } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GapwrightError } from '../../errors.ts';
import { type SuitePaths, touchedBy } from '../../evaluate/touched-by.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io, Speaker } from '../io.ts';
import type { EvalFlags } from './eval-flags.ts';
import { type PreparedSuite, prepareSuites } from './prepare-suites.ts';
import { chooseReporters } from './report-run.ts';
import { runOne } from './run-suites.ts';

/** Editors write a file in several steps; what comes within this time is one change. */
const DEBOUNCE_MS = 200;

/**
 * Runs suites, then again whenever one of their files changes. Each suite has one folder for all its watched runs,
 * so that only cells that a change touches are asked for. Ends with Ctrl-C, which is how it is meant to end.
 */
export async function watchSuites(
  names: readonly string[],
  flags: EvalFlags,
  io: Io,
  speaker: Speaker,
): Promise<number> {
  const reporters = await chooseReporters(flags, io.cwd);
  let round = 0;
  const run = async (only?: readonly string[]): Promise<PreparedSuite[]> => {
    round += 1;
    const suites = await prepareSuites(names, flags, io, speaker, { fresh: String(round) });
    for (const suite of suites) {
      if (only && !only.includes(suite.read.file)) continue;
      const options = { ...suite.options, runName: `${suite.plan.plan.suite}-watch` };
      const suffix = suites.length > 1 ? suite.plan.plan.suite : '';
      await runOne({ ...suite, options }, { flags, io, speaker, reporters, suffix, baseline: undefined });
    }
    return suites;
  };
  let suites = await run();
  while (!io.signal.aborted) {
    speaker.say('Waiting for a change (Ctrl-C ends).');
    const paths = suites.map(pathsOf);
    const changed = await waitForChange(paths.flatMap(foldersOf), io.signal);
    const touched = paths
      .map((one) => ({ file: one.file, what: touchedBy(changed, one) }))
      .filter(({ what }) => what.kind !== 'nothing');
    if (touched.length === 0) continue;
    for (const { what } of touched) if (what.kind !== 'nothing') speaker.say(`Changed: ${what.why}`);
    try {
      suites = await run(touched.map(({ file }) => file));
    } catch (error) {
      // A prompt that is half written is no reason to stop watching.
      if (io.signal.aborted || !(error instanceof GapwrightError)) throw error;
      speaker.fail(error.message);
    }
  }
  return EXIT.interrupted;
}

/** What a suite is made of on the disk. */
export function pathsOf({ read, plan }: PreparedSuite): SuitePaths {
  const { suite, dir, file } = read;
  const builtIn = fileURLToPath(new URL('./', import.meta.resolve('#prompts/shared.md')));
  const own = plan.variants.flatMap(({ variant }) =>
    variant.prompts === undefined || variant.prompts.startsWith('git:')
      ? []
      : [{ folder: resolve(dir, variant.prompts), variants: [variant.name] }],
  );
  return {
    file,
    cases: typeof suite.cases === 'string' ? resolve(dir, suite.cases) : undefined,
    prompts: [...own, { folder: builtIn, variants: plan.variants.map(({ variant }) => variant.name) }],
  };
}

function foldersOf({ file, cases, prompts }: SuitePaths): { folder: string; deep: boolean }[] {
  return [
    { folder: dirname(file), deep: false },
    ...(cases === undefined ? [] : [{ folder: cases, deep: true }]),
    ...prompts.map(({ folder }) => ({ folder, deep: true })),
  ];
}

/** Full paths of what changed, once nothing more has for a while; none where the signal fires. */
async function waitForChange(
  folders: readonly { folder: string; deep: boolean }[],
  signal: AbortSignal,
): Promise<string[]> {
  const changed = new Set<string>();
  const watchers: FSWatcher[] = [];
  try {
    await new Promise<void>((done) => {
      let timer: NodeJS.Timeout | undefined;
      signal.addEventListener('abort', () => done(), { once: true });
      if (signal.aborted) done();
      for (const { folder, deep } of folders)
        watchers.push(
          watch(folder, { recursive: deep }, (_, name) => {
            if (name === null) return;
            changed.add(join(folder, name));
            clearTimeout(timer);
            timer = setTimeout(done, DEBOUNCE_MS);
          }),
        );
    });
  } finally {
    for (const watcher of watchers) watcher.close();
  }
  return signal.aborted ? [] : [...changed];
}

import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InputError, UsageError } from '../errors.ts';
import type { InputWarning } from '../input/index.ts';
import { builtInScorersFor, checkSuite } from './check-suite.ts';
import type { Suite } from './define-suite.ts';

/** A suite and where it comes from. Relative paths in it are relative to `dir`. */
export interface ReadSuite {
  suite: Suite;
  file: string;
  dir: string;
  warnings: readonly InputWarning[];
}

export interface ReadSuiteOptions {
  signal?: AbortSignal | undefined;
  /** Reads a changed module again: any text that was not used before. Its own imports stay as they were. */
  fresh?: string;
}

/**
 * Reads a suite: TypeScript or JavaScript whose default export is a suite, or YAML or JSON. Checks what can be checked
 * without its cases.
 * @throws {InputError} where the suite is wrong: place, found, expected
 * @throws {UsageError} where this Node runs no TypeScript
 */
export async function readSuite(file: string, { signal, fresh }: ReadSuiteOptions = {}): Promise<ReadSuite> {
  const path = resolve(file);
  const read = /\.(?:ya?ml|json)$/.test(path)
    ? await readSuiteFile(path, file, signal)
    : { suite: await importSuite(path, file, fresh), warnings: [] };
  checkSuite(read.suite, file, await builtInScorersFor(read.suite));
  return { ...read, file: path, dir: dirname(path) };
}

async function readSuiteFile(path: string, name: string, signal: AbortSignal | undefined) {
  const [{ parseInput, readDocument }, { EvalSuiteFile }] = await Promise.all([
    import('../input/index.ts'),
    import('../../schemas/eval-suite.ts'),
  ]);
  const { data, locate } = await readDocument(path, signal ? { signal } : {});
  const { value, warnings } = parseInput(EvalSuiteFile, data, { file: name, locate });
  return { suite: toSuite(value), warnings };
}

async function importSuite(path: string, name: string, fresh: string | undefined): Promise<Suite> {
  if (/\.m?ts$/.test(path) && !process.features.typescript)
    throw new UsageError(
      `cannot read ${name}: found Node ${process.versions.node}, which runs no TypeScript, expected Node 22.18 or newer; or write the suite as .eval.js or .eval.yaml`,
    );
  const url = pathToFileURL(path);
  if (fresh !== undefined) url.searchParams.set('fresh', fresh);
  let module: { default?: unknown };
  try {
    module = (await import(/* @vite-ignore */ url.href)) as { default?: unknown };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(
      name,
      `cannot read the suite ${name}: found ${reason}, expected a module that loads`,
      [],
      {
        cause,
      },
    );
  }
  const suite = module.default;
  if (typeof suite === 'object' && suite !== null) return suite as Suite;
  throw new InputError(
    name,
    `cannot read the suite ${name}: found ${suite === undefined ? 'no default export' : `a default export that is a ${typeof suite}`}, expected the default export of defineSuite`,
  );
}

/** As data: an absent setting and one set to undefined are two things. */
function toSuite(value: unknown): Suite {
  return JSON.parse(JSON.stringify(value)) as Suite;
}

import type { z } from 'zod';
import { InputError } from '../errors.ts';
import { parseInput } from '../input/index.ts';
import { explainRunReadError } from './explain-run-error.ts';
import type { RunFileSystem } from './run-file-system.ts';

export interface RunFilePlace {
  dir: string;
  path: string;
  /** What the person can do about a file that is not what it should be. */
  wayOut: string;
}

/**
 * Reads a JSON file of a run folder by its schema; undefined where there is none. The value is as it was written, its
 * keys in their order.
 * @throws InputError where it is damaged or none of ours
 */
export async function readRunFile<S extends z.ZodType>(
  schema: S,
  place: RunFilePlace,
  fileSystem: RunFileSystem,
): Promise<z.output<S> | undefined> {
  const { dir, path } = place;
  let text: string;
  try {
    text = await fileSystem.readFile(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw explainRunReadError(dir, path, cause);
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw damaged(place, 'text that is no JSON', 'what gapwright wrote there', cause);
  }
  let strangers = 0;
  try {
    strangers = parseInput(schema, data, { file: path }).warnings.length;
  } catch (error) {
    const issue = error instanceof InputError ? error.issues[0] : undefined;
    if (!issue) throw error;
    const at = issue.path === '' ? '' : ` at ${issue.path}`;
    throw damaged(place, `${issue.found}${at}`, issue.expected, error);
  }
  if (strangers > 0) throw damaged(place, 'keys of something else', 'what gapwright wrote there');
  return data as z.output<S>;
}

/** A file that is not what it should be. */
export function damaged(
  { dir, path, wayOut }: RunFilePlace,
  found: string,
  expected: string,
  cause?: unknown,
): InputError {
  return new InputError(
    path,
    `cannot go on with the run in ${dir}: found ${found} in ${path}, expected ${expected}; ${wayOut}`,
    [{ path: '', found, expected }],
    { cause },
  );
}

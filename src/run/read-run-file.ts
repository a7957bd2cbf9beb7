import type { z } from 'zod';
import { InputError } from '../errors.ts';
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
  const result = schema.safeParse(data);
  if (result.success) return data as z.output<S>;
  const [issue] = result.error.issues;
  const at = issue?.path.join('.') || 'the top';
  throw damaged(
    place,
    `something else at ${at} (${issue?.message})`,
    'what gapwright wrote there',
    result.error,
  );
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

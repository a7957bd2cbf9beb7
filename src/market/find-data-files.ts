import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { InputError } from '../errors.ts';
import { explainReadError } from '../input/index.ts';

/** Files of a folder by their names without extension, in small letters, other signs than letters and digits as `_`. */
export type DataFiles = (name: string) => string | undefined;

/**
 * Lists the data files of a folder: "Technology Skills.txt" and `technology_skills.tsv` are both found as
 * `technology_skills`.
 * @throws InputError where there is no such folder
 */
export async function findDataFiles(dir: string, extensions: readonly string[]): Promise<DataFiles> {
  const names = await readdir(dir).catch(async (cause: unknown) => {
    throw await explainReadError(dir, cause);
  });
  const files = new Map<string, string>();
  for (const name of names.sort()) {
    const extension = extname(name).toLowerCase();
    if (extensions.includes(extension)) files.set(toStem(name.slice(0, -extension.length)), join(dir, name));
  }
  return (name) => files.get(toStem(name));
}

function toStem(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '_');
}

/** The error for a file that has to be there. `from` says where people get it. */
export function missingFile(dir: string, name: string, from: string): InputError {
  return new InputError(
    dir,
    `cannot read ${dir}: found no file "${name}", expected the files of ${from} as they are downloaded`,
  );
}

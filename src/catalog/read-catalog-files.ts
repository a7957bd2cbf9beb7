import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { InputError } from '../errors.ts';
import {
  explainReadError,
  type InputWarning,
  neutraliseNames,
  parseInput,
  readDocument,
} from '../input/index.ts';
import { CatalogFile } from './catalog-file.ts';

/** A file of a catalog as read, with its name for messages. */
export interface NamedCatalogFile {
  file: string;
  value: CatalogFile;
}

const EXTENSIONS = ['.yaml', '.yml', '.json'];
/** Texts that a report or a prompt may show. */
const SHOWN = [
  'skills.*.name',
  'skills.*.aliases.*',
  'resources.*.title',
  'resources.*.provider',
  'resources.*.level',
  'resources.*.skills.*',
] as const;

/**
 * Reads the YAML and JSON files of a folder, in the order of their names, each validated like every input.
 * @throws InputError where one is wrong, or there is none
 */
export async function readCatalogFiles(
  dir: string,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<{ files: NamedCatalogFile[]; warnings: InputWarning[] }> {
  const names = await readdir(dir).catch(async (cause: unknown) => {
    throw await explainReadError(dir, cause);
  });
  const paths = names
    .filter((name) => EXTENSIONS.includes(extname(name).toLowerCase()))
    .sort()
    .map((name) => join(dir, name));
  if (paths.length === 0)
    throw new InputError(
      dir,
      `cannot read the catalog ${dir}: found no file that ends in ${EXTENSIONS.join(', ')}, expected at least one`,
    );
  const read = await Promise.all(
    paths.map(async (path) => {
      const { data, file, locate } = await readDocument(path, signal ? { signal } : {});
      const parsed = parseInput(CatalogFile, data, { file, locate });
      const { value, warnings } = neutraliseNames(parsed.value, SHOWN, { file, locate });
      return { file, value, warnings: [...parsed.warnings, ...warnings] };
    }),
  );
  return {
    files: read.map(({ file, value }) => ({ file, value })),
    warnings: read.flatMap(({ warnings }) => warnings),
  };
}

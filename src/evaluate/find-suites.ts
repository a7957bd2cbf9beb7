import { readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../errors.ts';
import { globToPattern } from './glob-to-pattern.ts';

/** How the name of a suite's file ends. */
export const SUITE_EXTENSIONS = [
  '.eval.ts',
  '.eval.mts',
  '.eval.js',
  '.eval.mjs',
  '.eval.yaml',
  '.eval.yml',
  '.eval.json',
] as const;

export interface FindSuitesOptions {
  cwd: string;
  /** Where suites are looked for by name, relative to `cwd`. Default `evals`. */
  folder?: string;
}

/**
 * Finds the files of suites: by path, by name (the file's name without `.eval.*`, in the folder), or by glob over paths
 * (`*`, `**`, `?`). With nothing wanted, all suites that lie in the folder. Full paths, each once, in the order wanted.
 * @throws {UsageError} where one is not found; names what is there
 */
export function findSuites(
  wanted: readonly string[],
  { cwd, folder = 'evals' }: FindSuitesOptions,
): readonly string[] {
  const root = resolve(cwd, folder);
  const known = listSuites(root);
  if (wanted.length === 0) {
    if (known.length === 0)
      throw new UsageError(
        `cannot run suites: found none in ${folder}/, expected files such as ${join(folder, 'smoke.eval.yaml')}, or the path of one`,
      );
    return known;
  }
  const found = wanted.flatMap((text) => {
    const files = findOne(text, cwd, known);
    if (files.length > 0) return files;
    const names = known.map(nameOf);
    throw new UsageError(
      `cannot run the suite ${JSON.stringify(text)}: found no such file and no such name in ${folder}/, expected ${names.length > 0 ? `one of ${names.join(', ')}` : 'a path'}`,
    );
  });
  return [...new Set(found)];
}

function findOne(text: string, cwd: string, known: readonly string[]): string[] {
  const path = resolve(cwd, text);
  if (isFile(path)) {
    if (SUITE_EXTENSIONS.some((extension) => path.endsWith(extension))) return [path];
    throw new UsageError(
      `cannot run the suite ${text}: found a file that is no suite by its name, expected one that ends in ${SUITE_EXTENSIONS.join(', ')}`,
    );
  }
  if (/[*?]/.test(text)) {
    const pattern = globToPattern(text);
    const start = resolve(cwd, text.slice(0, text.search(/[*?]/)).replace(/[^/\\]*$/, '') || '.');
    const slashed = (file: string) => relative(cwd, file).split(sep).join('/');
    const byPath = listSuites(start, text.includes('**')).filter((file) => pattern.test(slashed(file)));
    return byPath.length > 0 ? byPath : known.filter((file) => pattern.test(nameOf(file)));
  }
  return known.filter((file) => nameOf(file) === text);
}

/** The suites that lie in a folder, by name. */
function listSuites(folder: string, deep = false): string[] {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: deep, encoding: 'utf8' });
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
  return names
    .filter((name) => !name.split(sep).includes('node_modules'))
    .filter((name) => SUITE_EXTENSIONS.some((extension) => name.endsWith(extension)))
    .sort()
    .map((name) => join(folder, name));
}

/** `evals/smoke.eval.yaml` is called `smoke`. */
function nameOf(file: string): string {
  return file.replace(/^.*[\\/]/, '').replace(/\.eval\.[a-z]+$/, '');
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

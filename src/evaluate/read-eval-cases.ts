import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../errors.ts';
import type { InputWarning } from '../input/index.ts';
import { type ReadEvalCasesOptions, readEvalCase } from './read-eval-case.ts';
import type { EvalCase } from './trial.ts';

/**
 * Reads every case of a folder, in the order of their names: each folder in it is a case, files and names that begin
 * with a dot are none.
 * @throws {InputError} where the folder is missing or has no case, or a case is wrong
 */
export async function readEvalCases(
  dir: string,
  { accept = () => true, ...options }: ReadEvalCasesOptions = {},
): Promise<{ cases: EvalCase[]; warnings: InputWarning[] }> {
  const entries = await readdir(dir, { withFileTypes: true }).catch((cause: Error) => {
    throw noCases(dir, cause.message, cause);
  });
  const names = entries
    .filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
  if (names.length === 0) throw noCases(dir, 'no folder in it');
  const read = [];
  for (const name of names.filter(accept)) read.push(await readEvalCase(join(dir, name), options));
  return {
    cases: read.map((one) => one.case),
    warnings: read.flatMap(({ warnings }) => warnings),
  };
}

function noCases(dir: string, found: string, cause?: unknown): InputError {
  const expected = 'a folder with a folder for each case';
  return new InputError(
    dir,
    `cannot read the cases in ${dir}: found ${found}, expected ${expected}`,
    [{ path: '', found, expected }],
    { cause },
  );
}

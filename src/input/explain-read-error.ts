import { readdir } from 'node:fs/promises';
import { basename, dirname, extname } from 'node:path';
import type { InputError } from '../errors.ts';
import { createInputError } from './create-input-error.ts';
import { formats } from './formats.ts';
import { findNearName } from './near-name.ts';

/** What the system's error codes mean to the person who named the file. */
const meanings: Readonly<Record<string, { found: string; expected: string }>> = {
  EACCES: {
    found: 'no permission to read it',
    expected: 'a file that you may read (see its owner and mode)',
  },
  EPERM: { found: 'no permission to read it', expected: 'a file that you may read (see its owner and mode)' },
  EISDIR: { found: 'a folder', expected: 'a file' },
  ENOTDIR: { found: 'a file where the path needs a folder', expected: 'a path to a file' },
  ELOOP: { found: 'links that lead in a circle', expected: 'a path to a file' },
  ENAMETOOLONG: { found: 'a name longer than the system allows', expected: 'a path to a file' },
  ERR_INVALID_ARG_VALUE: { found: 'a zero character in the name', expected: 'a path to a file' },
};

/** Turns what the file system threw for a path into an InputError; a missing file gets the names near to it. */
export async function explainReadError(path: string, cause: unknown): Promise<InputError> {
  const { code = '', message = String(cause) } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT') {
    const near = await findNearFile(path);
    const expected = `an input file${near === undefined ? '' : ` (did you mean ${near}?)`}`;
    return createInputError(path, [{ path: '', found: 'no such file', expected }], { cause });
  }
  const { found, expected } = meanings[code] ?? {
    found: `a system error (${message})`,
    expected: 'a readable file',
  };
  return createInputError(path, [{ path: '', found, expected }], { cause });
}

/** A file of the same folder with a similar name, or the same name in another of our formats. */
async function findNearFile(path: string): Promise<string | undefined> {
  const entries = await readdir(dirname(path), { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  const name = basename(path);
  const stem = basename(path, extname(path));
  const twins = formats.flatMap(({ extensions }) => extensions.map((extension) => stem + extension));
  return names.find((other) => twins.includes(other)) ?? findNearName(name, names.sort().slice(0, 2000));
}

import { OutputError } from '../errors.ts';

const folder = 'another folder (--out)';

/** What the system's error codes mean to the person who named the folder. */
const meanings: Readonly<Record<string, { found: string; expected: string }>> = {
  ENOSPC: { found: 'a full disk', expected: `room for the files: make some, or name ${folder}` },
  EDQUOT: { found: 'a used-up disk quota', expected: `room for the files: make some, or name ${folder}` },
  EFBIG: { found: 'a file too large for the file system', expected: folder },
  EACCES: { found: 'no permission', expected: `a folder that you may write to, so name ${folder}` },
  EPERM: { found: 'no permission', expected: `a folder that you may write to, so name ${folder}` },
  EROFS: { found: 'a read-only file system', expected: `a folder that you may write to, so name ${folder}` },
  EEXIST: { found: 'a file of that name', expected: `a folder, so name ${folder}` },
  ENOTDIR: { found: 'a file in the path', expected: `a folder, so name ${folder}` },
  ENAMETOOLONG: {
    found: 'a name longer than the system allows',
    expected: `a shorter one, so name ${folder}`,
  },
  ELOOP: { found: 'links that lead in a circle', expected: `a folder, so name ${folder}` },
};

/** Turns what the file system threw on the way into an OutputError. `replaced` are files that are new already. */
export function explainWriteError(
  dir: string,
  cause: unknown,
  replaced: readonly string[] = [],
): OutputError {
  const { code = '', message = String(cause) } = cause as NodeJS.ErrnoException;
  const { found, expected } = meanings[code] ?? { found: `a system error (${message})`, expected: folder };
  const state =
    replaced.length === 0 ? 'Nothing was written.' : `Replaced before that: ${replaced.join(', ')}.`;
  return new OutputError(`cannot write to ${dir}: found ${found}, expected ${expected}. ${state}`, { cause });
}

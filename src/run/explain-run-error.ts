import { getSystemErrorMap } from 'node:util';
import { GapwrightError, InputError, OutputError } from '../errors.ts';

/** Turns what the file system threw while writing into a run folder into an OutputError; errors of ours stay. */
export function explainRunWriteError(dir: string, what: string, cause: unknown): Error {
  if (cause instanceof GapwrightError) return cause;
  return new OutputError(
    `cannot keep ${what} in the run folder ${dir}: found ${describe(cause)}, expected a folder that can be written to: make room or give permission, or name another folder (--run DIR). What was kept before is still there`,
    { cause },
  );
}

/** The same for reading. */
export function explainRunReadError(dir: string, path: string, cause: unknown): Error {
  if (cause instanceof GapwrightError) return cause;
  return new InputError(
    path,
    `cannot go on with the run in ${dir}: found ${describe(cause)} at ${path}, expected a run folder that can be read; give permission or name another folder (--run DIR)`,
    [{ path: '', found: describe(cause), expected: 'a run folder that can be read' }],
    { cause },
  );
}

function describe(cause: unknown): string {
  const { code, errno, message = String(cause) } = cause as NodeJS.ErrnoException;
  const known = errno === undefined ? undefined : getSystemErrorMap().get(errno);
  return known ? `"${known[1]}" (${known[0]})` : `a system error (${code ?? message})`;
}

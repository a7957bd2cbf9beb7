import { GapwrightError, OutputError } from '../errors.ts';

/** Turns what a file system or an S3 server said into an OutputError; errors of ours stay. */
export function explainStoreError(address: string, cause: unknown): Error {
  if (cause instanceof GapwrightError) return cause;
  const { name = 'Error', code, message = String(cause) } = cause as NodeJS.ErrnoException;
  const noLinks = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code ?? '');
  const expected = noLinks
    ? 'a file system with hard links: name a folder elsewhere (--store)'
    : 'one that can be read and written';
  return new OutputError(
    `cannot use the store ${address}: found ${code ?? name} (${message}), expected ${expected}`,
    { cause },
  );
}

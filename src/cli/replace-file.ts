import { chmod, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { OutputError } from '../errors.ts';
import { writeOutput } from '../output/write-output.ts';

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Replaces a text file as a whole, through a temporary file beside it. A byte order mark, the file's permissions and a
 * link to it stay.
 * @throws {OutputError} where the file is no longer, or not in UTF-8, what it was read as; it stays as it is then
 */
export async function replaceFile(
  path: string,
  before: string,
  after: string,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const file = await realpath(path);
  const bytes = await readFile(file);
  const marked = bytes.subarray(0, MARK.length).equals(MARK);
  if (!bytes.subarray(marked ? MARK.length : 0).equals(Buffer.from(before)))
    throw new OutputError(
      `cannot write ${path}: found other bytes than were checked, expected the same text in UTF-8 (it may have changed meanwhile, or be UTF-16)`,
    );
  const { mode } = await stat(file);
  const content = marked ? Buffer.concat([MARK, Buffer.from(after)]) : after;
  await writeOutput(dirname(file), [{ name: basename(file), content }], { force: true, signal });
  await chmod(file, mode);
}

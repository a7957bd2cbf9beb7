import { type FileHandle, open } from 'node:fs/promises';
import { AbortedError, InputError } from '../errors.ts';
import { createInputError } from './create-input-error.ts';
import { explainReadError } from './explain-read-error.ts';

interface Limits {
  /** Bytes. */
  limit: number;
  signal?: AbortSignal | undefined;
}

/**
 * Reads a file as bytes; pipes work too.
 * @throws {InputError} that says why: missing (with near names), a folder, no permission, larger than the limit.
 * @throws {AbortedError} when the signal fires.
 */
export async function readFileBytes(path: string, { limit, signal }: Limits): Promise<Uint8Array> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    const stats = await file.stat();
    if (stats.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    if (stats.size > limit) throw tooLarge(path, limit, stats.size);
    return await collect(file.createReadStream({ autoClose: false }), path, { limit, signal });
  } catch (error) {
    if (error instanceof InputError || error instanceof AbortedError) throw error;
    if (signal?.aborted)
      throw new AbortedError(`cannot read ${path}: stopped by the caller`, { cause: error });
    throw await explainReadError(path, error);
  } finally {
    await file?.close();
  }
}

/**
 * Reads a stream to its end. `file` is its name for messages.
 * @throws {InputError} as soon as more than the limit has come.
 * @throws {AbortedError} when the signal fires.
 */
export async function collect(
  stream: AsyncIterable<Uint8Array | string>,
  file: string,
  { limit, signal }: Limits,
): Promise<Uint8Array> {
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  // It may fire when nothing waits for it any more.
  stopped.catch(() => {});
  const stop = () => reject(new AbortedError(`cannot read ${file}: stopped by the caller`));
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  const iterator = stream[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await Promise.race([stopped, iterator.next()]);
      if (done) return Buffer.concat(chunks);
      const bytes = typeof value === 'string' ? Buffer.from(value) : value;
      size += bytes.length;
      if (size > limit) throw tooLarge(file, limit, size);
      chunks.push(bytes);
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    // Not waited for: a source that keeps silent would not answer.
    iterator.return?.().catch(() => {});
  }
}

function tooLarge(file: string, limit: number, size: number): InputError {
  const found = size > limit * 1.05 ? megabytes(size) : `more than ${megabytes(limit)}`;
  return createInputError(file, [{ path: '', found, expected: `at most ${megabytes(limit)}` }]);
}

function megabytes(bytes: number): string {
  if (bytes < 1_000_000) return `${bytes} bytes`;
  return `${Number((bytes / 1_000_000).toFixed(1))} MB`;
}

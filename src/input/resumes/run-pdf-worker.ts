import { Worker } from 'node:worker_threads';
import { AbortedError } from '../../errors.ts';
import { createInputError } from '../create-input-error.ts';
import { RESUME_LIMITS } from './limits.ts';
import type { PdfReply, PdfRequest } from './pdf-page.ts';

/** Where the worker lies: beside this file, as source or as built. */
const WORKER = new URL(`./pdf-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);
const LOOK_EVERY_MS = 50;

/**
 * Reads the text of a PDF in a thread that is ended when it takes too long or too much memory.
 * @throws {InputError} when it is
 * @throws {AbortedError} when the signal fires
 */
export async function runPdfWorker(
  bytes: Uint8Array,
  file: string,
  {
    signal,
    seconds = RESUME_LIMITS.seconds,
    megabytes = RESUME_LIMITS.megabytes,
  }: { signal?: AbortSignal | undefined; seconds?: number; megabytes?: number } = {},
): Promise<PdfReply> {
  const request: PdfRequest = {
    // Its own copy: the thread takes the memory with it.
    bytes: new Uint8Array(bytes),
    maxPages: RESUME_LIMITS.pages,
    maxCharacters: RESUME_LIMITS.characters,
  };
  const { promise, resolve, reject } = Promise.withResolvers<PdfReply>();
  const worker = new Worker(WORKER, {
    workerData: request,
    transferList: [request.bytes.buffer as ArrayBuffer],
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    stdout: true,
    stderr: true,
    env: {},
    execArgv: [],
  });
  const fail = (found: string, expected: string, cause?: unknown) =>
    reject(createInputError(file, [{ path: '', found, expected }], { cause }));
  const timer = setTimeout(
    () => fail(`a PDF that takes more than ${seconds} s to read`, 'a plain one'),
    seconds * 1000,
  );
  const tooMuch = () => fail(`a PDF that takes more than ${megabytes} MB of memory to read`, 'a plain one');
  // What streams unpack to is held outside the heap, where no limit of the thread reaches.
  const before = process.memoryUsage.rss();
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() - before > megabytes * 1e6) tooMuch();
  }, LOOK_EVERY_MS);
  const stop = () => reject(new AbortedError(`cannot read ${file}: stopped by the caller`));
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  worker.on('message', resolve);
  worker.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') tooMuch();
    else resolve({ kind: 'broken', message: error.message });
  });
  worker.on('exit', () => resolve({ kind: 'broken', message: 'its reader ended without a word' }));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AbortedError, ModelError, OutputError } from '../errors.ts';
import type { RemoteBatch } from '../model/index.ts';
import { BATCH_STORE, type BatchRow } from './batch-store.ts';
import { type CollectOptions, collectBatch } from './collect-batch.ts';
import type { ProviderBatchEvent } from './events.ts';

export interface AdvanceOptions extends CollectOptions {
  /** Where a file of requests lies until it is uploaded. */
  fileOf(batch: BatchRow): string;
  /** Leaves the files at the provider. */
  keepFiles: boolean;
  onEvent(event: ProviderBatchEvent): void;
}

/** Statuses after which nothing more comes. */
const ENDED: readonly string[] = ['completed', 'failed', 'expired', 'cancelled'];
/** A file or a batch whose making is in doubt is looked for, and made so often. */
const ATTEMPTS = 3;

/** Whether it may have been done all the same: the connection broke, perhaps only after it. */
const isInDoubt = (error: unknown) =>
  error instanceof ModelError && error.retryable && error.fault !== 'rate-limit';

/** Whether a batch is not with the provider yet, or that is in doubt. */
export const isUnsent = ({ stage }: BatchRow): boolean => stage !== 'running' && stage !== 'collected';

/**
 * Looks how far the batches at the provider are, takes over what those gave that have ended, and deletes their files.
 * @returns whether replies, or decisions about requests, came
 * @throws {ModelError} {AbortedError}
 */
export async function advanceBatches(options: AdvanceOptions): Promise<boolean> {
  let moved = false;
  for (const batch of options.store.batches()) {
    throwIfAborted(options);
    if (batch.stage === 'running') moved = (await follow(batch, options)) || moved;
  }
  await deleteCollected(options);
  return moved;
}

/** Takes away from the provider what is there of batches that were collected. */
export async function deleteCollected(options: AdvanceOptions): Promise<void> {
  for (const batch of options.store.batches())
    if (batch.stage === 'collected') await deleteFiles(batch, options);
}

/**
 * Brings all other batches to the provider. Stages are entered before they are done, and what a kill left in doubt is
 * looked for at the provider, so that nothing is sent twice.
 * @throws {ModelError} {AbortedError} {OutputError}
 */
export async function sendBatches(options: AdvanceOptions): Promise<void> {
  for (const batch of options.store.batches().filter(isUnsent)) {
    throwIfAborted(options);
    await send(batch, options);
  }
}

function throwIfAborted({ signal }: AdvanceOptions): void {
  if (signal?.aborted) throw new AbortedError();
}

/** Uploads the file and has the batch made, from whichever stage on. */
async function send(batch: BatchRow, options: AdvanceOptions): Promise<void> {
  const { store, onEvent } = options;
  const { id, round, requests, bytes } = batch;
  const found = batch.stage === 'creating' ? await find(batch, options) : undefined;
  if (found) onEvent({ type: 'batch-found', batch: id, remote: found.id });
  else if (!store.isWanted(id)) {
    // Inputs have changed since: nothing of it is sent any more, and a file that was goes.
    store.drop(id);
    store.update(id, { stage: 'collected' });
    return deleteFiles(batch, options);
  }
  const remote = found ?? (await create(batch, batch.file ?? (await upload(batch, options)), options));
  store.update(id, { stage: 'running', remote: remote.id, status: remote.status });
  onEvent({ type: 'batch-created', batch: id, round, requests, bytes, remote: remote.id });
}

async function upload(batch: BatchRow, options: AdvanceOptions): Promise<string> {
  const { api, store, signal } = options;
  const name = `${tagOf(batch, options)}.jsonl`;
  const path = options.fileOf(batch);
  const bytes = await writeRequests(path, store.lines(batch.id));
  const findFile = () => api.findFile(name, bytes, { signal });
  let file = batch.stage === 'uploading' ? await findFile() : undefined;
  for (let attempt = 1; file === undefined; attempt += 1) {
    store.update(batch.id, { stage: 'uploading' });
    try {
      file = await api.upload(path, name, { signal });
    } catch (error) {
      if (!isInDoubt(error)) throw error;
      file = await findFile();
      if (file === undefined && attempt === ATTEMPTS) throw error;
    }
  }
  store.update(batch.id, { stage: 'uploaded', file });
  await rm(path, { force: true });
  return file;
}

async function create(batch: BatchRow, file: string, options: AdvanceOptions): Promise<RemoteBatch> {
  const { api, store, signal } = options;
  for (let attempt = 1; ; attempt += 1) {
    store.update(batch.id, { stage: 'creating' });
    try {
      return await api.create({ file, endpoint: batch.endpoint, tag: tagOf(batch, options) }, { signal });
    } catch (error) {
      if (isInDoubt(error)) {
        const made = await find(batch, options);
        if (made) return made;
        if (attempt < ATTEMPTS) continue;
      } else if (
        error instanceof ModelError &&
        (error.fault === 'bad-request' || error.fault === 'not-found')
      ) {
        // The file may be at fault, or gone: the next step uploads it anew.
        store.update(batch.id, { stage: 'prepared', file: null });
        await api.deleteFile(file, { signal }).catch(() => {});
      }
      throw error;
    }
  }
}

const find = (batch: BatchRow, options: AdvanceOptions) =>
  // An hour for clocks that differ.
  options.api.find(tagOf(batch, options), options.store.since - 3600, { signal: options.signal });

const tagOf = ({ id }: BatchRow, { store }: AdvanceOptions) => `gapwright-${store.name}-${id}`;

/** Looks how far the provider is, and takes over what came once it is done. */
async function follow(batch: BatchRow, options: AdvanceOptions): Promise<boolean> {
  const { api, store, signal, onEvent } = options;
  const remote = await api.retrieve(batch.remote as string, { signal }).catch((error: unknown) => {
    throw explainMissing(error, batch);
  });
  const { status, completed, failed } = remote;
  if (status !== batch.status || completed !== batch.completed || failed !== batch.failed) {
    store.update(batch.id, { status, completed, failed });
    onEvent({ type: 'batch-status', batch: batch.id, status, completed, failed, requests: batch.requests });
  }
  if (!ENDED.includes(status)) return false;
  const collected = await collectBatch(batch, remote, options);
  const files = filesOf(remote);
  store.update(batch.id, { stage: 'collected', ...files });
  onEvent({ type: 'batch-collected', batch: batch.id, status, ...collected });
  return true;
}

const filesOf = ({ outputFile, errorFile }: RemoteBatch) => ({
  output: outputFile ?? null,
  error: errorFile ?? null,
});

/** Takes everything of a batch away from the provider. What cannot be deleted now is tried again later. */
async function deleteFiles(batch: BatchRow, options: AdvanceOptions): Promise<void> {
  const { api, store, signal, keepFiles, onEvent } = options;
  const files = [batch.file, batch.output, batch.error].filter((file) => file !== null);
  if (!keepFiles) {
    try {
      for (const file of files) await api.deleteFile(file, { signal });
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      onEvent({ type: 'batch-files-kept', batch: batch.id, files, reason: error.message });
      return;
    }
  }
  store.update(batch.id, { stage: 'closed' });
}

/** Writes the lines into a file and gives its bytes. */
async function writeRequests(path: string, lines: Iterable<string>): Promise<number> {
  let bytes = 0;
  const pieces = function* () {
    for (const line of lines) {
      const piece = Buffer.from(`${line}\n`);
      bytes += piece.length;
      yield piece;
    }
  };
  try {
    await pipeline(Readable.from(pieces()), createWriteStream(path, { mode: 0o600 }));
  } catch (cause) {
    throw new OutputError(
      `cannot write ${path}: found ${(cause as Error).message}, expected room for the requests of a batch`,
      { cause },
    );
  }
  return bytes;
}

function explainMissing(error: unknown, { remote }: BatchRow): unknown {
  if (!(error instanceof ModelError) || error.fault !== 'not-found') return error;
  return new ModelError(
    'not-found',
    `cannot go on with ${remote}: found no such batch at the provider, expected the key, project and address that it was made with. Use them again, or delete ${BATCH_STORE} to begin anew.`,
    { status: error.status, cause: error },
  );
}

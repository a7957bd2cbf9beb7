import { createReadStream } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { AbortedError, ModelError } from '../errors.ts';
import type { BatchApi, BatchCallOptions, BatchStatus, RemoteBatch } from './batch-api.ts';
import { openAiConfiguration } from './openai-configuration.ts';
import { defaultTimeoutMs, type ModelSettings, secretsOf } from './settings.ts';
import { type ErrorContext, toModelError } from './to-model-error.ts';

/** For a file of 200 MB on a slow line. */
const FILE_TIMEOUT_MS = 30 * 60_000;
/**
 * Fetch keeps a copy of a body, all of it, for the case of a redirect; only a request that takes none and belongs to no
 * window is read in one pass.
 */
const ONE_PASS = { redirect: 'error', window: null } as const;
/** Attempts of a call that may safely be made again, and the longest wait between two of them. */
const ATTEMPTS = 4;
const MOST_SECONDS = 60;
/** A longer line is no reply to a request of ours. */
const LONGEST_LINE = 16 * 1024 * 1024;
/** The name under which a batch carries its tag. */
const TAG = 'gapwright';

const STATUSES: readonly string[] = [
  'validating',
  'failed',
  'in_progress',
  'finalizing',
  'completed',
  'expired',
  'cancelling',
  'cancelled',
] satisfies BatchStatus[];

/** OpenAI's Batch API by the openai package, or that of a server that copies it. */
export async function openAiBatches(name: string, settings: ModelSettings): Promise<BatchApi> {
  const id = `openai:${name}`;
  const context: ErrorContext = { id, secrets: secretsOf(settings) };
  const configuration = openAiConfiguration(id, settings);
  const { OpenAI, toStreamingFile } = await import('openai');
  const client = new OpenAI({
    ...configuration,
    ...(settings.fetch && { fetch: settings.fetch }),
    // Which failures are worth another attempt is decided here.
    maxRetries: 0,
    timeout: settings.timeoutMs ?? defaultTimeoutMs,
  });
  const call = <T>(
    work: () => Promise<T>,
    options: BatchCallOptions,
    isSafe?: (error: ModelError) => boolean,
  ) => patiently(work, context, options, isSafe);

  return {
    id,
    upload: (path, fileName, options = {}) =>
      call(
        async () => {
          const file = toStreamingFile(createReadStream(path), fileName, { type: 'application/jsonl' });
          const made = await client.files.create(
            { file, purpose: 'batch' },
            { ...signalOf(options), timeout: FILE_TIMEOUT_MS, fetchOptions: ONE_PASS },
          );
          return made.id;
        },
        options,
        isRefused,
      ).catch((error: unknown) => {
        throw explainMissing(error, id);
      }),
    findFile: (fileName, bytes, options = {}) =>
      call(async () => {
        for await (const file of client.files.list({ purpose: 'batch', order: 'desc' }, signalOf(options)))
          if (file.filename === fileName && file.bytes === bytes) return file.id;
        return undefined;
      }, options),
    create: ({ file, endpoint, tag }, options = {}) =>
      call(
        async () =>
          toRemoteBatch(
            await client.batches.create(
              {
                input_file_id: file,
                // The package lists the endpoints of its day.
                endpoint: endpoint as '/v1/chat/completions',
                completion_window: '24h',
                metadata: { [TAG]: tag },
              },
              signalOf(options),
            ),
          ),
        options,
        isRefused,
      ),
    find: (tag, since, options = {}) =>
      call(async () => {
        for await (const batch of client.batches.list({ limit: 100 }, signalOf(options))) {
          if (batch.metadata?.[TAG] === tag) return toRemoteBatch(batch);
          // They come newest first.
          if (batch.created_at < since) return undefined;
        }
        return undefined;
      }, options),
    retrieve: (batch, options = {}) =>
      call(async () => toRemoteBatch(await client.batches.retrieve(batch, signalOf(options))), options),
    async *lines(file, options = {}) {
      const response = await call(
        () => client.files.content(file, { ...signalOf(options), timeout: FILE_TIMEOUT_MS }),
        options,
      );
      try {
        if (response.body) yield* readLines(response.body);
      } catch (error) {
        if (options.signal?.aborted) throw new AbortedError();
        throw toModelError(error, context);
      }
    },
    async deleteFile(file, options = {}) {
      await call(async () => {
        await client.files.delete(file, signalOf(options));
      }, options).catch((error: unknown) => {
        if (!(error instanceof ModelError) || error.fault !== 'not-found') throw error;
      });
    },
  };
}

/** Every other failure may come after the file or the batch was made. */
const isRefused = (error: ModelError) => error.fault === 'rate-limit';

/**
 * Makes a call, and again after failures that pass.
 * @throws {ModelError} the last one
 * @throws {AbortedError}
 */
async function patiently<T>(
  work: () => Promise<T>,
  context: ErrorContext,
  { signal }: BatchCallOptions,
  isSafe: (error: ModelError) => boolean = () => true,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (cause) {
      if (signal?.aborted) throw new AbortedError();
      const error = toModelError(cause, context);
      const seconds = error.retryAfter ?? 2 ** (attempt - 1);
      if (!error.retryable || attempt === ATTEMPTS || seconds > MOST_SECONDS || !isSafe(error)) throw error;
      await wait(seconds * 1000, undefined, { ...(signal && { signal }) }).catch(() => {
        throw new AbortedError();
      });
    }
  }
}

const signalOf = ({ signal }: BatchCallOptions) => (signal === undefined ? {} : { signal });

/** As much of a batch as is read here. */
interface BatchBody {
  id: string;
  status: string;
  output_file_id?: string | null;
  error_file_id?: string | null;
  request_counts?: { completed: number; failed: number } | null;
  errors?: {
    data?: { code?: string | null; message?: string | null; line?: number | null }[] | null;
  } | null;
}

function toRemoteBatch({ id, status, request_counts, errors, ...files }: BatchBody): RemoteBatch {
  return {
    id,
    status: STATUSES.includes(status) ? (status as BatchStatus) : 'unknown',
    outputFile: files.output_file_id ?? undefined,
    errorFile: files.error_file_id ?? undefined,
    completed: request_counts?.completed ?? 0,
    failed: request_counts?.failed ?? 0,
    errors: (errors?.data ?? []).map(({ code, message, line }) => ({
      code: code ?? undefined,
      message: message ?? '',
      line: line ?? undefined,
    })),
  };
}

async function* readLines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let kept = '';
  for await (const chunk of body) {
    kept += decoder.decode(chunk, { stream: true });
    let start = 0;
    for (let at = kept.indexOf('\n'); at >= 0; at = kept.indexOf('\n', start)) {
      yield kept.slice(start, at);
      start = at + 1;
    }
    kept = kept.slice(start);
    if (kept.length > LONGEST_LINE) throw new Error(`a line is longer than ${LONGEST_LINE} characters`);
  }
  kept += decoder.decode();
  if (kept !== '') yield kept;
}

/** A server without files has no Batch API: better said than "no such model". */
function explainMissing(error: unknown, id: string): unknown {
  if (!(error instanceof ModelError) || ![404, 405, 501].includes(error.status ?? 0)) return error;
  return new ModelError(
    'not-found',
    `cannot ask ${id} through a Batch API: found HTTP ${error.status} at /files, expected a server with /files and /batches as OpenAI has them. Leave --provider-batch out.`,
    { status: error.status, cause: error },
  );
}

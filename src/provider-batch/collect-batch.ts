import { AbortedError, ModelError } from '../errors.ts';
import type { BatchApi, RemoteBatch } from '../model/index.ts';
import { makeModelError } from '../model/to-model-error.ts';
import type { BatchRow, BatchStore } from './batch-store.ts';
import { type LineOutcome, readAnswer } from './read-answers.ts';

export interface CollectOptions {
  api: BatchApi;
  store: BatchStore;
  /** Whether ordinary calls may take the place of what the Batch API does not answer. */
  fallback: boolean;
  signal?: AbortSignal | undefined;
}

/** What a batch that has ended came to. */
export interface Collected {
  answered: number;
  /** Go into the next batch. */
  again: number;
  /** Are asked for by ordinary calls. */
  call: number;
  /** Got no reply in any batch, and no ordinary call may be made. */
  lost: number;
  /** Lines that say nothing of a request. */
  unreadable: number;
  /** Why it failed, where it did: code and message of the provider. */
  reason: string | undefined;
}

/** A request is in so many batches at most. */
const MOST_TRIES = 2;
/** And in so many where no ordinary call may follow. */
const MOST_TRIES_ALONE = 4;
/** Lines that are entered at once. */
const CHUNK = 200;
/** Attempts at a file whose connection breaks. */
const ATTEMPTS = 3;
/** The provider holds no more tokens of this account at the same time. */
const QUEUE_IS_FULL = 'token_limit_exceeded';
/** A queue is never believed to be shorter. */
export const SHORTEST_QUEUE = 50_000;
/** Reasons that no other request would get past. */
const ABOUT_THE_ACCOUNT: readonly string[] = [
  'billing_hard_limit_reached',
  'insufficient_quota',
  'billing_not_active',
];

/**
 * Takes over all replies of a batch that has ended, and decides about its other requests: expired ones are due for an
 * ordinary call; what failed goes into another batch once, then it is due for a call as well. Does the same again
 * after a kill in the middle.
 * @throws {ModelError} where a file cannot be had, or the account is the reason
 */
export async function collectBatch(
  batch: BatchRow,
  remote: RemoteBatch,
  { api, store, fallback, signal }: CollectOptions,
): Promise<Collected> {
  const policy = { mostTries: fallback ? MOST_TRIES : MOST_TRIES_ALONE, fallback };
  const expired: string[] = [];
  let [answered, unreadable] = [0, 0];
  const take = (outcomes: readonly LineOutcome[]) => {
    answered += store.answer(
      batch.id,
      outcomes.filter((one) => one.kind === 'answer'),
    );
    for (const one of outcomes) {
      if (one.kind === 'expired') expired.push(one.key);
      if (one.kind === 'unreadable') unreadable += 1;
    }
  };
  for (const file of [remote.outputFile, remote.errorFile])
    if (file !== undefined) await readFile(api, file, take, signal);

  if (remote.status === 'failed')
    return { ...failBatch(batch, remote, { id: api.id, store, policy }), answered, unreadable };
  const late = store.settle(batch.id, {
    ...policy,
    to: 'call',
    ...(remote.status !== 'expired' && { keys: expired }),
  });
  const rest = store.settle(batch.id, { ...policy, to: 'again' });
  return {
    answered,
    again: late.again + rest.again,
    call: late.call + rest.call,
    lost: late.lost + rest.lost,
    unreadable,
    reason: undefined,
  };
}

/** A batch that was not even begun: nothing of it was paid for. */
function failBatch(
  batch: BatchRow,
  { errors }: RemoteBatch,
  { id, store, policy }: { id: string; store: BatchStore; policy: { mostTries: number; fallback: boolean } },
): Omit<Collected, 'answered' | 'unreadable'> {
  const [first] = errors;
  const reason = first ? `${first.code ?? 'an error'}: ${first.message}` : 'the provider gave no reason';
  if (errors.some(({ code }) => code === QUEUE_IS_FULL)) {
    store.set('queue-tokens', String(Math.max(SHORTEST_QUEUE, Math.floor(batch.tokens.input / 2))));
    return { ...store.settle(batch.id, { ...policy, to: 'queue' }), reason };
  }
  if (errors.some(({ code }) => code !== undefined && ABOUT_THE_ACCOUNT.includes(code))) {
    store.settle(batch.id, { ...policy, to: 'queue' });
    store.update(batch.id, { stage: 'collected' });
    throw makeModelError('quota', reason, { id });
  }
  const named = errors.flatMap(({ line }) =>
    line === undefined ? [] : (store.keyOfLine(batch.id, line) ?? []),
  );
  const guilty = store.settle(batch.id, { ...policy, to: 'call', keys: named });
  const others = store.settle(batch.id, { ...policy, to: 'again' });
  return {
    again: guilty.again + others.again,
    call: guilty.call + others.call,
    lost: guilty.lost + others.lost,
    reason,
  };
}

/** Reads a file whole, from its beginning where the connection broke: what was taken over already is passed over. */
async function readFile(
  api: BatchApi,
  file: string,
  take: (outcomes: readonly LineOutcome[]) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      let chunk: LineOutcome[] = [];
      for await (const line of api.lines(file, { signal })) {
        if (line.trim() === '') continue;
        chunk.push(readAnswer(line));
        if (chunk.length < CHUNK) continue;
        take(chunk);
        chunk = [];
      }
      take(chunk);
      return;
    } catch (error) {
      if (error instanceof AbortedError || !(error instanceof ModelError)) throw error;
      // Deleted or over its time at the provider: its requests have no reply.
      if (error.fault === 'not-found') return;
      if (!error.retryable || attempt === ATTEMPTS) throw error;
    }
  }
}

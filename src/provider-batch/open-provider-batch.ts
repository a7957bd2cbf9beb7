import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { BatchCounts, BatchJournal, BatchOptions, Person } from '../batch/index.ts';
import { AbortedError, ModelError } from '../errors.ts';
import type { BatchApi, Model, ModelSettings } from '../model/index.ts';
import {
  type AdvanceOptions,
  advanceBatches,
  deleteCollected,
  isUnsent,
  sendBatches,
} from './advance-batches.ts';
import { BATCH_STORE, type BatchStore, type Load, type Tokens } from './batch-store.ts';
import { tokensOf } from './estimate-tokens.ts';
import type { ProviderBatchEvent } from './events.ts';
import { lookAtAll } from './look-at-all.ts';
import { openBatchStore } from './open-batch-store.ts';
import { openSpending, type RunSpending, type Spending, type SpendingOptions } from './spending.ts';
import { storedModel } from './stored-model.ts';
import { withEndpointRetries } from './with-endpoint-retries.ts';

/** What OpenAI takes in one file. */
export const FILE_LIMITS = { requests: 50_000, bytes: 200 * 1024 * 1024 } as const;

export interface ProviderBatchOptions extends SpendingOptions {
  /** The folder of the batch. */
  out: string;
  settings: ModelSettings;
  /** `openBatchApi`. */
  api: BatchApi;
  /** Answers by ordinary calls what the Batch API does not. Without it such requests go into the next batch. */
  call?: Model | undefined;
  /** Leaves uploaded and collected files at the provider. */
  keepFiles?: boolean;
  limits?: { requests: number; bytes: number };
  onEvent?: (event: ProviderBatchEvent) => void;
}

export interface RunProviderBatchOptions extends Omit<BatchOptions, 'date'> {
  /** The reports' date where the folder has none yet. */
  date: string;
  /** `once`: one step; `dry`: prepare and estimate, send nothing. Default: until everybody has a report. */
  until?: 'end' | 'once' | 'dry';
  /** Between two looks at the provider. Default 60. */
  pollSeconds?: number;
}

/** How far it is. */
export type ProviderBatchState =
  | { state: 'done'; counts: BatchCounts; journal: BatchJournal }
  | ({ state: 'waiting' } & Waiting);

export interface Waiting {
  /** Of people, at the last look at all of them. Undefined where nobody was looked at in this step. */
  counts: BatchCounts | undefined;
  /** Batches at the provider. */
  batches: readonly {
    batch: number;
    round: number;
    status: string;
    completed: number;
    failed: number;
    requests: number;
  }[];
  /** Requests that are in no batch yet. */
  wanted: Load & { cost: number | null };
  underWay: Load;
}

export interface ProviderBatch {
  /** The date that the folder's run was begun with. */
  readonly date: string | undefined;
  /** The model for one report. `expected`: tokens of a reply by section, `expectedTokens`. */
  modelFor(person: { key: string }, expected: ReadonlyMap<string, number>): Model;
  /** What this run has spent. */
  spent(): RunSpending;
  /**
   * Writes a report for each person as `runBatch` does, through batches of the provider. May be stopped at any time;
   * the same call goes on. With `write`, use the model that `modelFor` gives, and make `pending` an error (`strict`).
   * @throws {ModelError} for what no request could get past, a used-up budget included
   * @throws {AbortedError} when the signal fires; batches go on at the provider
   */
  run(people: () => AsyncIterable<Person>, options: RunProviderBatchOptions): Promise<ProviderBatchState>;
  /** After the summary of a finished run: the next run counts people and spending anew. Replies are kept. */
  finish(): void;
  close(): void;
}

/**
 * Opens the batches of a folder, new or of an earlier run.
 * @throws {UsageError} where another process works with it, or a cost is to be limited that nobody knows
 */
export async function openProviderBatch(options: ProviderBatchOptions): Promise<ProviderBatch> {
  const { out, model, settings, api, keepFiles = false, limits = FILE_LIMITS, onEvent = () => {} } = options;
  await mkdir(out, { recursive: true });
  const store = await openBatchStore(join(out, BATCH_STORE));
  const spending = openSpendingOf(store, options);
  const call = options.call && withEndpointRetries(options.call);
  if (!call) store.recall();
  let [mayCall, mayTellCalls] = [false, true];
  const callModel = (tokens: Tokens): Model => ({
    id: model,
    async generate(request, given) {
      if (mayTellCalls) onEvent({ type: 'batch-calls', ...store.dueCalls() });
      mayTellCalls = false;
      spending.keepWithin(tokens, 'call', 'an ordinary call');
      return (call as Model).generate(request, given);
    },
  });
  const advancing = (signal: AbortSignal | undefined): AdvanceOptions => ({
    api,
    store,
    fallback: call !== undefined,
    keepFiles,
    fileOf: ({ id }) => join(out, `provider-batch-${id}.jsonl`),
    signal,
    onEvent,
  });

  /** Sends what is wanted, as far as the provider's queue takes it, and what a kill has left half sent. */
  const sendWanted = async (signal: AbortSignal | undefined): Promise<void> => {
    const wanted = store.wanted();
    const unsent = store.batches().filter(isUnsent);
    const requests = unsent.reduce((sum, batch) => sum + batch.requests, wanted.requests);
    if (requests === 0) return;
    spending.keepWithin(wanted.tokens, 'batch', `the next ${requests} requests`);
    const round = 1 + Number(store.get('round') ?? 0);
    const room = () =>
      Number(store.get('queue-tokens') ?? Number.POSITIVE_INFINITY) - store.underWay().tokens.input;
    while (store.fill(round, { ...limits, tokens: room() })) store.set('round', String(round));
    await sendBatches(advancing(signal));
  };

  const describe = (counts: BatchCounts | undefined): ProviderBatchState => {
    const wanted = store.wanted();
    return {
      state: 'waiting',
      counts,
      batches: store
        .batches()
        .filter(({ stage }) => stage !== 'collected')
        .map(({ id, status, stage, round, completed, failed, requests }) => ({
          ...{ batch: id, round, status: status ?? stage, completed, failed, requests },
        })),
      wanted: { ...wanted, cost: spending.costOf(wanted.tokens) },
      underWay: store.underWay(),
    };
  };

  return {
    date: store.get('date'),
    modelFor: ({ key }, expected) =>
      storedModel(model, {
        ...{ store, settings, scope: key, expected, tokensOf },
        call: call && mayCall ? callModel : undefined,
      }),
    spent: () => spending.spent(),
    async run(people, given) {
      const { until = 'end', pollSeconds = 60, signal } = given;
      mayCall = until !== 'dry';
      const shape = [given.role, given.plan, given.resources, given.date, given.fingerprint];
      const inputs = createHash('sha256').update(JSON.stringify(shape)).digest('hex');
      const failed = new Set<string>();
      let counts: BatchCounts | undefined;
      // In days the provider may be out of reach for a while; at the first word it is more likely a wrong setting.
      let isReached = false;
      const reach = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
        try {
          const isAsked = store.batches().length > 0 || store.wanted().requests > 0;
          const result = await work();
          isReached ||= isAsked;
          return result;
        } catch (error) {
          const mayPass = error instanceof ModelError && error.retryable;
          if (!mayPass || !isReached || until !== 'end') throw error;
          onEvent({ type: 'batch-retry', reason: error.message });
          return undefined;
        }
      };
      for (;;) {
        const moved = until !== 'dry' && (await reach(() => advanceBatches(advancing(signal))));
        const isNew = store.get('inputs') !== inputs || until === 'dry';
        if (moved || isNew || store.isDirty() || store.underWay().requests === 0) {
          mayTellCalls = true;
          const seen = await lookAtAll(people(), given, { store, failed });
          counts = seen.counts;
          store.set('inputs', inputs);
          if (!counts.pending) {
            if (until !== 'dry')
              await deleteCollected(advancing(signal)).catch((error: unknown) => {
                seen.journal.close();
                throw error;
              });
            return { state: 'done', counts, journal: seen.journal };
          }
          seen.journal.close();
        }
        if (until === 'dry') return describe(counts);
        // From the first request on, another date would make other reports.
        store.set('date', given.date);
        await reach(() => sendWanted(signal));
        if (until === 'once') return describe(counts);
        await wait(pollSeconds * 1000, undefined, { ...(signal && { signal }) }).catch(() => {
          throw new AbortedError();
        });
      }
    },
    finish: () => store.finish(),
    close: () => store.close(),
  };
}

function openSpendingOf(store: BatchStore, options: ProviderBatchOptions): Spending {
  try {
    return openSpending(store, options);
  } catch (error) {
    store.close();
    throw error;
  }
}

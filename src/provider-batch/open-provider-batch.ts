import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type BatchCounts,
  type BatchEvent,
  type BatchJournal,
  type BatchOptions,
  type Person,
  runBatch,
} from '../batch/index.ts';
import { AbortedError, ModelError, UsageError } from '../errors.ts';
import {
  type BatchApi,
  builtInPrices,
  computeCost,
  findPrice,
  type Model,
  type ModelSettings,
  type Prices,
  type TokenUsage,
  withRetries,
} from '../model/index.ts';
import { makeModelError } from '../model/to-model-error.ts';
import { describeFailure } from '../record/index.ts';
import { type AdvanceOptions, advanceBatches, sendBatches } from './advance-batches.ts';
import { type Load, openBatchStore, type Tokens } from './batch-store.ts';
import { tokensOf } from './estimate-tokens.ts';
import type { ProviderBatchEvent } from './events.ts';
import { storedModel } from './stored-model.ts';

/** The store of a folder, beside the journal. */
export const BATCH_STORE = 'provider-batch.sqlite';

/** What OpenAI takes in one file. */
export const FILE_LIMITS = { requests: 50_000, bytes: 200 * 1024 * 1024 } as const;

export interface ProviderBatchOptions {
  /** The folder of the batch. */
  out: string;
  /** Id of the model, e.g. `openai:gpt-5-mini`. */
  model: string;
  settings: ModelSettings;
  /** `openBatchApi`. */
  api: BatchApi;
  /** Answers by ordinary calls what the Batch API does not. Without it such requests go into the next batch. */
  call?: Model | undefined;
  prices?: Prices;
  /** Of everything that this run spends, be it by batch or by call. */
  maxTokens?: number | undefined;
  maxCost?: number | undefined;
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
  /** What this run has spent; null where a count or a price is not known. */
  spent(): { requests: number; inputTokens: number | null; outputTokens: number | null; cost: number | null };
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
  const {
    out,
    model,
    settings,
    api,
    prices = builtInPrices,
    maxTokens,
    maxCost,
    keepFiles = false,
  } = options;
  const { limits = FILE_LIMITS, onEvent = () => {} } = options;
  if (maxCost !== undefined && findPrice(model, prices)?.batch === undefined)
    throw new UsageError(
      `cannot keep to a budget of ${maxCost} ${prices.currency}: found no price of the Batch API for ${model}, expected "batch" beside its price. Add it with --prices, or limit tokens instead.`,
    );
  await mkdir(out, { recursive: true });
  const store = await openBatchStore(join(out, BATCH_STORE));
  const stateOf = (name: string) => store.get(name);

  const costOf = (usage: TokenUsage) => computeCost(usage, model, prices);
  const estimateOf = ({ tokens }: { tokens: Tokens }, batch = true): TokenUsage => ({
    inputTokens: tokens.input,
    outputTokens: tokens.output,
    ...(batch && { batch: true as const }),
  });
  /** Spent, and expected of what is under way. */
  const committed = (): TokenUsage[] => [
    store.spent('batch'),
    store.spent('call'),
    estimateOf(store.underWay()),
  ];
  /** @throws {ModelError} budget, where more would go beyond it by estimate */
  const keepWithin = (more: TokenUsage, what: string) => {
    const all = [...committed(), more];
    const refuse = (found: string) => {
      throw makeModelError('budget', `${found}, so nothing was sent for ${what}`, { id: model });
    };
    const tokens = addUp(all.map(({ inputTokens, outputTokens }) => addUp([inputTokens, outputTokens])));
    const cost = addUp(all.map(costOf));
    if (maxTokens !== undefined && (tokens === null || tokens > maxTokens))
      refuse(
        tokens === null
          ? 'a reply without token counts'
          : `${tokens} of ${maxTokens} tokens used, under way or expected by estimate`,
      );
    if (maxCost !== undefined && (cost === null || cost > maxCost))
      refuse(
        cost === null
          ? 'a reply without token counts'
          : `${cost.toPrecision(3)} of ${maxCost} ${prices.currency} used, under way or expected by estimate`,
      );
  };
  const call = options.call && withEndpointRetries(options.call);
  if (!call) store.recall();
  let mayCall = false;
  let mayTellCalls = true;
  const callModel = (tokens: Tokens): Model => ({
    id: model,
    async generate(request, given) {
      keepWithin(estimateOf({ tokens }, false), 'an ordinary call');
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

  /** Looks at everybody: writes what can be written, and enters what is lacking. */
  const lookAtAll = async (
    people: () => AsyncIterable<Person>,
    given: RunProviderBatchOptions,
    failed: Set<string>,
  ) => {
    const counts: BatchCounts = { written: 0, kept: 0, copied: 0, failed: 0 };
    const follow = (event: BatchEvent) => {
      const how = OUTCOMES[event.type];
      if (how === undefined) {
        given.onEvent?.(event);
        return;
      }
      if (how === 'pending') {
        counts.pending = (counts.pending ?? 0) + 1;
        given.onEvent?.(event);
        return;
      }
      // Who got a report in an earlier look of this run has it from this run.
      const before = store.note(event.id, how);
      const isOwn = how === 'kept' && (before === 'written' || before === 'copied');
      counts[isOwn ? before : how] += 1;
      const isTold = how === 'failed' ? failed.has(event.id) : how === 'kept' && before !== undefined;
      if (how === 'failed') failed.add(event.id);
      if (!isTold) given.onEvent?.(event);
    };
    store.beginPass();
    const { journal } = await runBatch(people(), { ...given, onEvent: follow });
    store.endPass();
    return { counts, journal };
  };

  /** Sends what is wanted, as far as the provider's queue takes it. */
  const sendWanted = async (signal: AbortSignal | undefined): Promise<void> => {
    const wanted = store.wanted();
    if (wanted.requests === 0) return;
    keepWithin(estimateOf(wanted), `the next ${wanted.requests} requests`);
    const round = 1 + Math.max(0, Number(stateOf('round') ?? 0));
    let filled = false;
    for (;;) {
      const queue = Number(stateOf('queue-tokens') ?? Number.POSITIVE_INFINITY);
      const busy = store.underWay();
      if (store.fill(round, { ...limits, tokens: queue - busy.tokens.input }) === undefined) break;
      filled = true;
    }
    if (filled) store.set('round', String(round));
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
        .map(({ id, round, status, stage, completed, failed, requests }) => ({
          batch: id,
          round,
          status: status ?? stage,
          ...{ completed, failed, requests },
        })),
      wanted: { ...wanted, cost: costOf(estimateOf(wanted)) },
      underWay: store.underWay(),
    };
  };

  return {
    date: stateOf('date'),
    modelFor: ({ key }, expected) =>
      storedModel(model, {
        store,
        settings,
        scope: key,
        expected,
        tokensOf,
        call:
          call && mayCall
            ? (_, tokens) => {
                if (mayTellCalls) onEvent({ type: 'batch-calls', ...store.dueCalls() });
                mayTellCalls = false;
                return callModel(tokens);
              }
            : undefined,
      }),
    spent() {
      const [batch, calls] = [store.spent('batch'), store.spent('call')];
      return {
        requests: batch.requests + calls.requests,
        inputTokens: addUp([batch.inputTokens, calls.inputTokens]),
        outputTokens: addUp([batch.outputTokens, calls.outputTokens]),
        cost: addUp([batch.requests === 0 ? 0 : costOf(batch), calls.requests === 0 ? 0 : costOf(calls)]),
      };
    },
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
          if (!isReached || until !== 'end' || !(error instanceof ModelError) || !error.retryable)
            throw error;
          onEvent({ type: 'batch-retry', reason: error.message });
          return undefined;
        }
      };
      for (;;) {
        const moved = until === 'dry' ? false : await reach(() => advanceBatches(advancing(signal)));
        const isNew = stateOf('inputs') !== inputs || until === 'dry';
        if (moved || isNew || store.isDirty() || store.underWay().requests === 0) {
          mayTellCalls = true;
          const seen = await lookAtAll(people, given, failed);
          counts = seen.counts;
          store.set('inputs', inputs);
          if (!counts.pending) {
            // Files that could not be deleted before.
            if (until !== 'dry') await reach(() => advanceBatches(advancing(signal)));
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

/** What an event of `runBatch` says has become of a person. */
const OUTCOMES: Readonly<Partial<Record<BatchEvent['type'], keyof BatchCounts>>> = {
  'person-written': 'written',
  'person-copied': 'copied',
  'person-kept': 'kept',
  'person-failed': 'failed',
  'person-pending': 'pending',
};

/** Unknown where a part is. */
function addUp(parts: readonly (number | null)[]): number | null {
  return parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}

/**
 * A model that is asked again after faults of the endpoint, with the usual waits; a fault of a reply is the caller's to
 * judge, so that each is told of once.
 */
function withEndpointRetries(model: Model): Model {
  return {
    id: model.id,
    async generate(request, options) {
      let fault: ModelError | undefined;
      const attempt: Model = {
        id: model.id,
        async generate(again, given) {
          try {
            return await model.generate(again, given);
          } catch (error) {
            if (!(error instanceof ModelError) || describeFailure(error) === undefined) throw error;
            fault = error;
            throw new ModelError(error.fault, error.message);
          }
        },
      };
      try {
        return await withRetries(attempt).generate(request, options);
      } catch (error) {
        throw fault ?? error;
      }
    },
  };
}

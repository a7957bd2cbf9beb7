import { resolve } from 'node:path';
import type { Case } from '../../../schemas/index.ts';
import type { BatchEvent, Person } from '../../batch/index.ts';
import type { Config } from '../../config.ts';
import type { PromptSet } from '../../draft/index.ts';
import { UsageError } from '../../errors.ts';
import type { FactOptions } from '../../facts/index.ts';
import { makeReportSpec, parseQueueAddress, runQueuedBatch } from '../../queue/index.ts';
import type { Renderer } from '../../render/index.ts';
import type { Style } from '../../sections/index.ts';
import { VERSION } from '../../version.ts';
import type { Io, Speaker } from '../io.ts';
import { modelSettingsOf } from '../model-options.ts';
import { openStoreOf, queueOf } from './queue-options.ts';

/** Flags of a batch that matter here. */
export interface QueuedFlags {
  detach?: boolean;
  date?: string;
  shareNames?: boolean;
  prices?: string;
}

/** Flags that a worker has, or nobody: whoever asks the model spends, waits and records. */
const OF_WORKERS: Readonly<Record<string, string>> = {
  maxTokens: '--max-tokens',
  maxCost: '--max-cost',
  maxSeconds: '--max-seconds',
  rpm: '--rpm',
  tpm: '--tpm',
  timeout: '--timeout',
  concurrency: '--concurrency',
  record: '--record',
  replay: '--replay',
  cache: '--cache',
};

/**
 * Refuses what a batch over a queue cannot do by itself.
 * @throws UsageError
 */
export function refuseWorkerFlags(flags: object, config: Config): void {
  const found = Object.keys(OF_WORKERS).filter(
    (name) => (flags as Record<string, unknown>)[name] !== undefined,
  );
  if (found.length > 0)
    throw new UsageError(
      `cannot use ${found.map((name) => OF_WORKERS[name]).join(', ')} with --queue: the model is asked by the workers, expected such flags at gapwright worker, which has --max-tokens, --max-cost, --max-seconds, --rpm, --tpm, --timeout and --concurrency`,
    );
  // A model whose provider nobody knows is better refused before anything is enqueued.
  if (config.model !== 'offline') modelSettingsOf(config.model, config);
}

export interface QueuedInputs extends Omit<Case, 'resume'> {
  out: string;
  renderers: readonly Renderer[];
  fingerprint: unknown;
  factOptions: FactOptions;
  style: Partial<Style>;
  prompts: PromptSet;
}

/** Runs a batch over the queue that the flags name; counts and journal as of `runBatch`. */
export async function runByQueue(
  people: AsyncIterable<Person>,
  inputs: QueuedInputs,
  flags: QueuedFlags,
  world: { config: Config; io: Io; speaker: Speaker; follow: (event: BatchEvent) => void },
) {
  const { config, io, speaker, follow } = world;
  const { out, renderers, fingerprint, prompts, style, role, plan, resources, date } = inputs;
  const place = queueOf(config);
  const store = await openStoreOf(config, io);
  const { hoursPerWeek, weeks, budget, freeOnly, hoursTable, language } = inputs.factOptions;
  const catalog = await readCatalog(config, io);
  const spec = makeReportSpec({
    version: VERSION,
    role,
    ...(plan && { plan }),
    ...(resources && { resources }),
    date,
    facts: {
      ...(hoursPerWeek !== undefined && { hoursPerWeek }),
      ...(weeks !== undefined && { weeks }),
      ...(budget !== undefined && { budget }),
      ...(freeOnly !== undefined && { freeOnly }),
      ...(hoursTable !== undefined && { hoursTable }),
      ...(language !== undefined && { language }),
    },
    catalog,
    style,
    model: config.model,
    maxRepairs: config.maxRepairs,
    shareNames: flags.shareNames ?? false,
    prompts,
    prices: await readPricesOf(flags, io),
  });
  const shown = parseQueueAddress(place.queue).shown;
  const result = await runQueuedBatch(people, {
    ...place,
    out,
    renderers,
    spec,
    fingerprint,
    store,
    detach: flags.detach ?? false,
    onEvent(event) {
      switch (event.type) {
        case 'reports-enqueued':
          speaker.event({ ...event });
          break;
        case 'no-worker':
          speaker.event({ ...event });
          speaker.warn(
            `${event.waiting} reports wait and no worker is at the queue: start one by gapwright worker --queue ${shown} --store ${store.address}`,
          );
          break;
        case 'queue-lost':
          speaker.warn('Redis is gone; waiting for it');
          break;
        case 'queue-back':
          speaker.say('Redis is there again.');
          break;
        default:
          follow(event);
      }
    },
    signal: io.signal,
  });
  if (flags.detach)
    speaker.say(
      `${result.enqueued} reports were put into the queue ${shown}. The same command without --detach collects them${flags.date === undefined ? `; give it --date ${date}` : ''}.`,
    );
  return result;
}

/** The files of a catalog of one's own, as they travel; warnings of them have been told before. */
async function readCatalog({ catalog }: Config, io: Io) {
  if (catalog === undefined) return undefined;
  const { readCatalogFiles } = await import('../../catalog/index.ts');
  return (await readCatalogFiles(resolve(io.cwd, catalog), { signal: io.signal })).files;
}

async function readPricesOf({ prices }: QueuedFlags, io: Io) {
  if (prices !== undefined) {
    const { readPrices } = await import('../open-configured.ts');
    return readPrices(prices, io);
  }
  const { builtInPrices } = await import('../../model/index.ts');
  return builtInPrices;
}

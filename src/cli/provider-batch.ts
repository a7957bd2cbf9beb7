import { type Command, InvalidArgumentError } from 'commander';
import type { Case } from '../../schemas/index.ts';
import type { Config } from '../config.ts';
import { UsageError } from '../errors.ts';
import type { FactOptions } from '../facts/index.ts';
import type { ProviderBatch, ProviderBatchEvent, Waiting } from '../provider-batch/index.ts';
import type { Style } from '../sections/index.ts';
import type { WriteReportOptions } from '../write-report.ts';
import type { CommonFlags, Io, Speaker } from './io.ts';
import { modelSettingsOf } from './model-options.ts';
import type { ConfiguredModel, ModelFlags } from './open-configured.ts';

export interface ProviderBatchFlags {
  providerBatch?: boolean;
  poll?: number;
  once?: boolean;
  dryRun?: boolean;
  keepFiles?: boolean;
  /** False with `--no-fallback`. */
  fallback?: boolean;
}

/** Adds the flags of the provider's Batch API to a command. */
export function addProviderBatchOptions(command: Command): Command {
  return command
    .option(
      '--provider-batch',
      "ask through the provider's Batch API, for hours or days (docs/provider-batch.md)",
    )
    .option('--poll <time>', 'between two looks at the provider: 60s, 5m, 1h (default: 60s)', duration)
    .option('--once', 'do one step of --provider-batch, say how far it is, and end; for cron')
    .option('--dry-run', 'of --provider-batch: count and estimate the requests, send nothing')
    .option('--keep-files', 'leave the files of --provider-batch at the provider')
    .option('--no-fallback', 'no ordinary call for what --provider-batch does not answer');
}

/** Seconds of `90`, `90s`, `5m` or `1h`. */
function duration(text: string): number {
  const [, number, unit = 's'] = /^(\d{1,6})([smh])?$/.exec(text) ?? [];
  const seconds = Number(number) * { s: 1, m: 60, h: 3600 }[unit as 's' | 'm' | 'h'];
  // Longer than a batch may take at all.
  if (!(seconds > 0 && seconds <= 86_400))
    throw new InvalidArgumentError('expected a time such as 60s, 5m or 1h.');
  return seconds;
}

/** The environment; with --dry-run nothing is sent, so that a missing key is made up. */
export function keyedFor({ dryRun }: ProviderBatchFlags, env: Io['env']): Io['env'] {
  return dryRun && !env.OPENAI_API_KEY ? { ...env, OPENAI_API_KEY: 'no-key-needed' } : env;
}

/** @throws {UsageError} for flags that need --provider-batch, or do not go with it */
export function checkProviderBatchFlags(
  flags: ProviderBatchFlags & ModelFlags & { queue?: string },
  model: string,
  sources: readonly string[],
): void {
  const without = [
    flags.poll !== undefined && '--poll',
    flags.once && '--once',
    flags.dryRun && '--dry-run',
    flags.keepFiles && '--keep-files',
    flags.fallback === false && '--no-fallback',
  ].filter((name) => typeof name === 'string');
  if (!flags.providerBatch) {
    if (without.length > 0)
      throw new UsageError(
        `cannot use ${without.join(' and ')}: found no --provider-batch, expected it with them`,
      );
    return;
  }
  const against = [
    flags.queue !== undefined && '--queue',
    flags.maxSeconds !== undefined && '--max-seconds',
    flags.record !== undefined && '--record',
    flags.replay !== undefined && '--replay',
    flags.cache !== undefined && '--cache',
  ].filter((name) => typeof name === 'string');
  if (against.length > 0)
    throw new UsageError(
      `cannot use ${against.join(' and ')} with --provider-batch: batches take hours, and keep their replies in the folder themselves`,
    );
  if (flags.once && flags.dryRun)
    throw new UsageError('cannot use --once and --dry-run together: expected one of them');
  if (model === 'offline')
    throw new UsageError('cannot use --provider-batch: found no model, expected --model openai:<model>');
  if (sources.includes('-'))
    throw new UsageError(
      'cannot read people from standard input with --provider-batch: expected files, which are read again in each step',
    );
}

/** Opens the batches of the folder, and tells what happens to them. */
export async function openProviderBatchOf(
  flags: ProviderBatchFlags & ModelFlags & CommonFlags,
  opened: ConfiguredModel,
  config: Config,
  { out, speaker }: { out: string; speaker: Speaker },
): Promise<ProviderBatch> {
  const [{ openBatchApi }, { openProviderBatch }] = await Promise.all([
    import('../model/index.ts'),
    import('../provider-batch/index.ts'),
  ]);
  const settings = modelSettingsOf(config.model, config);
  return openProviderBatch({
    out,
    model: config.model,
    settings,
    api: await openBatchApi(config.model, settings),
    ...(flags.fallback !== false && { call: opened.model }),
    prices: opened.prices,
    maxTokens: flags.maxTokens,
    maxCost: flags.maxCost,
    keepFiles: flags.keepFiles ?? false,
    onEvent(event) {
      speaker.event({ ...event });
      if (!flags.json) speaker.say(describeEvent(event));
    },
  });
}

/** What `writeReport` needs so that a report's replies come through the batches. */
export async function writeThrough(
  batches: ProviderBatch,
  theCase: Case,
  person: { key: string },
  { factOptions, style }: { factOptions: FactOptions; style: Partial<Style> },
): Promise<Pick<WriteReportOptions, 'facts' | 'model' | 'retry'>> {
  const [{ computeFacts }, { builtInResources }, { expectedTokens }] = await Promise.all([
    import('../facts/index.ts'),
    import('../resources/built-in-resources.ts'),
    import('../provider-batch/index.ts'),
  ]);
  const facts = computeFacts(theCase, { resources: builtInResources(), ...factOptions });
  return {
    facts,
    model: batches.modelFor(person, expectedTokens(facts, style)),
    // What comes out of the store need not be waited for.
    retry: { firstDelaySeconds: 0, retryBudget: Number.POSITIVE_INFINITY },
  };
}

/** How far it is, in one line. */
export function describeWaiting({ counts, batches, wanted }: Waiting): string {
  const people = counts
    ? `: ${counts.written + counts.kept + counts.copied} people have a report, ${counts.pending ?? 0} wait, ${counts.failed} failed`
    : '';
  const ways = batches.map(
    ({ batch, round, status, completed, requests }) =>
      `batch ${batch} of round ${round} ${status} (${completed} of ${requests} requests done)`,
  );
  if (wanted.requests > 0) ways.push(`${wanted.requests} requests not sent yet`);
  return `waiting${people}; ${ways.length > 0 ? ways.join(', ') : 'nothing is under way'}`;
}

/** What would be sent. */
export function describeEstimate({ wanted, underWay }: Waiting, { currency }: { currency: string }): string {
  const { requests, bytes, tokens, cost } = wanted;
  const price = cost === null ? 'at an unknown price' : `${cost.toFixed(4)} ${currency}`;
  const busy = underWay.requests === 0 ? '' : `; ${underWay.requests} requests are under way`;
  return `${requests} requests, ${(bytes / 1e6).toFixed(1)} MB, about ${tokens.input} tokens in and ${tokens.output} out, ${price} through the Batch API, repairs not counted${busy}`;
}

/** What a run has spent, in words. */
export function describeBatchSpent(batches: ProviderBatch, { currency }: { currency: string }): string {
  const { requests, inputTokens, outputTokens, cost } = batches.spent();
  const tokens =
    inputTokens === null || outputTokens === null
      ? 'tokens not reported'
      : `${inputTokens} tokens in, ${outputTokens} out`;
  return `${requests} requests, ${tokens}, cost ${cost === null ? 'unknown' : `${cost.toFixed(4)} ${currency}`}`;
}

function describeEvent(event: ProviderBatchEvent): string {
  switch (event.type) {
    case 'batch-created':
      return `batch ${event.batch} (round ${event.round}): ${event.requests} requests are with the provider as ${event.remote}`;
    case 'batch-found':
      return `batch ${event.batch}: found at the provider as ${event.remote}, so it is not sent again`;
    case 'batch-status':
      return `batch ${event.batch}: ${event.status}, ${event.completed} of ${event.requests} done, ${event.failed} failed`;
    case 'batch-collected': {
      const { answered, again, call, lost, unreadable, reason } = event;
      const parts = [
        `${answered} replies`,
        again > 0 && `${again} requests go into the next batch`,
        call > 0 && `${call} are left to ordinary calls`,
        lost > 0 && `${lost} got no reply`,
        unreadable > 0 && `${unreadable} lines not understood`,
        reason !== undefined && reason,
      ].filter((part) => typeof part === 'string');
      return `batch ${event.batch}: ${event.status}; ${parts.join(', ')}`;
    }
    case 'batch-files-kept':
      return `batch ${event.batch}: cannot delete its files ${event.files.join(', ')} at the provider now (${event.reason}); the next step tries again`;
    case 'batch-retry':
      return `the provider is out of reach and is asked again later: ${event.reason}`;
    case 'batch-calls':
      return `${event.requests} requests that the Batch API did not answer are asked for by ordinary calls, at the full price`;
  }
}

import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { Config } from '../config.ts';
import { UsageError } from '../errors.ts';
import type { BudgetedModel, Model, Prices, RateLimiter } from '../model/index.ts';
import type { Io } from './io.ts';
import { modelSettingsOf } from './model-options.ts';

/** Flags that say what may be spent on a model and how fast, and whether its replies are kept or taken from a folder. */
export interface ModelFlags {
  maxTokens?: number;
  maxCost?: number;
  maxSeconds?: number;
  rpm?: string;
  tpm?: string;
  prices?: string;
  record?: string;
  replay?: string;
  cache?: string;
}

/** Adds those flags to a command. */
export function addModelOptions(command: Command): Command {
  return command
    .option(
      '--max-tokens <n>',
      'tokens that the report may use; when they are used up, the rest is written offline',
      amount,
    )
    .option('--max-cost <amount>', 'what the report may cost by the table of prices', amount)
    .option('--max-seconds <n>', 'seconds for all calls together', amount)
    .option('--rpm <n>', 'requests a minute at most (default: as the server says in its headers)')
    .option('--tpm <n>', 'tokens a minute at most, input and output together (default: as the server says)')
    .option('--prices <file>', 'prices by model, laid over the built-in table')
    .option('--record <dir>', 'keep each reply in a readable file')
    .option('--replay <dir>', 'take the replies from such a folder; the network is never touched')
    .option('--cache <dir>', 'ask only for what is not in the folder yet');
}

/** A number above 0 as a flag. */
export function amount(text: string): number {
  const value = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || value <= 0) throw new InvalidArgumentError('expected a number above 0.');
  return value;
}

export interface ConfiguredModel {
  model: Model;
  /** What was spent, where anything was asked. */
  budget: BudgetedModel | undefined;
  /** The table that costs are computed by. */
  prices: Prices;
  /** The host that is asked, where the settings name one; no path, no key. */
  endpoint: string | undefined;
  /** Knows who waits for the rate limit; undefined where nothing is sent. */
  limiter: RateLimiter | undefined;
}

/**
 * Opens the model of the configuration with all that the flags put around it: rate limit, breaker, budget, cache or
 * recording. Models of one id share their place in `limiters`, and by that their limit.
 * @throws UsageError where flags exclude each other, or a cost is to be limited that nobody knows
 */
export async function openConfigured(
  id: string,
  config: Config,
  flags: ModelFlags,
  hashes: readonly string[],
  io: Io,
  limiters: Map<string, RateLimiter> = new Map(),
): Promise<ConfiguredModel> {
  const folders = [flags.record && '--record', flags.replay && '--replay', flags.cache && '--cache'].filter(
    (name) => typeof name === 'string',
  );
  if (folders.length > 1)
    throw new UsageError(`cannot use ${folders.join(' and ')} together: expected one of them`);
  const prompts = { prompts: hashes };
  const dir = (path: string) => resolve(io.cwd, path);
  const { builtInPrices, openModel, RateLimiter, withBreaker, withBudget, withRateLimit } = await import(
    '../model/index.ts'
  );
  const prices = flags.prices === undefined ? builtInPrices : await readPrices(flags.prices, io);
  if (flags.replay !== undefined) {
    const { replayReplies } = await import('../record/index.ts');
    const model = replayReplies(id, dir(flags.replay), prompts);
    return { model, budget: undefined, prices, endpoint: undefined, limiter: undefined };
  }
  const settings = modelSettingsOf(id, config);
  const endpoint = settings.baseUrl === undefined ? undefined : URL.parse(settings.baseUrl)?.hostname;
  const { maxTokens, maxCost, maxSeconds } = flags;
  const { requestsPerMinute: rpm, tokensPerMinute: tpm } = config;
  const limiter = limiters.get(id) ?? new RateLimiter({ rpm, tpm });
  limiters.set(id, limiter);
  const limited = withRateLimit(await openModel(id, { ...settings, fetch: limiter.fetch }), limiter);
  const budget = withBudget(withBreaker(limited), {
    ...(maxTokens !== undefined && { maxTokens }),
    ...(maxCost !== undefined && { maxCost }),
    ...(maxSeconds !== undefined && { maxSeconds }),
    prices,
  });
  const configured = { model: budget, budget, prices, endpoint, limiter };
  if (flags.record !== undefined) {
    const { recordReplies } = await import('../record/index.ts');
    return { ...configured, model: recordReplies(budget, dir(flags.record), prompts) };
  }
  if (flags.cache !== undefined) {
    const { cacheReplies } = await import('../record/index.ts');
    return { ...configured, model: cacheReplies(budget, dir(flags.cache), prompts) };
  }
  return configured;
}

/** Reads the table of --prices. */
export async function readPrices(path: string, io: Io) {
  const [{ readDocument }, { parsePrices }] = await Promise.all([
    import('../input/index.ts'),
    import('../model/index.ts'),
  ]);
  const document = await readDocument(resolve(io.cwd, path), { signal: io.signal });
  return parsePrices(document.data, path);
}

/** What was spent, in words: tokens, and the cost where the price is known. */
export function describeSpent({ budget, prices }: ConfiguredModel): string | undefined {
  if (!budget || budget.spent.calls === 0) return undefined;
  const { calls, inputTokens, outputTokens, cost } = budget.spent;
  const tokens =
    inputTokens === null || outputTokens === null
      ? 'tokens not reported'
      : `${inputTokens} tokens in, ${outputTokens} out`;
  return `${calls} calls, ${tokens}, cost ${cost === null ? 'unknown' : `${cost.toFixed(4)} ${prices.currency}`}`;
}

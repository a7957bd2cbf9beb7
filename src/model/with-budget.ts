import { AbortedError, ModelError, UsageError } from '../errors.ts';
import { anySignal } from './any-signal.ts';
import { computeCost } from './compute-cost.ts';
import type { Model, TokenUsage } from './model.ts';
import { builtInPrices, findPrice, type Prices } from './prices.ts';
import { makeModelError } from './to-model-error.ts';
import { untilAborted } from './until-aborted.ts';

export interface BudgetOptions {
  /** Input and output tokens together, as the provider counts them. */
  maxTokens?: number;
  /** In the currency of the prices. */
  maxCost?: number;
  /** From the first call on. A call that is under way then is stopped. */
  maxSeconds?: number;
  prices?: Prices;
  /** Milliseconds of a clock that only goes forward. */
  now?: () => number;
}

/** What was spent up to now; null where a reply came without counts, or has no price. */
export interface Spent {
  /** Calls that gave a reply, or one that could not be used. */
  calls: number;
  inputTokens: number | null;
  outputTokens: number | null;
  cost: number | null;
  seconds: number;
}

export interface BudgetedModel extends Model {
  readonly spent: Spent;
}

/**
 * Stops asking once a budget is used up: further calls throw a ModelError (budget), not retryable. Calls that are
 * under way still end and count, so what is spent can go beyond the budget by those. A budget that cannot be watched,
 * because the provider counts no tokens, is used up with the first such reply. Counts every attempt where it stands
 * inside `withRetries`.
 * @throws {UsageError} for a limit that is no positive number, or `maxCost` for a model without a price.
 */
export function withBudget(
  model: Model,
  {
    maxTokens,
    maxCost,
    maxSeconds,
    prices = builtInPrices,
    now = () => performance.now(),
  }: BudgetOptions = {},
): BudgetedModel {
  for (const [name, limit] of Object.entries({ maxTokens, maxCost, maxSeconds })) {
    if (limit !== undefined && !(limit > 0))
      throw new UsageError(`cannot keep to a budget: found ${name} ${limit}, expected a number above 0`);
  }
  if (maxCost !== undefined && findPrice(model.id, prices) === null) {
    throw new UsageError(
      `cannot keep to a budget of ${maxCost} ${prices.currency}: found no price for ${model.id}, expected one in the table of prices. Add it, or limit tokens instead.`,
    );
  }
  let start: number | undefined;
  let calls = 0;
  const sums = { inputTokens: 0, outputTokens: 0, cost: 0 };
  /** What a reply did not say makes the whole sum unknown. */
  const unknown = { inputTokens: false, outputTokens: false, cost: false };

  const known = (name: keyof typeof sums) => (unknown[name] ? null : sums[name]);
  const seconds = () => (start === undefined ? 0 : (now() - start) / 1000);
  const count = (usage: TokenUsage) => {
    calls += 1;
    const parts = { ...usage, cost: computeCost(usage, model.id, prices) };
    for (const name of ['inputTokens', 'outputTokens', 'cost'] as const) {
      sums[name] += parts[name] ?? 0;
      unknown[name] ||= parts[name] === null;
    }
  };
  const usedUp = (): string | undefined => {
    if (maxSeconds !== undefined && seconds() >= maxSeconds) return `the ${maxSeconds} s of the budget over`;
    if (maxTokens !== undefined) {
      if (unknown.inputTokens || unknown.outputTokens)
        return `a reply without token counts, so that ${maxTokens} tokens cannot be kept to`;
      const tokens = sums.inputTokens + sums.outputTokens;
      if (tokens >= maxTokens) return `${tokens} of ${maxTokens} tokens used`;
    }
    if (maxCost !== undefined) {
      if (unknown.cost)
        return `a reply without token counts, so that ${maxCost} ${prices.currency} cannot be kept to`;
      if (sums.cost >= maxCost)
        return `${Number(sums.cost.toPrecision(3))} of ${maxCost} ${prices.currency} used`;
    }
    return undefined;
  };
  const overBudget = (found: string, cause?: unknown) =>
    makeModelError('budget', found, { id: model.id }, { cause });

  return {
    id: model.id,
    get spent() {
      return {
        calls,
        inputTokens: known('inputTokens'),
        outputTokens: known('outputTokens'),
        cost: calls > 0 || findPrice(model.id, prices) !== null ? known('cost') : null,
        seconds: seconds(),
      };
    },
    async generate(request, { signal } = {}) {
      start ??= now();
      const reason = usedUp();
      if (reason !== undefined) throw overBudget(reason);
      const left = maxSeconds === undefined ? undefined : maxSeconds - seconds();
      const timeUp = left === undefined ? undefined : AbortSignal.timeout(Math.ceil(left * 1000));
      const stop = anySignal(signal, timeUp);
      try {
        const options = stop === undefined ? {} : { signal: stop };
        const reply = await untilAborted(() => model.generate(request, options), stop);
        count(reply.usage);
        return reply;
      } catch (error) {
        if (error instanceof AbortedError && timeUp?.aborted && !signal?.aborted)
          throw overBudget(`the ${maxSeconds} s of the budget over, with the reply under way`, error);
        if (!(error instanceof ModelError)) throw error;
        if (error.usage !== undefined) count(error.usage);
        // A wait that goes beyond the budget is only lost time.
        if (error.retryable && maxSeconds !== undefined && seconds() + (error.retryAfter ?? 0) >= maxSeconds)
          throw overBudget(`too little of the ${maxSeconds} s left for another attempt`, error);
        throw error;
      }
    },
  };
}

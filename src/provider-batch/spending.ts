import { UsageError } from '../errors.ts';
import { builtInPrices, computeCost, findPrice, type Prices, type TokenUsage } from '../model/index.ts';
import { makeModelError } from '../model/to-model-error.ts';
import type { BatchStore, Tokens } from './batch-store.ts';

export interface SpendingOptions {
  /** Id of the model. */
  model: string;
  prices?: Prices | undefined;
  /** Of everything that a run spends, be it by batch or by call. */
  maxTokens?: number | undefined;
  maxCost?: number | undefined;
}

/** What a run has spent; null where a count or a price is not known. */
export interface RunSpending {
  requests: number;
  inputTokens: number | null;
  outputTokens: number | null;
  cost: number | null;
}

export interface Spending {
  spent(): RunSpending;
  /** What so many tokens cost through the Batch API; null where that is not known. */
  costOf(tokens: Tokens): number | null;
  /** @throws {ModelError} budget, where more would go beyond it by estimate. `what` would be sent. */
  keepWithin(more: Tokens, by: 'batch' | 'call', what: string): void;
}

/**
 * Keeps count of a run: what was spent, and what is expected of what is under way.
 * @throws {UsageError} where a cost is to be limited that nobody knows
 */
export function openSpending(
  store: Pick<BatchStore, 'spent' | 'underWay'>,
  { model, prices = builtInPrices, maxTokens, maxCost }: SpendingOptions,
): Spending {
  const { currency } = prices;
  if (maxCost !== undefined && findPrice(model, prices)?.batch === undefined)
    throw new UsageError(
      `cannot keep to a budget of ${maxCost} ${currency}: found no price of the Batch API for ${model}, expected "batch" beside its price. Add it with --prices, or limit tokens instead.`,
    );
  const cost = (usage: TokenUsage) => computeCost(usage, model, prices);
  /** @throws {ModelError} where all of it is not known, or more than the limit */
  const compare = (all: number | null, limit: number | undefined, unit: string, what: string) => {
    if (limit === undefined || (all !== null && all <= limit)) return;
    const found =
      all === null
        ? `a reply without token counts, so that ${limit} ${unit} cannot be kept to`
        : `${Number(all.toPrecision(3))} of ${limit} ${unit} used, under way or expected by estimate`;
    throw makeModelError('budget', `${found}, so nothing was sent for ${what}`, { id: model });
  };
  return {
    spent() {
      const parts = [store.spent('batch'), store.spent('call')];
      return {
        requests: parts.reduce((sum, { requests }) => sum + requests, 0),
        inputTokens: addUp(parts.map(({ inputTokens }) => inputTokens)),
        outputTokens: addUp(parts.map(({ outputTokens }) => outputTokens)),
        // Of nothing even an unknown price is known.
        cost: addUp(parts.map((part) => (part.requests === 0 ? 0 : cost(part)))),
      };
    },
    costOf: (tokens) => cost(toUsage(tokens, 'batch')),
    keepWithin(more, by, what) {
      const all = [
        ...[store.spent('batch'), store.spent('call')],
        ...[toUsage(store.underWay().tokens, 'batch'), toUsage(more, by)],
      ];
      const tokens = addUp(all.flatMap(({ inputTokens, outputTokens }) => [inputTokens, outputTokens]));
      compare(tokens, maxTokens, 'tokens', what);
      compare(addUp(all.map(cost)), maxCost, currency, what);
    },
  };
}

const toUsage = ({ input, output }: Tokens, by: 'batch' | 'call'): TokenUsage => ({
  inputTokens: input,
  outputTokens: output,
  ...(by === 'batch' && { batch: true as const }),
});

/** Unknown where a part is. */
function addUp(parts: readonly (number | null)[]): number | null {
  return parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}

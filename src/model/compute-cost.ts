import type { TokenUsage } from './model.ts';
import { builtInPrices, findPrice, type Prices } from './prices.ts';

/**
 * What a call cost, in the currency of the prices. Null, never 0, where the price or a count is not known.
 */
export function computeCost(
  { inputTokens, outputTokens, cachedInputTokens = 0 }: TokenUsage,
  modelId: string,
  prices: Prices = builtInPrices,
): number | null {
  const price = findPrice(modelId, prices);
  if (price === null || inputTokens === null || outputTokens === null) return null;
  const cached = Math.min(cachedInputTokens, inputTokens);
  const total =
    (inputTokens - cached) * price.input +
    cached * (price.cachedInput ?? price.input) +
    outputTokens * price.output;
  return total / 1_000_000;
}

import type { TokenUsage } from './model.ts';
import { builtInPrices, findPrice, type Prices } from './prices.ts';

/**
 * What a call cost, in the currency of the prices. Null, never 0, where the price or a count is not known. What a
 * provider's Batch API has answered costs the share of the price that the table names for it.
 */
export function computeCost(
  { inputTokens, outputTokens, cachedInputTokens = 0, batch }: TokenUsage,
  modelId: string,
  prices: Prices = builtInPrices,
): number | null {
  const price = findPrice(modelId, prices);
  const share = batch ? price?.batch : 1;
  if (price === null || share === undefined || inputTokens === null || outputTokens === null) return null;
  const cached = Math.min(cachedInputTokens, inputTokens);
  const total =
    (inputTokens - cached) * price.input +
    cached * (price.cachedInput ?? price.input) +
    outputTokens * price.output;
  return (total * share) / 1_000_000;
}

import type { TokenUsage } from './model.ts';

/** Counts of whichever provider in one form; what it does not say stays unknown. */
export function tokenUsage(
  input: number | null | undefined,
  output: number | null | undefined,
  cached?: number | null | undefined,
): TokenUsage {
  return {
    inputTokens: input ?? null,
    outputTokens: output ?? null,
    ...(cached === undefined || cached === null ? {} : { cachedInputTokens: cached }),
  };
}

export type { BatchApi, RemoteBatch } from './batch-api.ts';
export type { StructuredOutput } from './chat-model-call.ts';
export { computeCost } from './compute-cost.ts';
export { fromChatModel, fromFunction, type ModelFunction } from './function-model.ts';
export { listModels } from './list-models.ts';
export type { Model, ModelReply, ModelRequest, TokenUsage } from './model.ts';
export { openBatchApi } from './open-batch-api.ts';
export { openModel } from './open-model.ts';
export { builtInPrices, findPrice, type Price, Prices, parsePrices } from './prices.ts';
export { type Probe, probeModel } from './probe-model.ts';
export type { Provider, RemoteModel } from './provider.ts';
export { providers } from './providers.ts';
export {
  type Clock,
  RateLimiter,
  type RateLimiterOptions,
} from './rate-limit/rate-limiter.ts';
export { withRateLimit } from './rate-limit/with-rate-limit.ts';
export { jsonCandidates, repairJson, withoutReasoning } from './repair-json.ts';
export type { ModelSettings } from './settings.ts';
export { type ErrorContext, toModelError } from './to-model-error.ts';
export { type BreakerOptions, withBreaker } from './with-breaker.ts';
export { type BudgetedModel, type BudgetOptions, type Spent, withBudget } from './with-budget.ts';
export { type RetryEvent, type RetryOptions, withRetries } from './with-retries.ts';

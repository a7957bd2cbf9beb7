export { BATCH_STORE } from './batch-store.ts';
export { expectedTokens } from './estimate-tokens.ts';
export type { ProviderBatchEvent } from './events.ts';
export {
  FILE_LIMITS,
  openProviderBatch,
  type ProviderBatch,
  type ProviderBatchOptions,
  type ProviderBatchState,
  type RunProviderBatchOptions,
  type Waiting,
} from './open-provider-batch.ts';

import { UsageError } from '../errors.ts';
import type { BatchApi } from './batch-api.ts';
import { providers } from './providers.ts';
import type { ModelSettings } from './settings.ts';

/**
 * Opens the Batch API for the model of an id such as `openai:gpt-5-mini`. Nothing is sent yet.
 * @throws {UsageError} where the provider has none that is spoken here.
 * @throws {ModelError} auth where a needed key is absent.
 */
export async function openBatchApi(id: string, settings: ModelSettings = {}): Promise<BatchApi> {
  const colon = id.indexOf(':');
  const provider = providers.find(({ prefix }) => prefix === id.slice(0, Math.max(0, colon)));
  if (provider?.openBatches) return provider.openBatches(id.slice(colon + 1), settings);
  const able = providers.filter((one) => one.openBatches).map(({ prefix }) => `${prefix}:<model>`);
  throw new UsageError(
    `cannot ask ${JSON.stringify(id)} through a Batch API: found a provider whose Batch API is not spoken here, expected ${able.join(', ')}. Leave --provider-batch out, or, for Azure, use its newer API with openai:<deployment> and OPENAI_BASE_URL.`,
  );
}

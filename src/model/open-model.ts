import { UsageError } from '../errors.ts';
import type { RemoteModel } from './provider.ts';
import { providers } from './providers.ts';
import type { ModelSettings } from './settings.ts';
import { withRetries } from './with-retries.ts';

/**
 * Makes the model of an id such as `openai:gpt-5-mini` or `ollama:llama3.2`. Nothing is sent before `generate`.
 * It makes one attempt per call unless `settings.maxRetries` says otherwise.
 * @throws {UsageError} where the id names no provider or no model.
 * @throws {ModelError} missing-package with the install command; auth where a needed key is absent.
 */
export async function openModel(id: string, settings: ModelSettings = {}): Promise<RemoteModel> {
  const colon = id.indexOf(':');
  const provider = providers.find(({ prefix }) => prefix === id.slice(0, Math.max(0, colon)));
  const name = id.slice(colon + 1);
  if (provider === undefined || name === '') {
    const known = providers.map(({ prefix }) => `${prefix}:<model>`).join(', ');
    throw new UsageError(
      `cannot use the model ${JSON.stringify(id)}: found no provider and model in it, expected one of ${known}`,
    );
  }
  const model = await provider.open(name, settings);
  if (settings.maxRetries === undefined) return model;
  const { generate } = withRetries(model, { attempts: settings.maxRetries + 1 });
  return {
    id: model.id,
    get form() {
      return model.form;
    },
    generate,
  };
}

import type { ModelError } from '../errors.ts';
import { type ModelSettings, secretsOf } from './settings.ts';
import { makeModelError } from './to-model-error.ts';

const openAiBaseUrl = 'https://api.openai.com/v1';

/** Local servers ask for no key, but the client refuses to start without one. */
const placeholderKey = 'no-key-needed';

/**
 * The openai client's options with every field filled, because it takes from the environment what is left out.
 * @throws {ModelError} auth where OpenAI itself is asked without a key; bad-request where the base URL is none.
 */
export function openAiConfiguration(id: string, settings: ModelSettings) {
  const baseURL = settings.baseUrl ?? openAiBaseUrl;
  const secrets = secretsOf(settings);
  if (!/^https?:$/.test(URL.parse(baseURL)?.protocol ?? '')) throw wrongBaseUrl(id, baseURL, secrets);
  if (settings.apiKey === undefined && baseURL === openAiBaseUrl) {
    throw makeModelError('auth', 'no API key (OPENAI_API_KEY)', { id, secrets });
  }
  return {
    apiKey: settings.apiKey ?? placeholderKey,
    baseURL,
    organization: settings.organization ?? null,
    project: settings.project ?? null,
    adminAPIKey: null,
    webhookSecret: null,
    logLevel: 'off' as const,
    ...(settings.headers === undefined ? {} : { defaultHeaders: { ...settings.headers } }),
  };
}

function wrongBaseUrl(id: string, baseUrl: string, secrets: readonly string[]): ModelError {
  return makeModelError('bad-request', `the base URL ${JSON.stringify(baseUrl)}`, { id, secrets });
}

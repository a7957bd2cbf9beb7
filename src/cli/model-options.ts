import type { Config } from '../config.ts';
import { UsageError } from '../errors.ts';
import type { ModelSettings } from '../model/settings.ts';

/** Which settings of the configuration serve a provider. */
const SETTINGS: Readonly<Record<string, (config: Config) => ModelSettings>> = {
  openai: (config) =>
    known({
      apiKey: config.openaiApiKey,
      baseUrl: config.openaiBaseUrl,
      organization: config.openaiOrganization,
      project: config.openaiProject,
    }),
  azure: (config) =>
    known({ apiKey: config.azureApiKey, baseUrl: config.azureEndpoint, apiVersion: config.azureApiVersion }),
  anthropic: (config) => known({ apiKey: config.anthropicApiKey }),
  'google-genai': (config) => known({ apiKey: config.googleApiKey }),
  mistralai: (config) => known({ apiKey: config.mistralApiKey }),
  groq: (config) => known({ apiKey: config.groqApiKey }),
  ollama: (config) => known({ baseUrl: config.ollamaBaseUrl }),
  bedrock: (config) => known({ region: config.awsRegion }),
};

/** What the model of this id is reached with. */
export function modelSettingsOf(id: string, config: Config): ModelSettings {
  const provider = id.split(':')[0] ?? '';
  const of = SETTINGS[provider];
  if (!of) {
    const found = id.includes(':') ? `the provider ${JSON.stringify(provider)}` : 'no provider in it';
    throw new UsageError(
      `cannot use the model ${JSON.stringify(id)}: found ${found}, expected offline or one of ${Object.keys(
        SETTINGS,
      )
        .map((name) => `${name}:<model>`)
        .join(', ')}`,
    );
  }
  return { ...of(config), timeoutMs: config.timeoutSeconds * 1000 };
}

/** Without what is not set: an absent setting and one set to undefined are two things. */
function known(settings: { [K in keyof ModelSettings]: ModelSettings[K] | undefined }): ModelSettings {
  return Object.fromEntries(
    Object.entries(settings).filter(([, value]) => value !== undefined),
  ) as ModelSettings;
}

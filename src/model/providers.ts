import { azureProvider } from './azure-provider.ts';
import { openAiProvider } from './openai-provider.ts';
import type { Provider } from './provider.ts';
import { universalProvider } from './universal-provider.ts';

/** Every kind of endpoint that a model id may name. */
export const providers: readonly Provider[] = [
  openAiProvider,
  universalProvider({
    prefix: 'anthropic',
    package: '@langchain/anthropic',
    options: ({ apiKey, baseUrl, fetch }) =>
      defined({ apiKey, anthropicApiUrl: baseUrl, clientOptions: fetch && { fetch } }),
    limit: 'maxTokens',
  }),
  universalProvider({
    prefix: 'google-genai',
    package: '@langchain/google-genai',
    options: ({ apiKey, baseUrl }) => defined({ apiKey, baseUrl }),
    limit: 'maxOutputTokens',
  }),
  universalProvider({
    prefix: 'mistralai',
    package: '@langchain/mistralai',
    options: ({ apiKey, baseUrl }) => defined({ apiKey, serverURL: baseUrl }),
    limit: 'maxTokens',
  }),
  universalProvider({
    prefix: 'ollama',
    package: '@langchain/ollama',
    options: ({ baseUrl }) => defined({ baseUrl }),
    limit: 'numPredict',
  }),
  universalProvider({
    prefix: 'groq',
    package: '@langchain/groq',
    options: ({ apiKey, baseUrl, fetch }) => defined({ apiKey, baseUrl, fetch }),
    limit: 'maxTokens',
  }),
  universalProvider({
    prefix: 'bedrock',
    package: '@langchain/aws',
    options: ({ region }) => defined({ region }),
    limit: 'maxTokens',
  }),
  azureProvider,
];

/** Without what was left out: a key that is present and undefined would hide the package's own default. */
function defined(options: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

import { openAiChat } from './openai-chat.ts';
import { openAiConfiguration } from './openai-configuration.ts';
import type { Provider } from './provider.ts';
import { defaultTimeoutMs, secretsOf } from './settings.ts';

/** OpenAI and every server that speaks its chat completions API, through LangChain's ChatOpenAI. */
export const openAiProvider: Provider = {
  prefix: 'openai',
  package: '@langchain/openai',
  async open(name, settings) {
    const id = `openai:${name}`;
    const configuration = openAiConfiguration(id, settings);
    const { ChatOpenAI } = await import('@langchain/openai');
    return openAiChat({
      id,
      context: { id, secrets: secretsOf(settings) },
      timeoutMs: settings.timeoutMs ?? defaultTimeoutMs,
      send: settings.fetch,
      makeChat: (fields, fetch) =>
        new ChatOpenAI({
          model: name,
          ...fields,
          apiKey: configuration.apiKey,
          configuration: { ...configuration, fetch },
        }),
    });
  },
};

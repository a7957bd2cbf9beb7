import { openAiChat } from './openai-chat.ts';
import { openAiConfiguration } from './openai-configuration.ts';
import type { Provider } from './provider.ts';
import { defaultTimeoutMs, secretsOf } from './settings.ts';
import { makeModelError } from './to-model-error.ts';

/** The last version of Azure's dated API that is no preview. */
const defaultApiVersion = '2024-10-21';

/**
 * A deployment on Azure, by its dated API, through LangChain's AzureChatOpenAI. Azure's newer API, which ends in
 * `/openai/v1`, is OpenAI's own and needs no provider of its own.
 */
export const azureProvider: Provider = {
  prefix: 'azure',
  package: '@langchain/openai',
  async open(name, settings) {
    const id = `azure:${name}`;
    const { apiKey, baseUrl, apiVersion = defaultApiVersion } = settings;
    const context = { id, secrets: secretsOf(settings) };
    if (apiKey === undefined) throw makeModelError('auth', 'no API key (AZURE_OPENAI_API_KEY)', context);
    if (baseUrl === undefined)
      throw makeModelError('not-found', 'no address of the resource (AZURE_OPENAI_ENDPOINT)', context);
    const configuration = openAiConfiguration(id, settings);
    const { AzureChatOpenAI } = await import('@langchain/openai');
    return openAiChat({
      id,
      context,
      timeoutMs: settings.timeoutMs ?? defaultTimeoutMs,
      send: settings.fetch,
      makeChat: (fields, fetch) =>
        new AzureChatOpenAI({
          model: name,
          ...fields,
          azureOpenAIApiKey: apiKey,
          azureOpenAIEndpoint: baseUrl.replace(/\/+$/, ''),
          azureOpenAIApiDeploymentName: name,
          azureOpenAIApiVersion: apiVersion,
          // What is left out here, and only that, is taken from the environment.
          azureOpenAIBasePath: '',
          azureOpenAIApiInstanceName: '',
          configuration: { ...configuration, fetch },
        }),
    });
  },
};

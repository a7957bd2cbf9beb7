import { openAiConfiguration } from './openai-configuration.ts';
import { defaultTimeoutMs, type ModelSettings, secretsOf } from './settings.ts';
import { toModelError } from './to-model-error.ts';
import { untilAborted } from './until-aborted.ts';
import { recordWire } from './wire.ts';

/**
 * The ids of the models that an OpenAI-compatible endpoint offers, sorted. By the openai package itself, because
 * LangChain has no such call.
 * @throws {ModelError}
 * @throws {AbortedError}
 */
export async function listModels(
  settings: ModelSettings,
  { signal }: { signal?: AbortSignal } = {},
): Promise<string[]> {
  const id = 'the models list';
  const configuration = openAiConfiguration(id, settings);
  const { OpenAI } = await import('openai');
  const wire = recordWire();
  const client = new OpenAI({
    ...configuration,
    fetch: wire.fetch,
    maxRetries: 0,
    timeout: settings.timeoutMs ?? defaultTimeoutMs,
  });
  return untilAborted(async () => {
    try {
      const ids: string[] = [];
      for await (const model of client.models.list(signal === undefined ? {} : { signal }))
        ids.push(model.id);
      return ids.sort();
    } catch (error) {
      throw toModelError(error, { id, secrets: secretsOf(settings), header: wire.last()?.header });
    }
  }, signal);
}

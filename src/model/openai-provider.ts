import type { ChatOpenAI } from '@langchain/openai';
import { type EndpointTraits, hopefulTraits, yieldTo } from './endpoint-traits.ts';
import { acceptReply } from './finish-reason.ts';
import type { ModelReply, ModelRequest } from './model.ts';
import { openAiConfiguration } from './openai-configuration.ts';
import type { Provider } from './provider.ts';
import { readCompletion } from './read-completion.ts';
import { withSchemaHint } from './schema-hint.ts';
import { defaultTimeoutMs, secretsOf } from './settings.ts';
import { type ErrorContext, toModelError } from './to-model-error.ts';
import { untilAborted } from './until-aborted.ts';
import { recordWire, type WireRecord } from './wire.ts';

/** OpenAI and every server that speaks its chat completions API, through LangChain's ChatOpenAI. */
export const openAiProvider: Provider = {
  prefix: 'openai',
  package: '@langchain/openai',
  async open(name, settings) {
    const id = `openai:${name}`;
    const configuration = openAiConfiguration(id, settings);
    const { ChatOpenAI } = await import('@langchain/openai');
    const context: ErrorContext = { id, secrets: secretsOf(settings) };
    // Found out once for this endpoint, and then shared by all sections.
    let known = hopefulTraits;
    let isProven = false;

    const attempt = (request: ModelRequest, traits: EndpointTraits, signal: AbortSignal | undefined) => {
      const wire = recordWire();
      const chat = new ChatOpenAI({
        model: name,
        maxRetries: 0,
        streaming: false,
        timeout: settings.timeoutMs ?? defaultTimeoutMs,
        ...(traits.temperature && request.temperature !== undefined
          ? { temperature: request.temperature }
          : {}),
        ...limitOf(request, traits),
        apiKey: configuration.apiKey,
        configuration: { ...configuration, fetch: wire.fetch },
      });
      return untilAborted(() => callOnce(chat, wire.last, request, traits, context, signal), signal);
    };

    return {
      id,
      get form() {
        return isProven ? known.form : undefined;
      },
      async generate(request, { signal } = {}) {
        let traits = known;
        for (;;) {
          try {
            const reply = await attempt(request, traits, signal);
            // A form that one schema alone needed is no trait of the endpoint.
            known = isProven ? { ...traits, form: known.form } : traits;
            isProven = true;
            return reply;
          } catch (error) {
            const next = yieldTo(traits, error, { isProven: isProven && known.form === traits.form });
            if (next === undefined) throw error;
            traits = next;
          }
        }
      },
    };
  },
};

async function callOnce(
  chat: ChatOpenAI,
  lastWire: () => WireRecord | undefined,
  request: ModelRequest,
  traits: EndpointTraits,
  context: ErrorContext,
  signal: AbortSignal | undefined,
): Promise<ModelReply> {
  const { HumanMessage, SystemMessage } = await import('@langchain/core/messages');
  const messages = traits.form === 'json_schema' ? request.messages : withSchemaHint(request);
  let failure: unknown;
  try {
    // Not `invoke`: it would hand the prompt to whatever tracer the environment names (LANGSMITH_TRACING).
    await chat._generate(
      messages.map(({ role, content }) => new (role === 'system' ? SystemMessage : HumanMessage)(content)),
      { ...responseFormat(request, traits), ...(signal === undefined ? {} : { signal }) },
    );
  } catch (error) {
    failure = error;
  }
  const wire = lastWire();
  // The client parses the text and throws it away where it is no JSON or was cut off; here it is still whole,
  // with the refusal and the usage that LangChain's message leaves out.
  if (wire !== undefined && wire.status < 300) return acceptReply(readCompletion(wire, context), context);
  throw toModelError(failure, { ...context, header: wire?.header });
}

function responseFormat({ schema }: ModelRequest, { form }: EndpointTraits) {
  if (form === 'none') return {};
  if (form === 'json_object') return { response_format: { type: form } };
  return {
    response_format: { type: form, json_schema: { name: schema.name, strict: true, schema: schema.json } },
  };
}

function limitOf({ maxOutputTokens }: ModelRequest, { limit }: EndpointTraits) {
  if (maxOutputTokens === undefined) return {};
  return limit === undefined ? { maxTokens: maxOutputTokens } : { modelKwargs: { [limit]: maxOutputTokens } };
}

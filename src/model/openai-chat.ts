import type { ChatOpenAI } from '@langchain/openai';
import {
  type EndpointTraits,
  hopefulTraits,
  type OutputForm,
  withMilderForm,
  yieldTo,
} from './endpoint-traits.ts';
import { acceptReply } from './finish-reason.ts';
import type { ModelReply, ModelRequest } from './model.ts';
import type { RemoteModel } from './provider.ts';
import { readCompletion } from './read-completion.ts';
import { isEventStream, readDelta, readStream } from './read-stream.ts';
import { secretsHider } from './redact.ts';
import { repairJson } from './repair-json.ts';
import { withSchemaHint } from './schema-hint.ts';
import { eventReader } from './server-events.ts';
import { type ErrorContext, toModelError } from './to-model-error.ts';
import { untilAborted } from './until-aborted.ts';
import { recordWire, type WireRecord } from './wire.ts';

/** What a call puts into a ChatOpenAI, beside who is asked. */
export interface ChatFields {
  maxRetries: 0;
  streaming: boolean;
  streamUsage: boolean;
  timeout: number;
  temperature?: number;
  maxTokens?: number;
  modelKwargs?: Record<string, unknown>;
}

interface OpenAiChat {
  id: string;
  context: ErrorContext;
  timeoutMs: number;
  /** What is sent by; default: the global fetch. */
  send: typeof fetch | undefined;
  /** A chat model for one call, which sends by this `fetch`. */
  makeChat: (fields: ChatFields, fetch: typeof globalThis.fetch) => ChatOpenAI;
}

/** A model that speaks OpenAI's chat completions (or Responses) API, which finds out once what its endpoint takes. */
export function openAiChat({ id, context, timeoutMs, send, makeChat }: OpenAiChat): RemoteModel {
  // Found out once for this endpoint, and then shared by all sections.
  let known = hopefulTraits;
  /** Forms that were taken at least once. */
  const proven = new Set<OutputForm>();

  const attempt = (request: ModelRequest, traits: EndpointTraits, signal: AbortSignal | undefined) => {
    const { onDelta } = request;
    const hider = secretsHider(context.secrets);
    const show = (text: string) => {
      if (text !== '') onDelta?.(text);
    };
    const events = eventReader((data) => show(hider.push(readDelta(data))));
    const wire = recordWire(onDelta === undefined ? undefined : events, send);
    const fields: ChatFields = {
      maxRetries: 0,
      streaming: onDelta !== undefined && traits.stream !== 'none',
      streamUsage: traits.stream === 'usage',
      timeout: timeoutMs,
      ...(traits.temperature && request.temperature !== undefined
        ? { temperature: request.temperature }
        : {}),
      ...limitOf(request, traits),
    };
    const chat = makeChat(fields, wire.fetch);
    const call = async () => {
      const reply = await callOnce(chat, wire.last, request, traits, context, signal);
      // Not after a failure: what waits may be most of a key.
      show(hider.end());
      return reply;
    };
    return untilAborted(call, signal);
  };

  return {
    id,
    get form() {
      return proven.size > 0 ? known.form : undefined;
    },
    async generate(request, { signal } = {}) {
      let traits = known;
      for (;;) {
        try {
          const reply = await attempt(request, traits, signal);
          // A form that one schema alone needed is no trait of the endpoint.
          known = proven.has(known.form) ? { ...traits, form: known.form } : traits;
          proven.add(traits.form);
          // Some endpoints take a form and do not keep to it. The text is the caller's to judge; the next call asks
          // in another way.
          if (known.form === traits.form && repairJson(reply.text) === undefined)
            known = withMilderForm(known) ?? known;
          return reply;
        } catch (error) {
          const next = yieldTo(traits, error, { isProven: proven.has(traits.form) });
          if (next === undefined) throw error;
          traits = next;
        }
      }
    },
  };
}

async function callOnce(
  chat: ChatOpenAI,
  lastWire: () => WireRecord | undefined,
  request: ModelRequest,
  traits: EndpointTraits,
  context: ErrorContext,
  signal: AbortSignal | undefined,
): Promise<ModelReply> {
  const { HumanMessage, SystemMessage } = await import('@langchain/core/messages');
  const carriesSchema = traits.form === 'json_schema' || traits.form === 'tool';
  const asked = carriesSchema ? request.messages : withSchemaHint(request);
  const messages = asked.map(
    ({ role, content }) => new (role === 'system' ? SystemMessage : HumanMessage)(content),
  );
  const options = { ...responseFormat(request, traits), ...(signal === undefined ? {} : { signal }) };
  let failure: unknown;
  try {
    // Not `invoke` and `stream`: they would hand the prompt to whatever tracer the environment names
    // (LANGSMITH_TRACING). Not `_generate` for a stream: it would fetch a tokenizer to estimate what the server counts.
    if (chat.streaming) {
      for await (const _ of chat._streamResponseChunks(messages, options));
    } else await chat._generate(messages, options);
  } catch (error) {
    failure = error;
  }
  const wire = lastWire();
  // The client parses the text and throws it away where it is no JSON or was cut off; here it is still whole,
  // with the refusal and the usage that LangChain's message leaves out.
  if (wire === undefined || wire.status >= 300)
    throw toModelError(failure, { ...context, header: wire?.header });
  const body = isEventStream(wire) ? readStream(wire, context) : wire;
  return acceptReply(readCompletion(body, context), context);
}

function responseFormat({ schema: { name, json } }: ModelRequest, { form }: EndpointTraits) {
  if (form === 'none') return {};
  if (form === 'json_object') return { response_format: { type: form } };
  if (form === 'json_schema')
    return { response_format: { type: form, json_schema: { name, strict: true, schema: json } } };
  const description = 'Hands over the answer.';
  return {
    tools: [{ type: 'function' as const, function: { name, description, parameters: json } }],
    // Not by its name, which some servers refuse; there is only this one.
    tool_choice: 'required' as const,
  };
}

function limitOf({ maxOutputTokens }: ModelRequest, { limit }: EndpointTraits) {
  if (maxOutputTokens === undefined) return {};
  return limit === undefined ? { maxTokens: maxOutputTokens } : { modelKwargs: { [limit]: maxOutputTokens } };
}

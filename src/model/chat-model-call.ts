import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { AIMessage } from '@langchain/core/messages';
import { anySignal } from './any-signal.ts';
import { acceptReply } from './finish-reason.ts';
import type { ModelReply, ModelRequest } from './model.ts';
import { readMessage } from './read-message.ts';
import { withSchemaHint } from './schema-hint.ts';
import { type ErrorContext, makeModelError, toModelError } from './to-model-error.ts';
import { untilAborted } from './until-aborted.ts';

/**
 * How the schema reaches a LangChain chat model: `native` by the model's own structured output (a JSON schema or a
 * tool call, as its provider does it), `prompt` in words at the end of the prompt.
 */
export type StructuredOutput = 'native' | 'prompt';

interface ChatModelCall {
  structured: StructuredOutput;
  context: ErrorContext;
  signal?: AbortSignal | undefined;
  timeoutMs?: number;
}

/**
 * Asks any LangChain chat model once and gives its raw text.
 * @throws {ModelError}
 * @throws {AbortedError}
 */
export async function callChatModel(
  chat: BaseChatModel,
  request: ModelRequest,
  { structured, context, signal, timeoutMs }: ChatModelCall,
): Promise<ModelReply> {
  const timeUp = timeoutMs === undefined ? undefined : AbortSignal.timeout(timeoutMs);
  const stop = anySignal(signal, timeUp);
  const message = await untilAborted(() => invoke(chat, request, structured, stop), stop).catch((error) => {
    if (signal?.aborted) throw error;
    if (timeUp?.aborted) {
      throw makeModelError('timeout', `no reply within ${Number(timeoutMs) / 1000} s`, context, {
        retryable: true,
      });
    }
    throw toModelError(error, context);
  });
  if (message === undefined) {
    throw makeModelError('invalid-reply', 'structured output without the raw message', context);
  }
  return acceptReply(readMessage(message), context);
}

async function invoke(
  chat: BaseChatModel,
  request: ModelRequest,
  structured: StructuredOutput,
  signal: AbortSignal | undefined,
): Promise<AIMessage | undefined> {
  const { AIMessage, HumanMessage, SystemMessage } = await import('@langchain/core/messages');
  const toMessages = (messages: ModelRequest['messages']) =>
    messages.map(({ role, content }) => new (role === 'system' ? SystemMessage : HumanMessage)(content));
  const options = signal === undefined ? {} : { signal };
  if (structured === 'prompt') {
    const message: unknown = await chat.invoke(toMessages(withSchemaHint(request)), options);
    return AIMessage.isInstance(message) ? message : undefined;
  }
  const { name, json } = request.schema;
  const chain = chat.withStructuredOutput(json, { name, includeRaw: true });
  const { raw }: { raw?: unknown } = await chain.invoke(toMessages(request.messages), options);
  return AIMessage.isInstance(raw) ? raw : undefined;
}

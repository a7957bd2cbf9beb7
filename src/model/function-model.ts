import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { callChatModel, type StructuredOutput } from './chat-model-call.ts';
import { acceptReply } from './finish-reason.ts';
import type { Model, ModelReply, ModelRequest } from './model.ts';
import { toModelError } from './to-model-error.ts';
import { untilAborted } from './until-aborted.ts';

/** A text, or a whole reply where the function knows more. */
export type ModelFunction = (
  request: ModelRequest,
  options: { signal?: AbortSignal },
) => string | ModelReply | Promise<string | ModelReply>;

/**
 * Makes a model of a plain function. What the function throws becomes a ModelError by its fields (status, code,
 * headers), so that `withRetries` serves it too; a reply that is empty or says it was cut off becomes one as well.
 */
export function fromFunction(id: string, fn: ModelFunction): Model {
  return {
    id,
    async generate(request, { signal } = {}) {
      const reply = await untilAborted(async () => {
        try {
          return await fn(request, signal === undefined ? {} : { signal });
        } catch (error) {
          throw toModelError(error, { id });
        }
      }, signal);
      if (typeof reply !== 'string') return acceptReply(reply, { id });
      return acceptReply({ text: reply, usage: { inputTokens: null, outputTokens: null } }, { id });
    },
  };
}

/**
 * Makes a model of any LangChain chat model. Temperature and token limit are the chat model's own; those of the
 * request are not passed on. Set `maxRetries: 0` on the chat model if `withRetries` is to decide alone. LangChain's
 * ChatOpenAI throws away a reply that is no JSON; `openModel`, or `structured: 'prompt'` here, keeps its text.
 */
export function fromChatModel(
  chatModel: BaseChatModel,
  {
    id = `langchain:${chatModel._llmType()}`,
    structured = 'native',
  }: { id?: string; structured?: StructuredOutput } = {},
): Model {
  return {
    id,
    generate: (request, { signal } = {}) =>
      callChatModel(chatModel, request, { structured, context: { id }, signal }),
  };
}

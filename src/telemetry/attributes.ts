import type { Attributes } from '@opentelemetry/api';
import type { Usage } from '../../schemas/index.ts';
import { AbortedError, GapwrightError, ModelError } from '../errors.ts';
import { type ModelReply, type ModelRequest, type TokenUsage, toModelError } from '../model/index.ts';
import { redactSecrets } from '../model/redact.ts';
import { splitModelId } from './provider-names.ts';

// Names: GenAI semantic conventions v0.1.0, and the general ones for `error.*` and `http.*`. What they have no name for
// stands under `gapwright.`.

/** What is known of a call before it is made; samplers see it. */
export function requestAttributes(id: string, request: ModelRequest): Attributes {
  const { provider, model } = splitModelId(id);
  return known({
    'gen_ai.operation.name': 'chat',
    'gen_ai.provider.name': provider,
    'gen_ai.request.model': model,
    'gen_ai.request.temperature': request.temperature,
    'gen_ai.request.max_tokens': request.maxOutputTokens,
    'gen_ai.output.type': 'json',
    'gapwright.section': request.section,
    'gapwright.purpose': request.purpose,
  });
}

/** What a good reply says beside its text. */
export function replyAttributes({
  model,
  finishReason,
  requestId,
  responseId,
  usage,
}: ModelReply): Attributes {
  return known({
    'gen_ai.response.id': serverWord(responseId),
    'gen_ai.response.model': serverWord(model),
    'gapwright.request.id': serverWord(requestId),
    ...endAttributes(finishReason, usage),
  });
}

/** What a failed call says beside its message, which may quote the server, and by that the prompt. */
export function failureAttributes(error: unknown): Attributes {
  if (error instanceof AbortedError) return { 'error.type': errorTypeOf(error) };
  // The same judgement that decides on retries, for models that throw errors of their own.
  const failure = toModelError(error);
  return known({
    'error.type': errorTypeOf(failure),
    'http.response.status_code': failure.status,
    ...endAttributes(failure.finishReason, failure.usage),
  });
}

/** A word of few: the fault of a failed call, the code of our other errors. */
export function errorTypeOf(error: unknown): string {
  if (error instanceof ModelError) return error.fault;
  return error instanceof GapwrightError ? error.code : '_OTHER';
}

/** Where the sentences of a section or report come from, and what they took. Not `gen_ai.usage`, which the calls have: sums must not count twice. */
export function resultAttributes(
  { model, repaired, offline }: { model: number; repaired: number; offline: number },
  { calls, inputTokens, outputTokens }: Usage,
): Attributes {
  return known({
    'gapwright.sentences.model': model,
    'gapwright.sentences.repaired': repaired,
    'gapwright.sentences.offline': offline,
    'gapwright.usage.calls': calls,
    'gapwright.usage.input_tokens': inputTokens ?? undefined,
    'gapwright.usage.output_tokens': outputTokens ?? undefined,
  });
}

function endAttributes(finishReason: string | undefined, usage: TokenUsage | undefined): Attributes {
  const reason = serverWord(finishReason);
  return {
    'gen_ai.response.finish_reasons': reason === undefined ? undefined : [reason],
    'gen_ai.usage.input_tokens': usage?.inputTokens ?? undefined,
    'gen_ai.usage.output_tokens': usage?.outputTokens ?? undefined,
    'gen_ai.usage.cache_read.input_tokens': usage?.cachedInputTokens,
  };
}

/** A name as servers give them, in one word. Anything else may be an echo of what was sent, and is left out. */
function serverWord(text: string | undefined): string | undefined {
  if (text === undefined || !/^[\w.:/@+\\-]{1,200}$/.test(text)) return undefined;
  return redactSecrets(text) === text ? text : undefined;
}

/** Without what is not known: SDKs differ in what they make of undefined. */
export function known(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
}

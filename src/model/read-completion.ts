import { z } from 'zod';
import type { RawReply } from './finish-reason.ts';
import { readResponse } from './read-response.ts';
import { repairJson } from './repair-json.ts';
import { type ErrorContext, makeModelError, toModelError } from './to-model-error.ts';
import { tokenUsage } from './token-usage.ts';
import { parseWireJson, quoteBody, type WireRecord } from './wire.ts';

const textPart = z.object({ text: z.string() });

/** As much of a chat completion as is read here; servers leave out and add what they like. */
const completion = z.object({
  id: z.string().nullish().catch(null),
  model: z.string().nullish(),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({
          content: z.union([z.string(), z.array(z.unknown())]).nullish(),
          refusal: z.string().nullish(),
          reasoning_content: z.string().nullish().catch(null),
          reasoning: z.string().nullish().catch(null),
          tool_calls: z
            .array(z.object({ function: z.object({ arguments: z.string() }) }))
            .nullish()
            .catch(null),
        }),
      }),
    )
    .min(1),
  usage: z
    .object({
      prompt_tokens: z.number().nullish(),
      completion_tokens: z.number().nullish(),
      prompt_tokens_details: z.object({ cached_tokens: z.number().nullish() }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
});

/** A body with status 200 that holds an error nevertheless, as gateways send it. */
const hiddenError = z.object({ error: z.object({ message: z.string() }).loose() });

/**
 * Reads a chat completion, or what the Responses API gives, as it was on the wire.
 * @throws {ModelError} empty, invalid-reply, or what an error in the body says.
 */
export function readCompletion(wire: WireRecord, context: ErrorContext): RawReply {
  const { status, body, header } = wire;
  if (body.trim() === '')
    throw makeModelError('empty', 'an empty body', context, { status, retryable: true });
  const json = parseWireJson(wire);
  if (json === undefined) {
    const isMarkup = body.trimStart().startsWith('<');
    const found = `${isMarkup ? 'a web page' : 'a body that is no JSON'} (${quoteBody(body, context.secrets)})`;
    // A page comes from a wrong address or a login wall; half a document comes from an accident.
    throw makeModelError('invalid-reply', found, context, { status, text: body, retryable: !isMarkup });
  }
  const response = readResponse(json, header);
  if (response !== undefined) return response;
  const parsed = completion.safeParse(json);
  if (!parsed.success) {
    const failure = hiddenError.safeParse(json);
    if (failure.success) {
      const { error } = failure.data;
      throw toModelError({ ...error, status: error.status ?? error.code }, { ...context, header });
    }
    const found = `JSON that is no chat completion (${quoteBody(body, context.secrets)})`;
    throw makeModelError('invalid-reply', found, context, { status, text: body });
  }
  const { id, model, choices, usage } = parsed.data;
  const [choice] = choices;
  const requestId = header('x-request-id');
  return {
    // Beside a call, the text is only what the model said on the way.
    text:
      choice?.message.tool_calls?.[0]?.function.arguments ??
      answerOf(joinContent(choice?.message.content), thoughtOf(choice?.message)),
    refusal: choice?.message.refusal || undefined,
    ...(choice?.finish_reason ? { finishReason: choice.finish_reason } : {}),
    ...(model ? { model } : {}),
    ...(requestId === undefined ? {} : { requestId }),
    ...(id ? { responseId: id } : {}),
    usage: tokenUsage(
      usage?.prompt_tokens,
      usage?.completion_tokens,
      usage?.prompt_tokens_details?.cached_tokens,
    ),
  };
}

/** What a server has put apart as the model's thoughts; the field has two names. */
export function thoughtOf(
  message:
    | { reasoning_content?: string | null | undefined; reasoning?: string | null | undefined }
    | null
    | undefined,
): string {
  return message?.reasoning_content || message?.reasoning || '';
}

/**
 * LM Studio and vLLM take the JSON that a reasoning model was held to for its thought, and leave the content empty: then
 * the thought is the answer, if JSON is in it.
 */
function answerOf(content: string, thought: string): string {
  return content.trim() === '' && repairJson(thought) !== undefined ? thought : content;
}

/** Some servers send the text in parts. */
function joinContent(content: string | unknown[] | null | undefined): string {
  if (typeof content === 'string') return content;
  return (content ?? []).map((part) => textPart.safeParse(part).data?.text ?? '').join('');
}

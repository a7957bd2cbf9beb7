import { z } from 'zod';
import type { RawReply } from './finish-reason.ts';
import type { HeaderReader } from './retry-after.ts';
import { tokenUsage } from './token-usage.ts';

/** As much of a reply of OpenAI's Responses API as is read here. LangChain takes that API for a few models by itself. */
const response = z.object({
  object: z.literal('response'),
  id: z.string().nullish().catch(null),
  model: z.string().nullish(),
  status: z.string().nullish(),
  incomplete_details: z.object({ reason: z.string().nullish() }).nullish(),
  output: z.array(
    z.object({ type: z.string(), content: z.array(z.unknown()).nullish(), arguments: z.string().nullish() }),
  ),
  usage: z
    .object({
      input_tokens: z.number().nullish(),
      output_tokens: z.number().nullish(),
      input_tokens_details: z.object({ cached_tokens: z.number().nullish() }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
});

const part = z.object({ type: z.string(), text: z.string().optional(), refusal: z.string().optional() });

/** Gives undefined where the body is something else. */
export function readResponse(json: unknown, header: HeaderReader): RawReply | undefined {
  const parsed = response.safeParse(json);
  if (!parsed.success) return undefined;
  const { id, model, status, incomplete_details: incomplete, output, usage } = parsed.data;
  const parts = output
    .filter(({ type }) => type === 'message')
    .flatMap(({ content }) => (content ?? []).flatMap((value) => part.safeParse(value).data ?? []));
  const call = output.find(({ type }) => type === 'function_call');
  const finishReason = incomplete?.reason ?? status;
  const requestId = header('x-request-id');
  return {
    text:
      call?.arguments ?? parts.map(({ type, text }) => (type === 'output_text' ? (text ?? '') : '')).join(''),
    refusal: parts.find(({ type }) => type === 'refusal')?.refusal,
    ...(finishReason ? { finishReason } : {}),
    ...(model ? { model } : {}),
    ...(requestId === undefined ? {} : { requestId }),
    ...(id ? { responseId: id } : {}),
    usage: tokenUsage(usage?.input_tokens, usage?.output_tokens, usage?.input_tokens_details?.cached_tokens),
  };
}

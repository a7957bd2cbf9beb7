import type { AIMessage } from '@langchain/core/messages';
import { z } from 'zod';
import type { RawReply } from './finish-reason.ts';
import { tokenUsage } from './token-usage.ts';

const refusalPart = z.object({ type: z.literal('refusal'), refusal: z.string() });

/** Where LangChain's providers put the reason of the end; each keeps its own field's name. */
const metadata = z
  .object({
    finish_reason: z.string(),
    finishReason: z.string(),
    stop_reason: z.string(),
    stopReason: z.string(),
    done_reason: z.string(),
    incomplete_details: z.object({ reason: z.string() }),
    model_name: z.string(),
    model: z.string(),
    id: z.string(),
  })
  .partial();

const usage = z
  .object({
    input_tokens: z.number(),
    output_tokens: z.number(),
    input_token_details: z.object({ cache_read: z.number() }).partial().catch({}),
  })
  .partial();

/**
 * Reads the reply of any LangChain chat model. The text is what the model wrote, or, where structured output went
 * through a tool call, the call's arguments: as text if LangChain could not parse them.
 */
export function readMessage(message: AIMessage): RawReply {
  const known = knownFields(message.response_metadata);
  const finishReason =
    known.incomplete_details?.reason ??
    known.finish_reason ??
    known.finishReason ??
    known.stop_reason ??
    known.stopReason ??
    known.done_reason;
  const model = known.model_name ?? known.model;
  const responseId = known.id;
  const counted = usage.safeParse(message.usage_metadata).data;
  return {
    text: readToolCall(message) ?? message.text,
    refusal: readRefusal(message),
    ...(finishReason === undefined ? {} : { finishReason }),
    ...(model === undefined ? {} : { model }),
    ...(responseId === undefined ? {} : { responseId }),
    usage: tokenUsage(
      counted?.input_tokens,
      counted?.output_tokens,
      counted?.input_token_details?.cache_read,
    ),
  };
}

/** One field of an unexpected type must not cost the others. */
function knownFields(source: Record<string, unknown>): z.infer<typeof metadata> {
  const known = Object.entries(source).filter(
    ([key, value]) =>
      key in metadata.shape && metadata.shape[key as keyof typeof metadata.shape].safeParse(value).success,
  );
  return metadata.parse(Object.fromEntries(known));
}

/** Beside a call, the text is only what the model said on the way. */
function readToolCall(message: AIMessage): string | undefined {
  const [call] = message.tool_calls ?? [];
  if (call !== undefined) return JSON.stringify(call.args);
  return message.invalid_tool_calls?.[0]?.args || undefined;
}

function readRefusal(message: AIMessage): string | undefined {
  if (typeof message.content === 'string') return undefined;
  for (const part of message.content) {
    const refusal = refusalPart.safeParse(part);
    if (refusal.success) return refusal.data.refusal;
  }
  return undefined;
}

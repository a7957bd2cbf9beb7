import { z } from 'zod';
import { thoughtOf } from './read-completion.ts';
import { readEvents } from './server-events.ts';
import { type ErrorContext, makeModelError } from './to-model-error.ts';
import type { WireRecord } from './wire.ts';

const delta = z.object({
  content: z.string().nullish().catch(null),
  refusal: z.string().nullish(),
  reasoning_content: z.string().nullish().catch(null),
  reasoning: z.string().nullish().catch(null),
  tool_calls: z
    .array(z.object({ function: z.object({ arguments: z.string().nullish() }).nullish() }))
    .nullish()
    .catch(null),
});

/** One piece of a streamed chat completion. */
const chunk = z.object({
  id: z.string().nullish().catch(null),
  model: z.string().nullish(),
  choices: z.array(z.object({ delta: delta.nullish(), finish_reason: z.string().nullish() })).nullish(),
  usage: z.unknown().optional(),
});

/** One event of the Responses API. */
const responseEvent = z.object({
  type: z.string(),
  delta: z.string().optional(),
  response: z.looseObject({ error: z.unknown().optional() }).optional(),
});

export function isEventStream({ header }: WireRecord): boolean {
  return header('content-type')?.startsWith('text/event-stream') ?? false;
}

/** The text that one event adds to the reply. */
export function readDelta(data: string): string {
  const json = parse(data);
  const event = responseEvent.safeParse(json).data;
  if (event !== undefined)
    return /output_text|function_call_arguments/.test(event.type) ? (event.delta ?? '') : '';
  const piece = chunk.safeParse(json).data?.choices?.[0]?.delta;
  return (piece?.content ?? '') + argumentsOf(piece);
}

/**
 * Puts a stream together to the reply that the same endpoint gives without streaming.
 * @throws {ModelError} network, retryable, where the stream broke off.
 */
export function readStream(wire: WireRecord, context: ErrorContext): WireRecord {
  let [id, model, finishReason]: (string | undefined)[] = [];
  let [content, refusal, thought, passed] = ['', '', '', ''];
  let usage: unknown;
  let isDone = false;
  for (const data of readEvents(wire.body)) {
    if (data.trim() === '[DONE]') {
      isDone = true;
      continue;
    }
    const json = parse(data);
    if (typeof json === 'object' && json !== null && 'error' in json && json.error) {
      return { ...wire, body: data };
    }
    const event = responseEvent.safeParse(json).data;
    if (event?.type === 'response.failed')
      return { ...wire, body: JSON.stringify({ error: event.response?.error }) };
    if (event?.type === 'response.completed' || event?.type === 'response.incomplete')
      return { ...wire, body: JSON.stringify(event.response) };
    const piece = chunk.safeParse(json).data;
    if (piece === undefined) continue;
    const [choice] = piece.choices ?? [];
    id ??= piece.id ?? undefined;
    model ??= piece.model ?? undefined;
    finishReason ??= choice?.finish_reason ?? undefined;
    usage = piece.usage ?? usage;
    content += choice?.delta?.content ?? '';
    thought += thoughtOf(choice?.delta);
    refusal += choice?.delta?.refusal ?? '';
    passed += argumentsOf(choice?.delta);
  }
  if (wire.body.trim() === '') return wire;
  if (!isDone && finishReason === undefined) {
    const text = passed || content;
    const found = `a stream that broke off after ${text.length} characters`;
    throw makeModelError('network', found, context, { status: wire.status, text, retryable: true });
  }
  const message = {
    content,
    refusal: refusal || null,
    ...(thought === '' ? {} : { reasoning_content: thought }),
    ...(passed === '' ? {} : { tool_calls: [{ function: { arguments: passed } }] }),
  };
  const body = JSON.stringify({ id, model, choices: [{ finish_reason: finishReason, message }], usage });
  return { ...wire, body };
}

function argumentsOf(piece: z.infer<typeof delta> | null | undefined): string {
  return (piece?.tool_calls ?? []).map((call) => call.function?.arguments ?? '').join('');
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

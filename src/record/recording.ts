import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ModelRequest } from '../model/index.ts';

/** A text line by line, so that a file can be read and compared. */
const Lines = z.array(z.string());

const Usage = z.strictObject({
  inputTokens: z.number().nullable(),
  outputTokens: z.number().nullable(),
  cachedInputTokens: z.number().optional(),
});

/** Faults of a reply, as opposed to those of an endpoint: they come again with the same request. */
export const ReplyFault = z.enum(['empty', 'invalid-reply', 'refusal', 'content-filter', 'length']);

/** Everything that shapes a reply, and the section and purpose for people. */
export const RecordedRequest = z.strictObject({
  model: z.string(),
  purpose: z.enum(['section', 'repair', 'judge', 'extract', 'probe']),
  section: z.string(),
  /** Hashes of the prompt files, where the recorder was told them. */
  prompts: z.array(z.string()).optional(),
  messages: z.array(z.strictObject({ role: z.enum(['system', 'user']), content: Lines })),
  /** The JSON schema by its name and the hash of its content. */
  schema: z.strictObject({ name: z.string(), sha256: z.string() }),
  temperature: z.number().optional(),
  maxOutputTokens: z.number().optional(),
});
export type RecordedRequest = z.infer<typeof RecordedRequest>;

/** One file of a recording. It holds no id of the server's, so that recording twice gives the same bytes. */
export const Recording = z.strictObject({
  schema: z.literal('gapwright/recording@1'),
  /** SHA-256 of the request. */
  key: z.string(),
  /** 1 for the first of several equal requests. */
  attempt: z.int().positive(),
  request: RecordedRequest,
  /** What came back: a reply or what was wrong with it. */
  reply: z
    .strictObject({
      text: Lines,
      finishReason: z.string().optional(),
      model: z.string().optional(),
      usage: Usage,
    })
    .optional(),
  failure: z
    .strictObject({
      fault: ReplyFault,
      message: z.string(),
      retryable: z.boolean(),
      status: z.number().optional(),
      text: Lines.optional(),
      finishReason: z.string().optional(),
      usage: Usage.optional(),
    })
    .optional(),
});
export type Recording = z.infer<typeof Recording>;

/** A request as it is written down. What the reply does not depend on (`onDelta`) is left out. */
export function describeRequest(
  model: string,
  { purpose, section, messages, schema, temperature, maxOutputTokens }: ModelRequest,
  prompts?: readonly string[],
): RecordedRequest {
  return {
    model,
    purpose,
    section,
    ...(prompts === undefined ? {} : { prompts: [...prompts].sort() }),
    messages: messages.map(({ role, content }) => ({ role, content: content.split('\n') })),
    schema: { name: schema.name, sha256: hash(schema.json) },
    ...(temperature === undefined ? {} : { temperature }),
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
  };
}

/** The name of a request by its content, whatever the order of keys. */
export function keyOf(request: RecordedRequest): string {
  return hash(request);
}

function hash(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}

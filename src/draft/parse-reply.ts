import { z } from 'zod';
import { jsonCandidates } from '../model/index.ts';

/** A reply that could be read, or why not. The text is kept by the caller. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; problem: string };

/**
 * Reads a model's reply as JSON of the schema's shape: the first JSON in it that fits. Fences, reasoning, words around
 * it and broken syntax are seen to (`jsonCandidates`); what the JSON says is never guessed at.
 */
export function parseReply<T>(text: string, schema: z.ZodType<T>): Parsed<T> {
  let problem = 'no JSON object in the reply';
  for (const candidate of jsonCandidates(text)) {
    let data: unknown;
    try {
      data = JSON.parse(candidate);
    } catch (error) {
      problem = `not JSON: ${error instanceof Error ? error.message : String(error)}`;
      continue;
    }
    const result = schema.safeParse(data);
    if (result.success) return { ok: true, value: result.data };
    problem = `not of the shape asked for: ${z.prettifyError(result.error).slice(0, 600)}`;
  }
  return { ok: false, problem };
}

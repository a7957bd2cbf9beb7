import { z } from 'zod';
import { jsonCandidates } from '../model/index.ts';
import { fitShape } from './fit-shape.ts';

/** What was done to a reply so that it could be read, one thing each, for the report's provenance. */
export interface Mended {
  mended: string[];
}

/** A reply that could be read, or why not. The text is kept by the caller. */
export type Parsed<T> =
  | ({ ok: true; value: T } & Mended)
  | {
      ok: false;
      problem: string;
      /** Whether there was no JSON in it at all. */
      isProse: boolean;
    };

/**
 * Reads a model's reply as JSON of the schema's shape: the first JSON in it that fits. Fences, reasoning, words around
 * it and broken syntax are seen to (`jsonCandidates`), and so is a shape that can be meant in one way only
 * (`fitShape`); what the JSON says is never guessed at.
 */
export function parseReply<T>(text: string, schema: z.ZodType<T>): Parsed<T> {
  let problem = 'no JSON object in the reply';
  let isProse = true;
  for (const candidate of jsonCandidates(text)) {
    isProse = false;
    let data: unknown;
    try {
      data = JSON.parse(candidate);
    } catch (error) {
      problem = `not JSON: ${error instanceof Error ? error.message : String(error)}`;
      continue;
    }
    const syntax =
      candidate === text.trim() ? [] : ['the JSON was taken out of other text, or its syntax repaired'];
    const result = schema.safeParse(data);
    if (result.success) return { ok: true, value: result.data, mended: syntax };
    const fitted = fitShape(data, schema);
    const again = schema.safeParse(fitted.value);
    if (again.success) return { ok: true, value: again.data, mended: [...syntax, ...fitted.mended] };
    problem = `not of the shape asked for: ${z.prettifyError(result.error).slice(0, 600)}`;
  }
  return { ok: false, problem, isProse };
}

import { z } from 'zod';

/** A reply that could be read, or why not. The text is kept by the caller. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; problem: string };

/**
 * Reads a model's reply as JSON of the schema's shape. A fence or words around the one JSON object are cut away;
 * nothing else is guessed at.
 */
export function parseReply<T>(text: string, schema: z.ZodType<T>): Parsed<T> {
  let problem = 'no JSON object in the reply';
  for (const candidate of candidates(text)) {
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

function candidates(text: string): string[] {
  const fenced = /```(?:json)?\s*\n([\s\S]*?)\n\s*```/u.exec(text)?.[1];
  const [first, last] = [text.indexOf('{'), text.lastIndexOf('}')];
  const cut = first >= 0 && last > first ? text.slice(first, last + 1) : undefined;
  return [
    ...new Set([text.trim(), fenced, cut].filter((item) => item !== undefined && item !== '')),
  ] as string[];
}

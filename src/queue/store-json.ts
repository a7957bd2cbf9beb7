import { z } from 'zod';
import { UsageError } from '../errors.ts';
import type { ReportStore } from '../store/index.ts';

/** Keeps a value as JSON unless the key is taken; says whether it was kept. */
export function putJson(store: ReportStore, key: string, value: unknown): Promise<boolean> {
  return store.put(key, new TextEncoder().encode(`${JSON.stringify(value)}\n`));
}

/**
 * Reads what is kept under a key; undefined where there is nothing.
 * @throws {UsageError} where it is no JSON of the schema
 */
export async function getJson<T>(
  store: ReportStore,
  key: string,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  const bytes = await store.get(key);
  if (!bytes) return undefined;
  const parsed = schema.safeParse(parseJson(new TextDecoder().decode(bytes)));
  if (parsed.success) return parsed.data;
  throw new UsageError(
    `cannot use ${key} of the store ${store.address}: found ${z.prettifyError(parsed.error).split('\n')[0]}, expected what gapwright had put there; remove it and enqueue the reports again`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

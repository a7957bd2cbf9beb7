import type { z } from 'zod';
import { UsageError } from '../errors.ts';
import { parseInput } from '../input/index.ts';

/**
 * Reads the JSON body of a request by its schema.
 * @throws UsageError where it is no JSON
 * @throws InputError where a value is wrong
 */
export async function readBody<S extends z.ZodType>(
  request: { text(): Promise<string> },
  schema: S,
): Promise<z.output<S>> {
  let data: unknown;
  try {
    data = JSON.parse(await request.text());
  } catch (cause) {
    throw new UsageError('cannot read the request: found broken JSON, expected JSON', { cause });
  }
  return parseInput(schema, data, { file: 'the request' }).value;
}

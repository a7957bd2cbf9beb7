import { z } from 'zod';
import { Draft, Repair } from '../../schemas/index.ts';
import type { ModelRequest } from '../model/model.ts';

/**
 * The JSON Schemas that replies are asked for by. They are the same for every section, names included: providers put
 * them before the first message, so that one that differs would make every prefix differ. Which facts a section may
 * use is said in its message and checked in the reply.
 */
export type ReplySchema = ModelRequest['schema'];

/** Free prose, and the rewritten sentences of it by their numbers. */
export const Prose = z.strictObject({ text: z.string() });
export const ProseRepair = z.strictObject({
  sentences: z.array(z.strictObject({ id: z.int(), text: z.string() })),
});

export const DRAFT_SCHEMA = toSchema('section', Draft);
export const REPAIR_SCHEMA = toSchema('repair', Repair);
export const PROSE_SCHEMA = toSchema('section', Prose);
export const PROSE_REPAIR_SCHEMA = toSchema('repair', ProseRepair);

function toSchema(name: string, schema: z.ZodType): ReplySchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema);
  return { name, json };
}

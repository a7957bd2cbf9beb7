import { z } from 'zod';
import { Draft, Repair } from '../../schemas/index.ts';

/** Strict modes take at most 250 enum values of 15,000 letters together; beyond that ids are plain strings. */
const MOST_VALUES = 250;
const MOST_LETTERS = 15_000;

export interface ReplySchema {
  name: string;
  json: Record<string, unknown>;
}

/** The JSON Schema of a section's reply, the ids of the brief as an enum where that is small enough. */
export function draftSchema(section: string, brief: readonly string[]): ReplySchema {
  return { name: schemaName('section', section), json: withIds(Draft, brief) };
}

/** The JSON Schema of a repair's reply. */
export function repairSchema(section: string, brief: readonly string[]): ReplySchema {
  return { name: schemaName('repair', section), json: withIds(Repair, brief) };
}

/** Endpoints take letters, digits, dashes and underscores, 64 at most; the name shows in their logs what a call was for. */
function schemaName(purpose: string, section: string): string {
  return `${purpose}_${section.replace(/[^a-z0-9]+/gi, '_')}`.slice(0, 64);
}

function withIds(schema: z.ZodType, brief: readonly string[]): Record<string, unknown> {
  const { $schema: _, ...json } = z.toJSONSchema(schema);
  const small = brief.length > 0 && brief.length <= MOST_VALUES && brief.join('').length <= MOST_LETTERS;
  return small ? (setIds(json, brief) as Record<string, unknown>) : json;
}

/** Puts the enum where the schema says `facts: string[]`, and drops bounds that strict modes refuse. */
function setIds(node: unknown, brief: readonly string[], key = ''): unknown {
  if (Array.isArray(node)) return node.map((item) => setIds(item, brief));
  if (typeof node !== 'object' || node === null) return node;
  if (key === 'facts') return { type: 'array', items: { type: 'string', enum: brief } };
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, setIds(value, brief, name)]));
}

import type { z } from 'zod';
import { Draft, Repair } from '../../schemas/index.ts';
import type { Ground } from './check-section.ts';
import { fitIds } from './fit-ids.ts';
import { matchFacts } from './match-facts.ts';
import { type Parsed, parseReply } from './parse-reply.ts';
import {
  DRAFT_SCHEMA,
  PROSE_REPAIR_SCHEMA,
  PROSE_SCHEMA,
  Prose,
  ProseRepair,
  REPAIR_SCHEMA,
  type ReplySchema,
} from './reply-schemas.ts';
import { splitProse } from './split-sentences.ts';

/** A sentence as a reply holds it. */
export interface RepliedSentence {
  text: string;
  facts: string[];
}

/** How a model writes and what comes back: the `reply` of a prompt set's shared rules. */
export interface ReplyMode {
  id: 'slots' | 'cited' | 'plain';
  description: string;
  schema: ReplySchema;
  repairSchema: ReplySchema;
  /** Paragraphs of sentences. */
  parse(text: string, ground: Ground): Parsed<RepliedSentence[][]>;
  parseRepair(text: string, ground: Ground): Parsed<(RepliedSentence & { id: number })[]>;
}

const structured = {
  schema: DRAFT_SCHEMA,
  repairSchema: REPAIR_SCHEMA,
  parse(text: string, ground: Ground): Parsed<RepliedSentence[][]> {
    return read(text, Draft, ({ paragraphs }, mended) =>
      paragraphs.map(({ sentences }) => sentences.map((sentence) => fitIds(sentence, ground, mended))),
    );
  },
  parseRepair(text: string, ground: Ground): Parsed<(RepliedSentence & { id: number })[]> {
    return read(text, Repair, ({ sentences }, mended) =>
      sentences.map((sentence) => fitIds(sentence, ground, mended)),
    );
  },
};

const slots: ReplyMode = { id: 'slots', description: 'values as slots, facts cited', ...structured };
const cited: ReplyMode = { id: 'cited', description: 'figures written, facts cited', ...structured };

/** Free prose: sentences are split and matched to the facts whose values they hold. */
const plain: ReplyMode = {
  id: 'plain',
  description: 'free prose, checked afterwards',
  schema: PROSE_SCHEMA,
  repairSchema: PROSE_REPAIR_SCHEMA,
  parse: (text, ground) =>
    read(text, Prose, (reply) =>
      splitProse(reply.text).map((sentences) =>
        sentences.map((sentence) => ({ text: sentence, facts: matchFacts(sentence, ground) })),
      ),
    ),
  parseRepair: (text, ground) =>
    read(text, ProseRepair, ({ sentences }) =>
      sentences.map(({ id, text: words }) => ({ id, text: words, facts: matchFacts(words, ground) })),
    ),
};

/** The ways to reply. A new one is an entry here and a prompt set that names it. */
export const REPLY_MODES: readonly ReplyMode[] = [slots, cited, plain];

/** Parses a reply and makes sentences of it; `make` adds to what was mended. */
function read<T, U>(text: string, schema: z.ZodType<T>, make: (reply: T, mended: string[]) => U): Parsed<U> {
  const parsed = parseReply(text, schema);
  if (!parsed.ok) return parsed;
  const mended = [...parsed.mended];
  return { ok: true, value: make(parsed.value, mended), mended };
}

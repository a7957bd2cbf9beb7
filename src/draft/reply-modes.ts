import { z } from 'zod';
import { Draft, Repair } from '../../schemas/index.ts';
import type { Ground } from './check-section.ts';
import { matchFacts } from './match-facts.ts';
import { type Parsed, parseReply } from './parse-reply.ts';
import { draftSchema, type ReplySchema, repairSchema } from './reply-schemas.ts';

/** A sentence as a reply holds it. */
export interface RepliedSentence {
  text: string;
  facts: string[];
}

/** How a model writes and what comes back: the `reply` of a prompt set's shared rules. */
export interface ReplyMode {
  id: 'slots' | 'cited' | 'plain';
  description: string;
  schema(ground: Ground): ReplySchema;
  repairSchema(ground: Ground): ReplySchema;
  /** Paragraphs of sentences. */
  parse(text: string, ground: Ground): Parsed<RepliedSentence[][]>;
  parseRepair(text: string, ground: Ground): Parsed<(RepliedSentence & { id: number })[]>;
}

const Prose = z.strictObject({ text: z.string() });
const ProseRepair = z.strictObject({ sentences: z.array(z.strictObject({ id: z.int(), text: z.string() })) });

const structured = {
  schema: ({ section, brief }: Ground) => draftSchema(section.id, [...brief]),
  repairSchema: ({ section, brief }: Ground) => repairSchema(section.id, [...brief]),
  parse(text: string): Parsed<RepliedSentence[][]> {
    const parsed = parseReply(text, Draft);
    return parsed.ok
      ? { ok: true, value: parsed.value.paragraphs.map(({ sentences }) => sentences) }
      : parsed;
  },
  parseRepair(text: string): Parsed<(RepliedSentence & { id: number })[]> {
    const parsed = parseReply(text, Repair);
    return parsed.ok ? { ok: true, value: parsed.value.sentences } : parsed;
  },
};

const slots: ReplyMode = { id: 'slots', description: 'values as slots, facts cited', ...structured };
const cited: ReplyMode = { id: 'cited', description: 'figures written, facts cited', ...structured };

/** Free prose: sentences are split and matched to the facts whose values they hold. */
const plain: ReplyMode = {
  id: 'plain',
  description: 'free prose, checked afterwards',
  schema: ({ section }) => ({ ...draftSchema(section.id, []), json: toJson(Prose) }),
  repairSchema: ({ section }) => ({ ...repairSchema(section.id, []), json: toJson(ProseRepair) }),
  parse(text, ground) {
    const parsed = parseReply(text, Prose);
    if (!parsed.ok) return parsed;
    const paragraphs = parsed.value.text.split(/\n\s*\n/u).map((paragraph) => splitSentences(paragraph));
    return {
      ok: true,
      value: paragraphs.map((all) =>
        all.map((sentence) => ({ text: sentence, facts: matchFacts(sentence, ground) })),
      ),
    };
  },
  parseRepair(text, ground) {
    const parsed = parseReply(text, ProseRepair);
    if (!parsed.ok) return parsed;
    return {
      ok: true,
      value: parsed.value.sentences.map(({ id, text: words }) => ({
        id,
        text: words,
        facts: matchFacts(words, ground),
      })),
    };
  },
};

/** The ways to reply. A new one is an entry here and a prompt set that names it. */
export const REPLY_MODES: readonly ReplyMode[] = [slots, cited, plain];

function toJson(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...json } = z.toJSONSchema(schema);
  return json;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Sentences of prose; what a stop within a name or number parted ("Node. js" never, "e.g. X" sometimes) is joined again. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  for (const { segment } of segmenter.segment(text.replace(/\s+/gu, ' ').trim())) {
    const last = sentences.at(-1);
    const parted =
      last !== undefined &&
      (/\b(?:e\.g|i\.e|etc|vs|approx|no|inc|ltd|dr|mr|ms)\.\s*$/iu.test(last) || /^\p{Ll}/u.test(segment));
    if (parted) sentences[sentences.length - 1] = `${last}${segment}`;
    else sentences.push(segment);
  }
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
}

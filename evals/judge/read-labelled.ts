import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import type { LabelledPair, LabelledText } from '../../src/index.ts';

const FILE = fileURLToPath(new URL('labelled.yaml', import.meta.url));

const Labelled = z.strictObject({
  texts: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      labels: z.record(z.string(), z.union([z.literal(0), z.literal(1), z.literal(2)])),
    }),
  ),
  pairs: z.array(
    z.strictObject({
      id: z.string(),
      facts: z.string(),
      a: z.string(),
      b: z.string(),
      label: z.enum(['a', 'b', 'tie']),
    }),
  ),
});

/** The labelled examples: texts with their scores, pairs with the better of the two. */
export function readLabelled(file = FILE): { texts: LabelledText[]; pairs: LabelledPair[] } {
  const { texts, pairs } = Labelled.parse(parse(readFileSync(file, 'utf8')));
  const byId = new Map(texts.map(({ id, text }) => [id, text]));
  const textOf = (id: string) => {
    const text = byId.get(id);
    if (text === undefined)
      throw new Error(`cannot read ${file}: found no text ${id}, expected every pair to name two`);
    return text;
  };
  return { texts, pairs: pairs.map((pair) => ({ ...pair, a: textOf(pair.a), b: textOf(pair.b) })) };
}

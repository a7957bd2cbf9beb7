import { z } from 'zod';
import { Fact } from './fact.ts';
import { Coverage } from './fact-sheet.ts';
import { Level, Status, Tier } from './scale.ts';

/**
 * What became of a skill between two reports:
 * - `closed`: a gap then, met now; `nearer`: held now at a higher level than then, or at all, but still a gap;
 * - `opened`: met then, a gap now (the role asks for more, or the resume says less); `farther`: a gap then and a wider one now;
 * - `asked`: the role asks for it now and did not then; `dropped`: the reverse;
 * - `unchanged`.
 */
export const SkillChange = z.enum(['closed', 'nearer', 'opened', 'farther', 'asked', 'dropped', 'unchanged']);
export type SkillChange = z.infer<typeof SkillChange>;

const state = z.strictObject({
  tier: Tier,
  status: Status,
  levelHeld: Level.nullable(),
  levelAsked: Level.nullable(),
});

/** How a person came on between two reports. */
export const Progress = z.strictObject({
  schema: z.literal('gapwright/progress@1'),
  from: z.string(),
  to: z.string(),
  role: z.strictObject({ before: z.string(), after: z.string(), same: z.boolean() }),
  /** Every skill asked for in either report; changed ones first. */
  skills: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      change: SkillChange,
      before: state.nullable(),
      after: state.nullable(),
    }),
  ),
  coverage: z.strictObject({
    core: z.strictObject({ before: Coverage, after: Coverage }),
    all: z.strictObject({ before: Coverage, after: Coverage }),
  }),
  months: z.strictObject({ before: z.int().nullable(), after: z.int().nullable() }),
  plan: z.strictObject({
    hours: z.strictObject({ before: z.number(), after: z.number() }),
    weeks: z.strictObject({ before: z.int(), after: z.int() }),
  }),
  /** In prose: each value is the slot of a fact. */
  section: z.strictObject({
    title: z.string(),
    sentences: z.array(
      z.strictObject({ text: z.string(), template: z.string(), facts: z.array(z.string()) }),
    ),
  }),
  facts: z.array(Fact),
});
export type Progress = z.infer<typeof Progress>;

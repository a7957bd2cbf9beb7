import { z } from 'zod';
import { Fact } from './fact.ts';
import { Tier } from './scale.ts';

/** The middle of a group of people, and the quarter below and above which they lie. */
export const Quartiles = z.strictObject({
  people: z.int(),
  lowerQuartile: z.number(),
  median: z.number(),
  upperQuartile: z.number(),
});
export type Quartiles = z.infer<typeof Quartiles>;

/** What a batch of reports came to, and what the people in it have in common. No name and no contact is in it. */
export const BatchSummary = z.strictObject({
  schema: z.literal('gapwright/batch@1'),
  role: z.string(),
  date: z.string(),
  reports: z.strictObject({
    /** Everybody asked for: people = written + kept + copied + failed. */
    people: z.int(),
    written: z.int(),
    kept: z.int(),
    copied: z.int(),
    failed: z.int(),
  }),
  sentences: z.strictObject({ model: z.int(), repaired: z.int(), offline: z.int() }),
  /** Of all reports that stand, those of earlier runs too; null where a provider did not say. */
  spent: z.strictObject({
    calls: z.int(),
    inputTokens: z.int().nullable(),
    outputTokens: z.int().nullable(),
    cost: z.number().nullable(),
  }),
  cohort: z.strictObject({
    /** People with a report. */
    people: z.int(),
    /** 0 to 1, by tier and in all; absent where the role asks for nothing of the tier. */
    coverage: z.partialRecord(z.enum(['core', 'preferred', 'emerging', 'all']), Quartiles),
    /** Most common first. */
    gaps: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        tier: Tier,
        missing: z.int(),
        partial: z.int(),
        /** Of the people with a report. */
        share: z.number(),
        /** Median of the study hours estimated, over those whose gap has an estimate. */
        hours: z.number().nullable(),
      }),
    ),
    /** Study of each person's roadmap, and of all together. */
    hours: Quartiles.extend({ total: z.number() }).nullable(),
    weeks: Quartiles.nullable(),
    /** Known prices of the resources recommended, summed over people; what has no known price is not in it. */
    costs: z.array(z.strictObject({ currency: z.string(), total: z.number(), people: z.int() })),
  }),
  /** The cohort in prose: each figure is a slot of a fact, and `facts` holds them. */
  section: z.array(z.strictObject({ text: z.string(), template: z.string(), facts: z.array(z.string()) })),
  facts: z.array(Fact),
});
export type BatchSummary = z.infer<typeof BatchSummary>;

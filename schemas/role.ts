import { z } from 'zod';
import { Currency, PartialDate, Text, WebUrl } from './common.ts';
import { Tier } from './scale.ts';

/** Share of 0 to 1 with a smaller and a greater end. */
const Bounds = z
  .tuple([z.number().min(0).max(1), z.number().min(0).max(1)])
  .refine(([low, high]) => low <= high, { error: 'expected the lower end first' });

/** Id of an entry of `market.sources`. */
const SourceId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, { error: 'expected an id of a-z, 0-9 and hyphens' });

/** Where figures of the profile come from. They name it by its id. */
export const MarketSource = z.strictObject({
  id: SourceId,
  /** As it is called in the report: "O*NET 29.3 Database", "42 job postings". */
  name: Text,
  kind: z.enum(['postings', 'onet', 'esco', 'bls', 'other']).default('other'),
  version: Text.optional(),
  /** When it was collected or published. */
  date: PartialDate.optional(),
  /** How many distinct postings (answers, records) it rests on. */
  n: z.int().nonnegative().optional(),
  url: WebUrl.optional(),
  licence: Text.optional(),
  /** The line that the licence asks to be printed wherever the data are used. */
  attribution: Text.optional(),
});
export type MarketSource = z.infer<typeof MarketSource>;

/** A skill that the market asks for. `level` is free text, read onto the scale like a resume's. */
export const RoleSkill = z.strictObject({
  name: Text,
  tier: Tier,
  level: z.string().optional(),
  /** Share of the postings that name the skill, 0 to 1. */
  share: z.number().min(0).max(1).optional(),
  /** Alternatives, any one of which is enough: "AWS or Azure or Google Cloud". `name` is then the group's label. */
  anyOf: z.array(Text).min(2).optional(),
  /** Distinct postings that name the skill; `share` is this over `postingsOf`. */
  postings: z.int().nonnegative().optional(),
  postingsOf: z.int().positive().optional(),
  /** 95 % interval of the share (Wilson). */
  interval: Bounds.optional(),
  /** Years of experience with the skill that are asked for. */
  years: z.number().positive().max(60).optional(),
  /** The spelling of the source, where it is another. */
  namedAs: Text.optional(),
  /** Importance on O*NET's scale of 1 to 5. */
  importance: z.number().min(1).max(5).optional(),
  /** Level on O*NET's scale of 0 to 7, before it was mapped. */
  levelScore: z.number().min(0).max(7).optional(),
  /** O*NET: often asked for in postings of any occupation. Another thing than `inDemand`. */
  hotTechnology: z.boolean().optional(),
  /** O*NET: often asked for in postings of this occupation. */
  inDemand: z.boolean().optional(),
  /** Skills that give a head start when held, by the hierarchy of the source; they never close the gap. */
  related: z.array(z.strictObject({ name: Text, credit: z.number().positive().max(0.5) })).optional(),
  source: SourceId.optional(),
  /** When the rating was made, and by how many, where that is told for each skill. */
  date: PartialDate.optional(),
  n: z.int().positive().optional(),
});
export type RoleSkill = z.infer<typeof RoleSkill>;

/** What opens the door and cannot be learnt in a course: it is met, not met or unknown, and never scheduled. */
export const RoleGate = z.strictObject({
  kind: z.enum(['licence', 'degree', 'certificate', 'language', 'years']),
  name: Text,
  /** Degree or language level asked for, as text ("Bachelor", "B2"). */
  level: z.string().optional(),
  /** With kind `years`: how many, in years of work. */
  years: z.number().positive().max(60).optional(),
  source: SourceId.optional(),
});
export type RoleGate = z.infer<typeof RoleGate>;

const Period = z.enum(['hour', 'day', 'week', 'month', 'year']);

const Salary = z
  .strictObject({
    min: z.number().nonnegative(),
    max: z.number().nonnegative(),
    currency: Currency,
    period: Period.default('year'),
    /** What the ends are: "10th to 90th percentile", "lowest and highest figure". */
    span: Text.optional(),
    n: z.int().positive().optional(),
    date: PartialDate.optional(),
    source: SourceId.optional(),
  })
  .refine((salary) => salary.min <= salary.max, { error: 'expected min to be at most max', path: ['min'] });

const amount = z.number().nonnegative().nullable();

/** Pay of one currency and period. A percentile that the source does not give is null, never 0. */
export const PayDistribution = z.strictObject({
  currency: Currency,
  period: Period,
  /** How many figures it rests on; null where the source does not say. */
  n: z.int().positive().nullable(),
  p10: amount,
  p25: amount,
  median: amount,
  p75: amount,
  p90: amount,
  date: PartialDate.optional(),
  source: SourceId.optional(),
});
export type PayDistribution = z.infer<typeof PayDistribution>;

/** How the share of a skill moved between two dated sets of postings. */
export const MarketChange = z.strictObject({
  skill: Text,
  before: z.strictObject({ postings: z.int().nonnegative(), of: z.int().positive() }),
  after: z.strictObject({ postings: z.int().nonnegative(), of: z.int().positive() }),
  /** 95 % interval of the difference of the shares (Newcombe). */
  interval: z.tuple([z.number().min(-1).max(1), z.number().min(-1).max(1)]),
});
export type MarketChange = z.infer<typeof MarketChange>;

const Demand = z.enum(['low', 'medium', 'high']);

/** The market's side: what a role asks for and what is known of its market. */
export const Role = z
  .strictObject({
    $schema: z.string().optional(),
    title: Text,
    /** Other titles by which the role is found. */
    aliases: z.array(Text).optional(),
    /** The class of the role in a classification, such as O*NET-SOC 29-1141.00. */
    occupation: z
      .strictObject({
        scheme: Text,
        code: Text,
        title: Text.optional(),
        /** O*NET Job Zone: how much preparation the occupation needs, 1 to 5. */
        jobZone: z.int().min(1).max(5).optional(),
        related: z.array(z.strictObject({ code: Text, title: Text })).optional(),
      })
      .optional(),
    experience: z.strictObject({ years: z.number().nonnegative().max(60) }).optional(),
    market: z
      .strictObject({
        demand: Demand.optional(),
        /** By which rule the demand is what it is, and when. */
        demandBasis: z
          .strictObject({ definition: Text, date: PartialDate.optional(), source: SourceId.optional() })
          .optional(),
        salary: Salary.optional(),
        salaries: z.array(PayDistribution).optional(),
        growthAreas: z.array(Text).optional(),
        changes: z.array(MarketChange).optional(),
        postings: z.int().nonnegative().optional(),
        asOf: PartialDate.optional(),
        sources: z.array(MarketSource).optional(),
      })
      .optional(),
    skills: z.array(RoleSkill).max(20_000),
    gates: z.array(RoleGate).optional(),
    /** What was merged, assumed or left open when the profile was made. */
    notes: z.array(Text).optional(),
  })
  .refine((role) => role.skills.length > 0 || role.occupation !== undefined, {
    // A classification has occupations that nobody rated: what they ask for is unknown, and the profile says so.
    error: 'expected at least one skill, found an empty list',
    path: ['skills'],
  });
export type Role = z.infer<typeof Role>;

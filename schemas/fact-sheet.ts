import { z } from 'zod';
import { Fact } from './fact.ts';
import { COSTS } from './resource.ts';
import { MarketSource, PayDistribution } from './role.ts';
import { Level, Status, Tier } from './scale.ts';

/** Something that was merged, assumed or left open on the way from inputs to facts. */
export const Note = z.strictObject({
  code: z.string(),
  message: z.string(),
  /** Ids of the facts that it concerns. */
  facts: z.array(z.string()),
});
export type Note = z.infer<typeof Note>;

/** Why we believe that a skill is held, strongest first: certificate, work, project, listed. */
export const Evidence = z.strictObject({
  kind: z.enum(['certificate', 'work', 'project', 'education', 'listed']),
  /** The place in the resume, e.g. `work[1].highlights[0]`. */
  path: z.string(),
  /** What stands there, shortened: the name of the certificate, the position, the project. */
  label: z.string(),
  from: z.string().optional(),
  /** Absent while it goes on. */
  to: z.string().optional(),
});
export type Evidence = z.infer<typeof Evidence>;

const skill = {
  /** The stable part of its fact ids, e.g. `kubernetes`, `c-plus-plus`. */
  id: z.string(),
  name: z.string(),
  /** Every spelling that means this skill in prose, the name included. */
  spellings: z.array(z.string()),
  /** Whether the name is a common word too (Go, Excel), so that prose must be read with care. */
  ambiguous: z.boolean(),
  /** Whether the catalog knows it. An unknown skill goes by the name it was given. */
  known: z.boolean(),
  kind: z.string(),
  levelHeld: Level.nullable(),
  evidence: z.array(Evidence),
  /** Months of work in which it is named (union, overlaps once); null where no work names it. */
  monthsUsed: z.int().nonnegative().nullable(),
  /** Last month in which work or a project names it, `YYYY-MM`; null where none does. */
  lastUsed: z.string().nullable(),
};

/** A skill that the role asks for. */
export const AskedSkill = z.strictObject({
  ...skill,
  tier: Tier,
  status: Status,
  /** False for `missing`, true for `met` and `partial`. */
  held: z.boolean(),
  levelAsked: Level.nullable(),
  /** Share of postings, 0 to 1; null where the role does not say. */
  share: z.number().nullable(),
  /** What the share was counted over: distinct postings that name the skill, of how many, and the 95 % interval. */
  sample: z
    .strictObject({
      postings: z.int().nonnegative(),
      of: z.int().positive(),
      interval: z.tuple([z.number(), z.number()]).optional(),
    })
    .optional(),
  /** Id of the source among those of the role. */
  source: z.string().optional(),
  /** Members of an any-of group, best first, and which of them the candidate holds. */
  anyOf: z
    .array(z.strictObject({ id: z.string(), name: z.string(), held: z.boolean(), level: Level.nullable() }))
    .optional(),
  /** Levels between held and asked; 0 for a met skill. */
  steps: z.int().min(0).max(4),
  /** Tier weight x share x steps; 0 for a met skill. */
  priority: z.number().nonnegative(),
  /** 1 for the most pressing gap; null for a met skill. */
  rank: z.int().positive().nullable(),
  /** Estimated study hours to close the gap; null where it is not closed by study (a credential). */
  hours: z.number().nonnegative().nullable(),
  /** Held skills that give a head start. A fact of its own: it never closes the gap. */
  related: z.array(z.strictObject({ id: z.string(), name: z.string(), credit: z.number().min(0).max(0.5) })),
});
export type AskedSkill = z.infer<typeof AskedSkill>;

/** A skill that is held and not asked for. */
export const ExtraSkill = z.strictObject(skill);
export type ExtraSkill = z.infer<typeof ExtraSkill>;

export const Gate = z.strictObject({
  id: z.string(),
  kind: z.enum(['licence', 'degree', 'certificate', 'language', 'years']),
  name: z.string(),
  asked: z.string(),
  found: z.string().nullable(),
  status: z.enum(['met', 'not met', 'unknown']),
  reason: z.string(),
});
export type Gate = z.infer<typeof Gate>;

/** How much of what is asked is there: value = (met + partial / 2) / asked, 0 to 1; null where nothing is asked. */
export const Coverage = z.strictObject({
  asked: z.int(),
  met: z.int(),
  partial: z.int(),
  missing: z.int(),
  value: z.number().min(0).max(1).nullable(),
});
export type Coverage = z.infer<typeof Coverage>;

export const Phase = z.strictObject({
  index: z.int().positive(),
  title: z.string(),
  /** First and last week, counted from 1. */
  startWeek: z.int().positive(),
  endWeek: z.int().positive(),
  weeks: z.int().positive(),
  hours: z.number().nonnegative(),
  /** Skills taught, in order; `hours` is the estimate for the gap, null in a plan made by people. */
  skills: z.array(z.strictObject({ id: z.string(), name: z.string(), hours: z.number().nullable() })),
  activities: z.array(z.string()),
});
export type Phase = z.infer<typeof Phase>;

export const Roadmap = z.strictObject({
  /** `given`: a plan.json; `computed`: from the gaps. */
  origin: z.enum(['given', 'computed']),
  hoursPerWeek: z.number().positive(),
  phases: z.array(Phase),
  totalWeeks: z.int().nonnegative(),
  totalHours: z.number().nonnegative(),
  /** The limit set by the user in weeks, if any. */
  horizonWeeks: z.int().positive().nullable(),
  /** Gaps that no phase teaches, and why. */
  left: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      reason: z.enum(['horizon', 'credential', 'not-in-plan', 'prerequisite']),
    }),
  ),
});
export type Roadmap = z.infer<typeof Roadmap>;

export const ChosenResource = z.strictObject({
  id: z.string(),
  title: z.string(),
  provider: z.string(),
  url: z.string(),
  cost: z.enum(COSTS),
  price: z.strictObject({ amount: z.number(), currency: z.string() }).nullable(),
  hours: z.number().nullable(),
  level: Level.nullable(),
  kind: z.string(),
  /** All that it teaches, by name. */
  skills: z.array(z.string()),
  /** The gaps that it was chosen for. Empty for an entry of the list given that serves no gap. */
  closes: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  costChecked: z.string().nullable(),
});
export type ChosenResource = z.infer<typeof ChosenResource>;

export const ResourceChoice = z.strictObject({
  origin: z.enum(['given', 'catalog']),
  /** Recommended, most pressing gap first. */
  chosen: z.array(ChosenResource),
  /** Offered by the list given but not chosen: known to the checker, not recommended. */
  others: z.array(ChosenResource),
  /** Gaps for which nothing fits, with the reason. */
  without: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      reason: z.enum(['none', 'budget', 'paid-only', 'credential']),
    }),
  ),
  totalHours: z.number().nonnegative(),
  /** Sum of known prices by currency. */
  totals: z.array(z.strictObject({ currency: z.string(), amount: z.number() })),
});
export type ResourceChoice = z.infer<typeof ResourceChoice>;

/**
 * What the prose of the resume (summaries, highlights, projects, awards) speaks of, for the checker: its words in lower
 * case, and each number with the words of its sentence. Never the prose itself, and no model sees any of it.
 */
export const Told = z.strictObject({
  words: z.array(z.string()),
  quantities: z.array(z.strictObject({ value: z.number(), words: z.array(z.string()) })),
});
export type Told = z.infer<typeof Told>;

/**
 * Everything a report may say. `skills` and `extras` are the structure that rules reason with; `facts` is the same
 * knowledge flat and addressable. Made by `computeFacts`; JSON in, JSON out, nothing lost.
 */
export const FactSheet = z.strictObject({
  schema: z.literal('gapwright/facts@1'),
  date: z.string(),
  /** Tag of the language of its displays and notes; absent for English. */
  language: z.string().optional(),
  candidate: z.strictObject({
    name: z.string().nullable(),
    label: z.string().nullable(),
    /** Months of work: union of the intervals; null where the resume has no dated work. */
    months: z.int().nonnegative().nullable(),
    work: z.array(
      z.strictObject({
        index: z.int(),
        employer: z.string().nullable(),
        position: z.string().nullable(),
        from: z.string().nullable(),
        /** null while it goes on. */
        to: z.string().nullable(),
        months: z.int().nonnegative().nullable(),
      }),
    ),
    education: z.array(
      z.strictObject({
        institution: z.string().nullable(),
        area: z.string().nullable(),
        studyType: z.string().nullable(),
        to: z.string().nullable(),
      }),
    ),
    certificates: z.array(
      z.strictObject({ name: z.string(), issuer: z.string().nullable(), date: z.string().nullable() }),
    ),
    languages: z.array(z.strictObject({ language: z.string(), fluency: z.string().nullable() })),
    /** Leading people, only where the resume shows it. */
    leadership: z.array(z.strictObject({ path: z.string(), label: z.string(), signal: z.string() })),
    told: Told.optional(),
  }),
  role: z.strictObject({
    title: z.string(),
    years: z.number().nullable(),
    demand: z.enum(['low', 'medium', 'high']).nullable(),
    salary: z
      .strictObject({
        min: z.number(),
        max: z.number(),
        currency: z.string(),
        period: z.enum(['hour', 'day', 'week', 'month', 'year']),
        /** What the ends are, e.g. "10th to 90th percentile". */
        span: z.string().optional(),
        n: z.int().positive().optional(),
        date: z.string().optional(),
        source: z.string().optional(),
      })
      .nullable(),
    /** Pay by currency and period, where the role gives distributions. */
    salaries: z.array(PayDistribution).optional(),
    /** By which rule the demand is what it is. */
    demandBasis: z
      .strictObject({ definition: z.string(), date: z.string().optional(), source: z.string().optional() })
      .optional(),
    /** Where the role and its figures come from. */
    sources: z.array(MarketSource).optional(),
    growthAreas: z.array(z.string()),
    postings: z.int().nullable(),
    asOf: z.string().nullable(),
  }),
  /** Every skill of the role once, in the order of tier, then share, then name. */
  skills: z.array(AskedSkill),
  extras: z.array(ExtraSkill),
  gates: z.array(Gate),
  coverage: z.strictObject({ core: Coverage, preferred: Coverage, emerging: Coverage, all: Coverage }),
  roadmap: Roadmap,
  resources: ResourceChoice,
  facts: z.array(Fact),
  notes: z.array(Note),
});
export type FactSheet = z.infer<typeof FactSheet>;

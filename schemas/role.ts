import { z } from 'zod';
import { Currency, PartialDate, Text } from './common.ts';
import { Tier } from './scale.ts';

/** A skill that the market asks for. `level` is free text, read onto the scale like a resume's. */
export const RoleSkill = z.strictObject({
  name: Text,
  tier: Tier,
  level: z.string().optional(),
  /** Share of the postings that name the skill, 0 to 1. */
  share: z.number().min(0).max(1).optional(),
  /** Alternatives, any one of which is enough: "AWS or Azure or Google Cloud". `name` is then the group's label. */
  anyOf: z.array(Text).min(2).optional(),
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
});
export type RoleGate = z.infer<typeof RoleGate>;

const Salary = z
  .strictObject({
    min: z.number().nonnegative(),
    max: z.number().nonnegative(),
    currency: Currency,
    period: z.enum(['hour', 'day', 'week', 'month', 'year']).default('year'),
  })
  .refine((salary) => salary.min <= salary.max, { error: 'expected min to be at most max', path: ['min'] });

/** The market's side: what a role asks for and what is known of its market. */
export const Role = z.strictObject({
  $schema: z.string().optional(),
  title: Text,
  experience: z.strictObject({ years: z.number().nonnegative().max(60) }).optional(),
  market: z
    .strictObject({
      demand: z.enum(['low', 'medium', 'high']).optional(),
      salary: Salary.optional(),
      growthAreas: z.array(Text).optional(),
      postings: z.int().nonnegative().optional(),
      asOf: PartialDate.optional(),
    })
    .optional(),
  skills: z
    .array(RoleSkill)
    .min(1, { error: 'expected at least one skill, found an empty list' })
    .max(20_000),
  gates: z.array(RoleGate).optional(),
});
export type Role = z.infer<typeof Role>;

import { z } from 'zod';

/** What a value counts or measures. `text`, `list` and `status` have no arithmetic. */
export const UNITS = [
  'text',
  'name',
  'list',
  'status',
  'tier',
  'level',
  'date',
  'url',
  'cost',
  'demand',
  'flag',
  'count',
  'ordinal',
  'share',
  'ratio',
  'months',
  'years',
  'weeks',
  'hours',
  'hours-per-week',
  'money',
] as const;
export const Unit = z.enum(UNITS);
export type Unit = z.infer<typeof Unit>;

/**
 * How we know: `given` stands in an input, `computed` follows from inputs, `estimate` comes from a table of ours,
 * `default` was assumed because the input was silent, `unknown` means that nobody said.
 */
export const Basis = z.enum(['given', 'computed', 'estimate', 'default', 'unknown']);
export type Basis = z.infer<typeof Basis>;

export const Source = z.strictObject({
  /** Which input it comes from. */
  input: z.enum(['resume', 'role', 'plan', 'resources', 'catalog', 'options', 'computed']),
  /** The place in that input, e.g. `skills[3].level`; empty where the whole input is meant. */
  path: z.string(),
  /** The rule that made it, e.g. `union-of-work-intervals`. */
  rule: z.string(),
  /** Where the input has it from: a source of the market, when, and over how many postings or answers. */
  from: z
    .strictObject({
      name: z.string(),
      date: z.string().optional(),
      n: z.int().nonnegative().optional(),
    })
    .optional(),
});
export type Source = z.infer<typeof Source>;

/**
 * One thing known, addressable by a stable id. `display` is how it is written in prose; a slot `{{id}}` is filled
 * with it. Facts marked `personal` (names, employers, contacts) are never shown to a model, only their ids are.
 */
export const Fact = z.strictObject({
  id: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
  unit: Unit,
  /** ISO 4217, with unit `money` only. */
  currency: z.string().optional(),
  display: z.string(),
  basis: Basis,
  source: Source,
  personal: z.boolean().optional(),
});
export type Fact = z.infer<typeof Fact>;

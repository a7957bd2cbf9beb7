import { z } from 'zod';

/** What a scorer says of itself, without its code. */
export const EvalScorer = z.strictObject({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  kind: z.enum(['binary', 'share', 'amount']),
  unit: z.string().optional(),
  better: z.enum(['higher', 'lower']),
  margin: z.number(),
  gating: z.boolean(),
  deterministic: z.boolean(),
  /** Of a scorer of one's own: a hash of its function, so that an edited one is another one. */
  code: z.string().optional(),
});
export type EvalScorer = z.infer<typeof EvalScorer>;

/** `plan.json` of a saved run: all that its rows depend on, known before the first cell. */
export const EvalPlan = z.strictObject({
  schema: z.literal('gapwright/eval-plan@1'),
  suite: z.string(),
  /** Version of gapwright. */
  version: z.string(),
  task: z.strictObject({ id: z.string(), version: z.string() }),
  /** `inputs` is the SHA-256 of what the case is made of and expects. */
  cases: z.array(
    z.strictObject({ id: z.string(), family: z.string(), tags: z.array(z.string()), inputs: z.string() }),
  ),
  variants: z.array(
    z.strictObject({
      name: z.string(),
      /** Where its prompts come from, in words. */
      from: z.string(),
      /** SHA-256 of each prompt file, by id. */
      prompts: z.record(z.string(), z.string()),
      style: z.record(z.string(), z.string()),
    }),
  ),
  models: z.array(z.string()),
  repeats: z.int().positive(),
  seed: z.int().nonnegative(),
  maxRepairs: z.int().nonnegative(),
  scorers: z.array(EvalScorer),
  thresholds: z.record(z.string(), z.number()),
  /** Cases were left out by a filter of the command: no run to compare means with. */
  partial: z.boolean(),
});
export type EvalPlan = z.infer<typeof EvalPlan>;

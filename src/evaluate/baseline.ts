import { z } from 'zod';

/** `evals/baseline.json`: scores per case, so that a later run can be compared case by case. */
export const Baseline = z.strictObject({
  schema: z.literal('gapwright/eval-baseline@1'),
  suites: z.record(
    z.string(),
    z.strictObject({
      variant: z.string(),
      repeats: z.int().positive(),
      /** By model. */
      models: z.record(
        z.string(),
        z.strictObject({
          /** SHA-256 of each prompt file, by id. */
          prompts: z.record(z.string(), z.string()),
          /** Scores per repeat, by scorer and case. */
          scores: z.record(z.string(), z.record(z.string(), z.array(z.number().nullable()))),
        }),
      ),
    }),
  ),
});
export type Baseline = z.infer<typeof Baseline>;

import { z } from 'zod';
import { Text } from './common.ts';

/** A learning plan made by people. Phases run one after the other; the total is their sum. */
export const Plan = z.strictObject({
  $schema: z.string().optional(),
  hoursPerWeek: z.number().positive().max(168),
  phases: z
    .array(
      z.strictObject({
        title: Text,
        weeks: z.int().positive().max(520),
        skills: z.array(Text),
        activities: z.array(Text).optional(),
      }),
    )
    .min(1),
});
export type Plan = z.infer<typeof Plan>;

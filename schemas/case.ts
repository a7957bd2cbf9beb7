import { z } from 'zod';
import { FullDate } from './common.ts';
import { Plan } from './plan.ts';
import { Resources } from './resource.ts';
import { Resume } from './resume.ts';
import { Role } from './role.ts';

/** Everything a report is made of. `date` is the report's date: the facts know no other clock. */
export const Case = z.strictObject({
  resume: Resume,
  role: Role,
  plan: Plan.optional(),
  resources: Resources.optional(),
  date: FullDate,
});
export type Case = z.infer<typeof Case>;

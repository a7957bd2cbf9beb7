import { z } from 'zod';
import { Currency, PartialDate, Text, WebUrl } from './common.ts';

/** What a resource costs: `freemium` is free to read or audit, paid in full. */
export const COSTS = ['free', 'freemium', 'paid'] as const;

/** One learning resource. */
export const Resource = z.strictObject({
  title: Text,
  provider: Text,
  url: WebUrl,
  cost: z.enum(COSTS),
  price: z.strictObject({ amount: z.number().nonnegative(), currency: Currency }).optional(),
  hours: z.number().positive().max(5000).optional(),
  level: z.string().optional(),
  kind: z.enum(['course', 'book', 'documentation', 'certification', 'practice', 'community']),
  skills: z.array(Text).min(1),
  /** The month or day on which the cost was last known to be right. */
  costChecked: PartialDate.optional(),
});
export type Resource = z.infer<typeof Resource>;

export const Resources = z.array(Resource);

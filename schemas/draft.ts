import { z } from 'zod';

/** What a model returns for a section: flat, so that strict JSON schema modes take it as it is. */
export const Draft = z.strictObject({
  paragraphs: z.array(
    z.strictObject({
      sentences: z.array(z.strictObject({ text: z.string(), facts: z.array(z.string()) })),
    }),
  ),
});
export type Draft = z.infer<typeof Draft>;

/** What a model returns for a repair: the rewritten sentences by their number. */
export const Repair = z.strictObject({
  sentences: z.array(z.strictObject({ id: z.int(), text: z.string(), facts: z.array(z.string()) })),
});
export type Repair = z.infer<typeof Repair>;

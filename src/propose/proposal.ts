import { z } from 'zod';

const text = z.string();

/** What a model may propose: texts of the document, empty where it says nothing. */
export const Proposal = z.object({
  work: z.array(z.object({ position: text, employer: text, dates: text })),
  education: z.array(z.object({ institution: text, studyType: text, area: text, dates: text })),
  certificates: z.array(z.object({ name: text, issuer: text, date: text })),
  skills: z.array(z.object({ name: text, level: text, quote: text })),
  languages: z.array(z.object({ language: text, fluency: text })),
});
export type Proposal = z.infer<typeof Proposal>;

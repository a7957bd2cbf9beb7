import { z } from 'zod';
import { FactSheet } from './fact-sheet.ts';
import { CheckResult, Finding } from './finding.ts';

/** Who wrote a sentence: the model at once, the model after repair, the offline writer, or a person who rewrote it. */
export const Provenance = z.enum(['model', 'repaired', 'offline', 'edited']);
export type Provenance = z.infer<typeof Provenance>;

export const Sentence = z.strictObject({
  /** As printed. */
  text: z.string(),
  /** As written, with slots `{{fact-id}}` for values. */
  template: z.string(),
  /** Ids of the facts it rests on. */
  facts: z.array(z.string()),
  provenance: Provenance,
  /** What was wrong with earlier wordings of this sentence, oldest first. Empty where the first was right. */
  history: z.array(z.strictObject({ template: z.string(), findings: z.array(Finding) })),
});
export type Sentence = z.infer<typeof Sentence>;

export const Table = z.strictObject({
  kind: z.literal('table'),
  id: z.string(),
  caption: z.string(),
  columns: z.array(z.strictObject({ title: z.string(), align: z.enum(['left', 'right']) })),
  /** Cells as printed; `href` makes a cell a link. */
  rows: z.array(z.array(z.strictObject({ text: z.string(), href: z.string().optional() }))),
});
export type Table = z.infer<typeof Table>;

export const Paragraph = z.strictObject({ kind: z.literal('paragraph'), sentences: z.array(Sentence) });
export type Paragraph = z.infer<typeof Paragraph>;

export const ReportSection = z.strictObject({
  id: z.string(),
  title: z.string(),
  blocks: z.array(z.discriminatedUnion('kind', [Paragraph, Table])),
});
export type ReportSection = z.infer<typeof ReportSection>;

export const Usage = z.strictObject({
  calls: z.int(),
  inputTokens: z.int().nullable(),
  outputTokens: z.int().nullable(),
});
export type Usage = z.infer<typeof Usage>;

/** One call of a model that gave a reply, whether it could be used or not. Null is what the server does not say. */
export const Call = z.strictObject({
  /** Id of the section that it was for. */
  section: z.string(),
  purpose: z.enum(['section', 'repair']),
  inputTokens: z.int().nullable(),
  outputTokens: z.int().nullable(),
  /** The part of the input that came from the provider's cache. */
  cachedInputTokens: z.int().optional(),
  /** Answered by the provider's Batch API. */
  batch: z.literal(true).optional(),
  /** In the currency of the prices; null where the price or a count is not known, never 0 for that. */
  cost: z.number().nullable(),
  /** What was wrong with the reply as a whole: refusal, content-filter, length, empty and the like. */
  fault: z.string().optional(),
  /** What was done to the reply so that it could be read; nothing it says was changed. */
  mended: z.array(z.string()),
});
export type Call = z.infer<typeof Call>;

/** A finished report: what is printed, what it rests on, and how each sentence came to be. */
export const Report = z.strictObject({
  schema: z.literal('gapwright/report@1'),
  title: z.string(),
  date: z.string(),
  sections: z.array(ReportSection),
  facts: FactSheet,
  writer: z.strictObject({
    /** Id of the model, `offline` for the offline writer. */
    model: z.string(),
    /** SHA-256 of each prompt file used, by name. */
    prompts: z.record(z.string(), z.string()),
    sentences: z.strictObject({
      model: z.int(),
      repaired: z.int(),
      offline: z.int(),
      /** Rewritten by a person; absent where none was. */
      edited: z.int().positive().optional(),
      /** Taken out by a person, and so not among the others; absent where none was. */
      removed: z.int().positive().optional(),
    }),
    usage: Usage,
    /** What all calls cost together by the table of prices; null where that is not known. Absent where no model was asked. */
    cost: z
      .strictObject({
        amount: z.number().nullable(),
        currency: z.string(),
        /** When the prices were looked up. */
        pricesAsOf: z.string().optional(),
      })
      .optional(),
    /** Every call, section by section. Reports of earlier versions have none. */
    calls: z.array(Call).optional(),
    version: z.string(),
  }),
  /** The check of the whole final text: no finding of severity error, or there would be no report. */
  check: CheckResult,
});
export type Report = z.infer<typeof Report>;

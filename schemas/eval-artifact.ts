import { z } from 'zod';
import { Finding } from './finding.ts';
import { Report } from './report.ts';

/**
 * The texts of one cell: the `value` of a line of `artifacts.jsonl`, under the SHA-256 of its JSON as `name`. Cells
 * with the same texts share a line; the fact sheet has a line of its own, which all cells of the case share.
 */
export const EvalArtifact = z.strictObject({
  schema: z.literal('gapwright/eval-artifact@1'),
  /** Name of the fact sheet; null where the task used none. */
  facts: z.string().nullable(),
  /** The report without its facts; null where none was handed over or the task writes none. */
  report: Report.omit({ facts: true }).nullable(),
  text: z.string(),
  findings: z.array(Finding),
  first: z.strictObject({
    sentences: z.array(
      z.strictObject({
        section: z.string(),
        template: z.string(),
        text: z.string(),
        facts: z.array(z.string()),
      }),
    ),
    text: z.string(),
    findings: z.array(Finding),
    unusable: z.int().optional(),
  }),
});
export type EvalArtifact = z.infer<typeof EvalArtifact>;

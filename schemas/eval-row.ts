import { z } from 'zod';

/** One scorer's answer for one cell. `value` is null where there is none; then `missing` says why. */
export const ScoreValue = z.strictObject({
  value: z.number().nullable(),
  missing: z.string().optional(),
  /** There is nothing of the kind in the trial (the offline writer cites nothing): not missing, and no gate fails on it. */
  inapplicable: z.literal(true).optional(),
  /** The scorer itself failed. Such a value is missing, and an error of the cell. */
  error: z.string().optional(),
  /** What the value rests on, shortened: quotes, ids, counts. */
  evidence: z.array(z.string()).optional(),
});
export type ScoreValue = z.infer<typeof ScoreValue>;

/**
 * One cell of a run: case x variant x model x repeat. Rows are written once, in a JSONL file that is only appended to;
 * every number of every report is derived from them.
 */
export const EvalRow = z.strictObject({
  /** SHA-256 of all that shapes the cell: task, case and version (its facts follow from them), prompts, model, parameters, repeat. */
  key: z.string(),
  suite: z.string(),
  case: z.string(),
  /** Cases of one family (one candidate, one role) are not independent; errors are clustered by it. */
  family: z.string(),
  variant: z.string(),
  model: z.string(),
  repeat: z.int().nonnegative(),
  status: z.enum(['ok', 'error']),
  /** Why there is no result. Rows of status error are asked for again by the next run. */
  error: z.strictObject({ name: z.string(), message: z.string() }).optional(),
  /** By id of the scorer. */
  scores: z.record(z.string(), ScoreValue),
  /**
   * Hard invariants that the cell broke, in words (a contradiction in the final report). Never averaged: one is enough
   * to fail a gate.
   */
  broken: z.array(z.string()),
  /** Name of report and first draft in `artifacts.jsonl`, where they were kept. */
  artifact: z.string().optional(),
});
export type EvalRow = z.infer<typeof EvalRow>;

import { z } from 'zod';

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export const Severity = z.enum(SEVERITIES);
export type Severity = z.infer<typeof Severity>;

const place = { start: z.int().nonnegative(), end: z.int().nonnegative(), quote: z.string() };

/**
 * One fault of a text. Printed, scored and sent back for repair as it is.
 * `start` and `end` are UTF-16 offsets into the text as read; `quote` is the slice between them.
 */
export const Finding = z.strictObject({
  rule: z.string(),
  severity: Severity,
  ...place,
  line: z.int().positive(),
  column: z.int().positive(),
  subject: z.string(),
  expected: z.string(),
  actual: z.string(),
  message: z.string(),
  facts: z.array(z.string()),
  related: z.array(z.strictObject(place)),
});
export type Finding = z.infer<typeof Finding>;

export const CheckSummary = z.strictObject({
  errors: z.int(),
  warnings: z.int(),
  sentences: z.int(),
  claims: z.int(),
  supported: z.int(),
  contradicted: z.int(),
  unsupported: z.int(),
  unparsed: z.int(),
});
export type CheckSummary = z.infer<typeof CheckSummary>;

/** What a check says: the contract's `check --format json`. */
export const CheckResult = z.strictObject({ findings: z.array(Finding), summary: CheckSummary });
export type CheckResult = z.infer<typeof CheckResult>;

import { z } from 'zod';
import { FullDate } from './common.ts';

/** A name that can be a folder: suites, cases and variants have such. */
export const EvalName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,79}$/, { error: 'expected a name of a-z, 0-9 and hyphens' });

/** How a report is told; the words are those of `gapwright report`. */
const StyleChoice = z.strictObject({
  person: z.enum(['second', 'third']).optional(),
  pronoun: z.enum(['they', 'she', 'he']).optional(),
  tone: z.enum(['plain', 'warm', 'formal']).optional(),
  length: z.enum(['short', 'standard', 'long']).optional(),
  reader: z.enum(['candidate', 'coach', 'employer']).optional(),
});

/** Prompts under test, as a suite file names them. */
export const EvalVariant = z.strictObject({
  name: EvalName,
  promptStyle: z.enum(['slots', 'cited', 'plain']).optional(),
  /** A folder of prompt files (relative to the suite), or `git:REVISION`. */
  prompts: z.string().min(1).optional(),
  style: StyleChoice.optional(),
});

/** A suite as YAML or JSON: `*.eval.yaml`. */
export const EvalSuiteFile = z.strictObject({
  name: EvalName,
  description: z.string().optional(),
  /** The folder of the cases, relative to the suite's file. */
  cases: z.string().min(1),
  tags: z.array(z.string().min(1)).optional(),
  only: z.array(z.string().min(1)).min(1).optional(),
  caseTags: z.array(z.string().min(1)).optional(),
  date: FullDate.optional(),
  /** A folder of recorded replies that take the place of the models. */
  replay: z.string().min(1).optional(),
  variants: z.array(EvalVariant).min(1).optional(),
  models: z.array(z.string().min(1)).min(1).optional(),
  repeats: z.int().min(1).max(1000).optional(),
  maxRepairs: z.int().min(0).max(20).optional(),
  scorers: z.array(z.string().min(1)).min(1).optional(),
  thresholds: z.record(z.string(), z.number()).optional(),
});
export type EvalSuiteFile = z.infer<typeof EvalSuiteFile>;

/** What a case expects: `expect.yaml` beside its inputs. */
export const EvalExpectations = z.strictObject({
  /** Ids of facts that the report must state. */
  mention: z.array(z.string().min(1)).optional(),
  /** Words or phrases that the report must not have. */
  forbid: z.array(z.string().min(1)).optional(),
  tags: z.array(z.string().min(1)).optional(),
  /** Cases of one family share a candidate or a role. Default: the case's name. */
  family: z.string().min(1).optional(),
  /** The report's date. */
  date: FullDate.optional(),
});
export type EvalExpectations = z.infer<typeof EvalExpectations>;

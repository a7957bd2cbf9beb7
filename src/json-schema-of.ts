import { z } from 'zod';
import {
  CheckResult,
  EvalExpectations,
  EvalPlan,
  EvalReport,
  EvalRow,
  EvalSuiteFile,
  FactSheet,
  Plan,
  Report,
  Resources,
  Resume,
  Role,
  Theme,
} from '../schemas/index.ts';
import { UsageError } from './errors.ts';

/** What has a JSON Schema, by name. `input` shapes are what users write, `output` shapes what gapwright writes. */
export const NOUNS: Readonly<Record<string, { schema: z.ZodType; io: 'input' | 'output' }>> = {
  resume: { schema: Resume, io: 'input' },
  role: { schema: Role, io: 'input' },
  plan: { schema: Plan, io: 'input' },
  resources: { schema: Resources, io: 'input' },
  theme: { schema: Theme, io: 'input' },
  facts: { schema: FactSheet, io: 'output' },
  report: { schema: Report, io: 'output' },
  findings: { schema: CheckResult, io: 'output' },
  'eval-suite': { schema: EvalSuiteFile, io: 'input' },
  'eval-expectations': { schema: EvalExpectations, io: 'input' },
  'eval-plan': { schema: EvalPlan, io: 'output' },
  'eval-summary': { schema: EvalReport, io: 'output' },
  'eval-row': { schema: EvalRow, io: 'output' },
};

/**
 * The JSON Schema (draft 2020-12) of an input or output by name.
 * @throws UsageError for an unknown name
 */
export function jsonSchemaOf(name: string): Record<string, unknown> {
  const noun = NOUNS[name];
  if (!noun) {
    throw new UsageError(
      `cannot give a JSON Schema: found "${name}", expected one of ${Object.keys(NOUNS).join(', ')}`,
    );
  }
  return { title: name, ...z.toJSONSchema(noun.schema, { io: noun.io, unrepresentable: 'any' }) };
}

import type { Severity } from '../../schemas/finding.ts';
import { UsageError } from '../errors.ts';

/** What a rule can weigh. Here, apart from what reads files: declaring the flag must not load the schemas. */
export const RULE_WEIGHTS = ['error', 'warning', 'info', 'off'] as const satisfies readonly (
  | Severity
  | 'off'
)[];

export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

/** Reads one `--rule ID=SEVERITY`. */
export function parseRuleFlag(text: string, before: RuleSettings = {}): RuleSettings {
  const [id = '', setting, ...rest] = text.split('=');
  const weight = RULE_WEIGHTS.find((one) => one === setting);
  if (id === '' || rest.length > 0 || !weight)
    throw new UsageError(
      `cannot use --rule: found "${text}", expected ID=SEVERITY with one of ${RULE_WEIGHTS.join(', ')}, such as tier=warning`,
    );
  return { ...before, [id]: weight };
}

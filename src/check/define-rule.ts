import type { Rule } from './types.ts';

/** Makes a rule; it only gives the literal its type. */
export function defineRule(rule: Rule): Rule {
  return rule;
}

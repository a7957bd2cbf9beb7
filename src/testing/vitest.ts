import type {} from 'vitest';
import type { FactSheet } from '../../schemas/index.ts';
import { type CheckOptions, checkReport, RULES } from '../check/index.ts';
import { textFormat } from '../findings/text.ts';

export { type DescribeEvalOptions, describeEval } from './describe-eval.ts';

/**
 * A matcher for Vitest, and for all that takes Jest's: passes where a text has no finding of severity error.
 *
 * `expect.extend({ toHaveNoContradictions })`, then `expect(text).toHaveNoContradictions(facts)`; without facts the
 * text is checked against itself.
 */
export function toHaveNoContradictions(
  received: unknown,
  facts?: FactSheet,
  options: CheckOptions = {},
): { pass: boolean; message: () => string } {
  if (typeof received !== 'string')
    return {
      pass: false,
      message: () => `cannot check a text for contradictions: found ${typeof received}, expected a string`,
    };
  const result = checkReport(received, facts, options);
  const pass = result.summary.errors === 0;
  return {
    pass,
    message: () =>
      `expected a text that ${pass ? 'contradicts' : 'does not contradict'} ${facts ? 'the facts' : 'itself'}\n\n` +
      textFormat.render(result, { text: received, file: 'text', facts, rules: RULES }).trimEnd(),
  };
}

declare module 'vitest' {
  // The parameters must be those of the interface that this one is merged with.
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /** Passes where the text has no finding of severity error, against the facts or, without them, against itself. */
    toHaveNoContradictions: (facts?: FactSheet, options?: CheckOptions) => R;
  }
}

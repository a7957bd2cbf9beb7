import type { CheckSummary, Finding } from '../../../schemas/index.ts';
import { checkReport, RULES } from '../../check/index.ts';
import type { Trial } from '../trial.ts';
import { shorten } from './shorten.ts';

const NO_CONTRADICTION: ReadonlySet<string> = new Set(['unsupported', 'style']);
const CONTRADICTING: ReadonlySet<string> = new Set(
  RULES.filter(({ category }) => !NO_CONTRADICTION.has(category)).map(({ id }) => id),
);
const UNSUPPORTED: ReadonlySet<string> = new Set(
  RULES.filter(({ category }) => category === 'unsupported').map(({ id }) => id),
);

/**
 * What contradicts the facts, or the text itself: errors of the checker but for claims that nothing supports and for
 * style. What is wrong with the form of a draft (a bare figure, a slot that does not exist) is none.
 */
export function contradictionsIn(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity, rule }) => severity === 'error' && CONTRADICTING.has(rule));
}

/** Errors of the checker on skills, degrees, employers ... that are nowhere in the facts. */
export function unsupportedIn(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity, rule }) => severity === 'error' && UNSUPPORTED.has(rule));
}

export function describeFindings(findings: readonly Finding[]): string[] {
  return findings.slice(0, 10).map(({ rule, quote, message }) => shorten(`${rule}: "${quote}" ${message}`));
}

const counted = new WeakMap<Trial['first'], CheckSummary>();

/** What the checker counts in the first draft. Two scorers ask for it; it is counted once. */
export function countFirst({ first, facts }: Pick<Trial, 'first' | 'facts'>): CheckSummary {
  const known = first.summary ?? counted.get(first);
  if (known) return known;
  const { summary } = checkReport(first.text, facts);
  counted.set(first, summary);
  return summary;
}

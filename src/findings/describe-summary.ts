import type { CheckSummary } from '../../schemas/index.ts';

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** The counts of a check on one line. */
export function describeSummary(summary: CheckSummary): string {
  const { errors, warnings, sentences, claims, supported, contradicted, unsupported, unparsed } = summary;
  return (
    `${counted(errors, 'error')}, ${counted(warnings, 'warning')} in ${counted(sentences, 'sentence')} ` +
    `(${counted(claims, 'claim')}: ${supported} supported, ${contradicted} contradicted, ${unsupported} unsupported, ${unparsed} not understood)`
  );
}

/** The counts of several checks in one. */
export function addSummaries(summaries: readonly CheckSummary[]): CheckSummary {
  const total: CheckSummary = {
    errors: 0,
    warnings: 0,
    sentences: 0,
    claims: 0,
    supported: 0,
    contradicted: 0,
    unsupported: 0,
    unparsed: 0,
  };
  for (const summary of summaries)
    for (const key of Object.keys(total) as (keyof CheckSummary)[]) total[key] += summary[key];
  return total;
}

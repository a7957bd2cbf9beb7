import type { CheckSummary, Finding } from '../../schemas/finding.ts';
import type { Words } from '../language/index.ts';
import type { Reading } from './claims/read-report.ts';

/** Counts what was read and what came of it, in a language that the checker reads or not. A sentence that names a known thing and yields no claim is unparsed. */
export function summarize(
  reading: Reading,
  findings: readonly Finding[],
  { checked }: Pick<Words, 'checked'>,
): CheckSummary {
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  const errors = findings.filter((finding) => finding.severity === 'error');
  const unsupported = errors.filter((finding) => isUnsupported(finding.rule)).length;
  const contradicted = errors.length - unsupported;
  const judged = { errors: errors.length, warnings: count('warning'), unsupported, contradicted };
  const sentences = reading.sentences.length;
  // Nothing was read of it but figures and names.
  if (!checked) return { ...judged, sentences, claims: errors.length, supported: 0, unparsed: sentences };
  let claims = 0;
  let unparsed = 0;
  for (const sentence of reading.sentences) {
    const figures = sentence.tokens.filter((token) => token.figure !== undefined).length;
    const said =
      sentence.claims.filter((claim) => claim.doubt === undefined).length +
      figures +
      (sentence.read.scopeLabels.some((label) => label.effects.length > 0) ||
      sentence.read.ownLabel.effects.length > 0
        ? 1
        : 0);
    claims += said;
    if (said === 0 && sentence.tokens.some((token) => token.kind === 'term')) unparsed += 1;
  }
  for (const table of reading.tables)
    for (const row of table.rows)
      claims += Math.max(0, row.cells.filter((cell) => cell.kinds.length > 0).length - 1);
  return { ...judged, sentences, claims, supported: Math.max(0, claims - errors.length), unparsed };
}

const isUnsupported = (rule: string): boolean => rule.startsWith('unsupported') || rule.startsWith('unknown');

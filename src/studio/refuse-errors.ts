import type { Report } from '../../schemas/report.ts';
import { ReportError } from '../errors.ts';

/**
 * Lets a report through that does not contradict its facts.
 * @throws ReportError that quotes the places that do
 */
export function refuseErrors({ check }: Report): void {
  const wrong = check.findings.filter(({ severity }) => severity === 'error');
  if (wrong.length === 0) return;
  const count = wrong.length === 1 ? '1 contradiction' : `${wrong.length} contradictions`;
  const places = wrong.map(({ quote, message }) => `“${quote}”: ${message}`);
  throw new ReportError(
    `cannot hand over the report: found ${count} in the edited text, expected none. ${places.join('; ')}`,
    wrong,
  );
}

import type { Report } from '../../schemas/report.ts';
import { formatDate, formatList, formatMeasure } from '../facts/format.ts';

/** Whether a model had a hand in the text, so that sentences differ in who wrote them. */
export function isWrittenByModel({ writer }: Report): boolean {
  return writer.model !== 'offline';
}

/** Gives who wrote the text and how often the check stepped in, as a sentence. */
export function describeWriter(report: Report): string {
  const { model, sentences } = report.writer;
  const total = formatMeasure(sentences.model + sentences.repaired + sentences.offline, 'sentence');
  if (!isWrittenByModel(report)) return `Written by the offline writer, without a model: ${total}.`;
  const { repaired, offline } = sentences;
  if (repaired + offline === 0) return `Written by ${model}: ${total}, none of which had to be repaired.`;
  const parts = [];
  if (repaired > 0) parts.push(`${repaired} repaired after the check`);
  if (offline > 0) parts.push(`${offline} replaced by the offline writer`);
  return `Written by ${model}: ${total}, of which ${formatList(parts)}.`;
}

/** Gives what the check of the whole text found, as a sentence. */
export function describeCheck({ check, facts }: Report): string {
  const { errors, warnings } = check.summary;
  const count = (value: number, noun: string) => (value === 0 ? `no ${noun}s` : formatMeasure(value, noun));
  return `Checked against ${formatMeasure(facts.facts.length, 'fact')}: ${count(errors, 'error')}, ${count(warnings, 'warning')}.`;
}

/** Gives the sources of the market with what their licences ask to be printed, a line each. */
export function describeSources({ facts }: Report): string[] {
  return (facts.role.sources ?? []).map(({ name, date, n, licence, attribution }) => {
    const details = [
      ...(date === undefined ? [] : [formatDate(date)]),
      ...(n === undefined ? [] : [`n = ${n}`]),
      ...(licence === undefined ? [] : [licence]),
    ];
    const about = details.length === 0 ? '' : ` (${details.join(', ')})`;
    return `Source: ${name}${about}.${attribution === undefined ? '' : ` ${attribution}`}`;
  });
}

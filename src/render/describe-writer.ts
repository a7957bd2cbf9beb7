import type { Provenance, Report } from '../../schemas/report.ts';
import { formatDate, formatList, formatMeasure } from '../facts/format.ts';

/** Whether a model had a hand in the text, so that sentences differ in who wrote them. */
export function isWrittenByModel({ writer }: Report): boolean {
  return writer.model !== 'offline';
}

/** Gives whose sentences a reader is to know at sight: not those of the writer of the report. */
export function markedWriters(report: Report): readonly Provenance[] {
  const edited = report.writer.sentences.edited === undefined ? [] : (['edited'] as const);
  return isWrittenByModel(report) ? ['repaired', 'offline', ...edited] : edited;
}

/** Gives who wrote the text, how often the check stepped in, and what a person changed, in a sentence or two. */
export function describeWriter(report: Report): string {
  const { model, sentences } = report.writer;
  const { repaired, offline, edited = 0, removed = 0 } = sentences;
  const total = formatMeasure(sentences.model + repaired + offline + edited, 'sentence');
  const parts = [];
  if (isWrittenByModel(report)) {
    if (repaired > 0) parts.push(`${repaired} repaired after the check`);
    if (offline > 0) parts.push(`${offline} replaced by the offline writer`);
  }
  if (edited > 0) parts.push(`${edited} edited by hand`);
  const writer = isWrittenByModel(report) ? model : 'the offline writer, without a model';
  const clean = isWrittenByModel(report) ? ', none of which had to be repaired' : '';
  const left = removed > 0 ? ` ${formatMeasure(removed, 'sentence')} taken out by hand.` : '';
  return `Written by ${writer}: ${total}${parts.length > 0 ? `, of which ${formatList(parts)}` : clean}.${left}`;
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

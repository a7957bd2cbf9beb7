import type { Report } from '../../schemas/report.ts';
import { wordsOf } from '../language/index.ts';

/** Whether a model had a hand in the text, so that sentences differ in who wrote them. */
export function isWrittenByModel({ writer }: Report): boolean {
  return writer.model !== 'offline';
}

/** Gives who wrote the text and how often the check stepped in, as a sentence. */
export function describeWriter(report: Report): string {
  const words = wordsOf(report.facts);
  const { model, sentences } = report.writer;
  const total = words.measure(sentences.model + sentences.repaired + sentences.offline, 'sentence');
  if (!isWrittenByModel(report)) return words.say('report.offline', { total });
  const { repaired, offline } = sentences;
  if (repaired + offline === 0) return words.say('report.model', { model, total });
  const parts = [
    ...(repaired > 0 ? [words.say('report.repaired', { digits: repaired, n: repaired })] : []),
    ...(offline > 0 ? [words.say('report.replaced', { digits: offline, n: offline })] : []),
  ];
  return words.say('report.model-parts', { model, total, parts: words.list(parts) });
}

/** Gives what the check of the whole text found, and how far it reads, as sentences. */
export function describeCheck({ check, facts }: Report): string {
  const words = wordsOf(facts);
  const { errors, warnings } = check.summary;
  const count = (n: number, what: 'error' | 'warning') =>
    n === 0 ? words.say('report.none-of', { what }) : words.measure(n, what);
  const checked = words.say('report.check', {
    facts: words.measure(facts.facts.length, 'fact'),
    errors: count(errors, 'error'),
    warnings: count(warnings, 'warning'),
  });
  return words.checked ? checked : `${checked} ${words.say('report.reach')}`;
}

/** Gives the sources of the market with what their licences ask to be printed, a line each. */
export function describeSources({ facts }: Report): string[] {
  const words = wordsOf(facts);
  return (facts.role.sources ?? []).map(({ name, date, n, licence, attribution }) => {
    const details = [
      ...(date === undefined ? [] : [words.date(date)]),
      ...(n === undefined ? [] : [`n = ${n}`]),
      ...(licence === undefined ? [] : [licence]),
    ];
    const about = details.length === 0 ? '' : ` (${details.join(', ')})`;
    return `${name}${about}.${attribution === undefined ? '' : ` ${attribution}`}`;
  });
}

import type { Provenance, Report } from '../../schemas/report.ts';
import { wordsOf } from '../language/index.ts';

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
  const words = wordsOf(report.facts);
  const { model, sentences } = report.writer;
  const { repaired, offline, edited = 0, removed = 0 } = sentences;
  const total = words.measure(sentences.model + repaired + offline + edited, 'sentence');
  const byModel = isWrittenByModel(report);
  const parts = [
    ...(byModel && repaired > 0 ? [words.say('report.repaired', { digits: repaired, n: repaired })] : []),
    ...(byModel && offline > 0 ? [words.say('report.replaced', { digits: offline, n: offline })] : []),
    ...(edited > 0 ? [words.say('report.edited', { digits: edited, n: edited })] : []),
  ];
  const said =
    parts.length === 0
      ? byModel
        ? words.say('report.model', { model, total })
        : words.say('report.offline', { total })
      : byModel
        ? words.say('report.model-parts', { model, total, parts: words.list(parts) })
        : words.say('report.offline-parts', { total, parts: words.list(parts) });
  if (removed === 0) return said;
  return `${said} ${words.say('report.removed', { total: words.measure(removed, 'sentence'), n: removed })}`;
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

import type { FactSheet } from '../../schemas/index.ts';
import { UsageError } from '../errors.ts';
import type { RuleSettings } from './check-rules.ts';
import type { Io, Speaker } from './io.ts';
import type { Checkable } from './read-checkable.ts';

/**
 * Mends reports. Without `write` the diff of all goes to stdout and the reports stay as they are; with it the files are
 * replaced and the mended reports given back.
 * @throws {UsageError} before anything is written, where a report cannot be mended
 * @throws {OutputError} where a file cannot be written
 */
export async function fixFiles(
  reports: readonly Checkable[],
  { rules, write }: { rules: RuleSettings; write: boolean },
  io: Io,
  speaker: Speaker,
): Promise<readonly Checkable[]> {
  const withFacts = reports.map((report) => ({ ...report, facts: factsToFixBy(report, write) }));
  const { fixReport, renderDiff } = await import('../fix/index.ts');
  const fixed = withFacts.map((report) => ({
    report,
    ...fixReport(report.text, report.facts, { format: report.format, rules }),
  }));
  const made = fixed.reduce((sum, { fixes }) => sum + fixes.length, 0);
  if (!write) {
    for (const { report, text } of fixed) io.stdout.write(renderDiff(report.text, text, report.path));
    speaker.say(
      made === 0
        ? 'Nothing can be mended with certainty.'
        : `${made} ${made === 1 ? 'place' : 'places'} can be mended; --write does it.`,
    );
    return reports;
  }
  const { replaceFile } = await import('./replace-file.ts');
  for (const { report, text, fixes } of fixed) {
    if (text !== report.text) await replaceFile(report.path, report.text, text, { signal: io.signal });
    for (const { description } of fixes) speaker.say(`${report.path}: ${description}`);
  }
  return fixed.map(({ report, text }) => ({ ...report, text }));
}

function factsToFixBy({ path, format, facts }: Checkable, write: boolean): FactSheet {
  if (!facts)
    throw new UsageError('cannot fix: found no facts, expected --facts, or --resume and --role, to fix by');
  if (format === 'json')
    throw new UsageError(
      `cannot fix ${path}: found a report JSON, expected Markdown, HTML or text; write the report anew with gapwright report`,
    );
  if (write && path === '-')
    throw new UsageError(
      'cannot fix standard input: found --write, expected a file to write to; --fix alone prints the diff',
    );
  return facts;
}

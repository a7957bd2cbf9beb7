import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkReport, FORMATS } from '../../src/check/index.ts';
import { EXAMPLE_FACTS } from './support/example-facts.ts';

const pieces = [
  '# Gaps\n\n',
  '## Market Requirements Analysis\n\n',
  '### Free\n\n',
  '- **Python:** ',
  '1. Phase 1 (6 weeks): ',
  '| Skill | Tier |\n|---|---|\n| Python | core |\n',
  '**bold',
  '_em',
  '`code`',
  '[link](https://example.org)',
  '<!-- gapwright-disable -->',
  '<b>html</b>',
  '&amp;',
  '\\*',
  '\r\n',
  '\n\n',
  '  - nested\n',
  '> quote ',
  'Python',
  'AWS',
  'C++',
  '.NET',
  'Go',
  'is missing',
  'are not gaps',
  'neither',
  'nor',
  'all but',
  'only',
  '91%',
  '$100k',
  'two thirds',
  'six weeks',
  'one in five',
  'twelve',
  'October 2026',
  'constructor',
  'toString',
  '__proto__',
  '😀',
  '\u200b',
  '\ufeff',
  'שלום',
  'ﬁ',
  '\u0301',
  '(',
  ')',
  '((',
  '"',
  '’',
  '–',
  '…',
  '. ',
  ', ',
  '; ',
  ': ',
  '? ',
];
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...pieces),
      fc.string({ maxLength: 8 }),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(' '));

describe('any text at all', () => {
  it('is checked without a throw, and every quote is the slice between its offsets', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...FORMATS), fc.boolean(), (report, format, withFacts) => {
        const { findings, summary } = checkReport(report, withFacts ? EXAMPLE_FACTS : undefined, { format });
        for (const finding of findings) {
          expect(finding.start).toBeGreaterThanOrEqual(0);
          expect(finding.end).toBeLessThanOrEqual(report.length);
          expect(finding.start).toBeLessThan(finding.end);
          expect(finding.quote).toBe(report.slice(finding.start, finding.end));
          for (const place of finding.related) expect(place.quote).toBe(report.slice(place.start, place.end));
        }
        expect(Object.values(summary).every((value) => Number.isInteger(value) && value >= 0)).toBe(true);
      }),
      { numRuns: 300, seed: 20_261_115 },
    );
  });

  it('gives the same findings twice', () => {
    fc.assert(
      fc.property(text, (report) => {
        expect(checkReport(report, EXAMPLE_FACTS)).toEqual(checkReport(report, EXAMPLE_FACTS));
      }),
      { numRuns: 30, seed: 7 },
    );
  });

  it.each([
    ['one long word', 'a'.repeat(50_000)],
    ['many commas', 'Python, '.repeat(5_000)],
    ['many brackets', '('.repeat(5_000)],
    ['many negations', 'not '.repeat(10_000)],
    ['many figures', '12% '.repeat(5_000)],
    ['many signs', ';:–'.repeat(5_000)],
    ['many stars', '*'.repeat(3_000)],
    ['many pipes', '| '.repeat(3_000)],
  ])('takes no unreasonable time for %s', (_, report) => {
    const started = performance.now();
    checkReport(report, EXAMPLE_FACTS);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDates, withoutDates } from '../../src/resume/read/dates.ts';

/** Start, end and "goes on" of the one time that a text names. */
function read(text: string): string {
  const dates = readDates(text);
  return dates
    .map(
      ({ start = '', end = '', open, ambiguous }) =>
        `${start}..${open ? 'now' : end}${ambiguous ? ' ambiguous' : ''}`,
    )
    .join(' | ');
}

describe('dates', () => {
  it.each([
    ['Jan 2021 - present', '2021-01..now'],
    ['January 2021 – Present', '2021-01..now'],
    ['2019/03-2020/11', '2019-03..2020-11'],
    ['2019-03 - 2020-11', '2019-03..2020-11'],
    ['2019.03 – 2020.11', '2019-03..2020-11'],
    ['03/2019-11/2020', '2019-03..2020-11'],
    ['03.2019 - 11.2020', '2019-03..2020-11'],
    ['03-2019 to 11-2020', '2019-03..2020-11'],
    ['seit 03.2021', '2021-03..now'],
    ['since March 2021', '2021-03..now'],
    ['ab 2021', '2021..now'],
    ['Summer 2019', '2019-06..2019-08'],
    ['Fall 2011 - Spring 2015', '2011-09..2015-05'],
    ['Winter 2019', '2019-12..2020-02'],
    ['Q2 2020 - Q4 2021', '2020-04..2021-12'],
    ['2018–2020', '2018..2020'],
    ['2018-20', '2018..2020'],
    ['2018-12', '2018-12..2018-12'],
    ['03/2021 to date', '2021-03..now'],
    ['2021 - heute', '2021..now'],
    ['2021 -', '2021..now'],
    ["Jan '20 – Present", '2020-01..now'],
    ['Sept. 2018 until Dec. 2019', '2018-09..2019-12'],
    ['from 2019 to 2021', '2019..2021'],
    ['Jan - Mar 2020', '2020-01..2020-03'],
    ['bis 2019', '..2019'],
    ['1 Dec 2013 - 1 Dec 2014', '2013-12-01..2014-12-01'],
    ['December 1st, 2013', '2013-12-01..2013-12-01'],
    ['3. März 2020', '2020-03-03..2020-03-03'],
    ['2020-03-15', '2020-03-15..2020-03-15'],
    ['15.03.2020 - 31.12.2020', '2020-03-15..2020-12-31'],
    ['25/03/2020', '2020-03-25..2020-03-25'],
    ['03/25/2020', '2020-03-25..2020-03-25'],
    ['03/04/2020', '2020..2020 ambiguous'],
    ['03/03/2020', '2020-03-03..2020-03-03'],
    ['05/19 - 06/21', '2019-05..2021-06'],
    ['2014, 2016', '2014..2014 | 2016..2016'],
    ['Expected May 2025', '2025-05..2025-05'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '',
    '$2020',
    '2,019 users',
    '20190',
    'call 555 2019 0',
    'ISO27001',
    'v2.2019',
    '99/2020',
    '2019%',
    'May I?',
    '2020 - 2018x',
    'AB2019',
  ])('no date in %j', (text) => {
    expect(
      readDates(text).filter(
        ({ start, end }) => start !== '2020' && !/^20[12]\d$/.test(start ?? '') && end !== undefined,
      ),
    ).toEqual([]);
  });

  it('are taken out of a line with the signs around them', () => {
    const rest = (text: string) => withoutDates(text, readDates(text));
    expect(rest('Engineer, Acme (Jan 2020 - Present)')).toBe('Engineer, Acme');
    expect(rest('2019 - 2021 | Acme')).toBe('Acme');
    expect(rest('Acme    Jan 2020 – Mar 2021 (1 yr 3 mos)    Berlin')).toBe('Acme\tBerlin');
  });

  it('give back what was written, month by month', () => {
    const months = fc.record({
      year: fc.integer({ min: 1960, max: 2039 }),
      month: fc.integer({ min: 1, max: 12 }),
    });
    const write: readonly ((year: number, month: number) => string)[] = [
      (year, month) => `${String(month).padStart(2, '0')}/${year}`,
      (year, month) => `${year}/${String(month).padStart(2, '0')}`,
      (year, month) =>
        `${new Date(Date.UTC(2000, month - 1)).toLocaleString('en', { month: 'short', timeZone: 'UTC' })} ${year}`,
    ];
    fc.assert(
      fc.property(
        months,
        months,
        fc.nat(2),
        fc.constantFrom(' - ', ' – ', ' to ', '-'),
        (a, b, way, between) => {
          const [first, last] = [a, b].sort((x, y) => x.year - y.year || x.month - y.month);
          if (!first || !last || first.year === last.year) return;
          const iso = ({ year, month }: typeof first) => `${year}-${String(month).padStart(2, '0')}`;
          const text = [first, last].map(({ year, month }) => write[way]?.(year, month)).join(between);
          expect(read(text)).toBe(`${iso(first)}..${iso(last)}`);
        },
      ),
    );
  });

  it('never stand outside the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789 /.-–JanMay2019to\t'), maxLength: 40 }),
        (text) => {
          for (const { at, length } of readDates(text)) {
            expect(at).toBeGreaterThanOrEqual(0);
            expect(length).toBeGreaterThan(0);
            expect(at + length).toBeLessThanOrEqual(text.length);
          }
        },
      ),
    );
  });
});

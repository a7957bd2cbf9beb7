import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENGLISH, findLanguage, LANGUAGES } from '../../src/language/index.ts';

const [de, es] = [findLanguage('de'), findLanguage('es')];
const nbsp = '\u00a0';

describe('values', () => {
  it.each([
    [de.number(1284.5), '1.284,5'],
    [de.share(0.125), `13${nbsp}%`],
    [de.share(0.004), `0,4${nbsp}%`],
    [de.money(151_000, 'USD'), `151.000${nbsp}$`],
    [de.money(9.5, 'EUR'), `9,50${nbsp}€`],
    [de.date('2026-11'), 'November 2026'],
    [de.date('2026-11-04'), '4. November 2026'],
    [de.date('2026'), '2026'],
    [de.months(14), '1 Jahr und 2 Monate'],
    [de.months(0), 'weniger als 1 Monat'],
    [de.measure(1, 'week'), '1 Woche'],
    [de.count(0), 'keine'],
    [de.count(1), 'eine'],
    [de.count(12), 'zwölf'],
    [de.count(1284), '1.284'],
    [de.list(['A', 'B', 'C']), 'A, B und C'],
    [de.cutList(['A', 'B', 'C', 'D', 'E'], 3), 'A, B, C und zwei weitere'],
    [de.part({ postings: 4, of: 5 }), 'vier der fünf'],
    [de.part({ postings: 2, of: 2 }), 'beide'],
    [de.spoken('Swedish', 'native speaker', 'native speaker'), 'Schwedisch (Muttersprache)'],
    [de.spoken('Klingon', 'B2', 'B2'), 'Klingon (B2)'],
    [de.span('10th to 90th percentile'), '10. bis 90. Perzentil'],
    [de.span('as agreed'), 'as agreed'],
    [es.number(1284.5), '1284,5'],
    [es.number(12_840), '12.840'],
    [es.share(0.62), `62${nbsp}%`],
    [es.date('2026-11'), 'noviembre de 2026'],
    [es.date('2026-11-04'), '4 de noviembre de 2026'],
    [es.months(14), 'un año y dos meses'],
    [es.count(1, 'resource'), 'un'],
    [es.count(1, 'phase'), 'una'],
    [es.list(['Docker', 'IAM']), 'Docker e IAM'],
    [es.list(['A', 'O'], 'or'), 'A u O'],
    [ENGLISH.spoken('Swedish', 'native speaker', 'native speaker'), 'Swedish (native speaker)'],
  ])('%s is %s', (text, expected) => expect(text).toBe(expected));

  it('in English are those of the platform', () => {
    const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
    const list = new Intl.ListFormat('en');
    const date = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    });
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.array(fc.constantFrom('A', 'B', 'C++'), { maxLength: 5 }),
        fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (tenths, items, day) => {
          // Halves of a tenth are rounded to even by neither; they do not occur in facts.
          expect(ENGLISH.number(tenths / 10)).toBe(number.format(tenths / 10));
          expect(ENGLISH.list(items)).toBe(list.format(items));
          expect(ENGLISH.date(day.toISOString().slice(0, 10))).toBe(date.format(day));
        },
      ),
    );
  });

  it.each(LANGUAGES.map(({ tag }) => tag))('in %s are read as they are written', (tag) => {
    const words = findLanguage(tag);
    fc.assert(
      fc.property(fc.nat({ max: 1e8 }), fc.integer({ min: 0, max: 9 }), (whole, tenth) => {
        const value = whole + tenth / 10;
        const text = `x ${words.number(value)}.`;
        expect([...text.matchAll(words.figures)].map(([found]) => words.readNumber(found))).toEqual([value]);
      }),
    );
  });
});

describe('a language', () => {
  it.each([
    ['de', 'German'],
    ['de-AT', 'German'],
    ['ES', 'Spanish'],
    ['en_GB', 'English'],
  ])('%s is %s', (tag, name) => expect(findLanguage(tag).name).toBe(name));

  it('that there is not is refused by name', () => {
    expect(() => findLanguage('tlh')).toThrow(
      'cannot write in the language asked for: found "tlh", expected one of en, de, es',
    );
  });
});

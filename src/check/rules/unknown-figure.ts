import type { Fact } from '../../../schemas/fact.ts';
import type { FactSheet } from '../../../schemas/fact-sheet.ts';
import type { Words } from '../../language/index.ts';
import { defineRule } from '../define-rule.ts';

export const unknownFigure = defineRule({
  id: 'unknown-figure',
  severity: 'error',
  category: 'number',
  languages: 'other',
  description: 'In a language that the checker does not read, a figure stands nowhere in the facts.',
  good: [
    { text: 'Die Nachfrage ist hoch, die Vergütung reicht von 100.000 $ bis 150.000 $ pro Jahr.' },
    { text: 'Der Plan umfasst 10 Wochen.' },
  ],
  bad: [
    { text: 'Die Vergütung beginnt bei 163.000 $ pro Jahr.', at: '163.000' },
    { text: 'Der Plan umfasst 187 Wochen.', at: '187' },
    { text: 'Der Plan umfasst 62 Wochen, und 62 % der Stellenanzeigen nennen AWS.', at: '62 Wochen' },
  ],
  check({ reading, sheet, words, report }) {
    if (!sheet) return;
    const known = figuresOf(sheet, words);
    const { mask, blocks, tables } = reading.document;
    const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    for (const { start, end } of [...blocks, ...cells]) {
      for (const { at, text, value, unit } of readFigures(mask.slice(start, end), words)) {
        if (unit === undefined ? known.numbers.has(value) : known.measured.has(`${value} ${unit}`)) continue;
        report({
          start: start + at,
          end: start + at + text.length,
          subject: text,
          actual: text,
          expected: 'a figure of the facts',
        });
      }
    }
  },
});

interface Known {
  numbers: ReadonlySet<number>;
  /** Numbers with their unit: `52 week`. */
  measured: ReadonlySet<string>;
}

const known = new WeakMap<FactSheet, Known>();

/** Every number of the sheet: its values, and what stands in its texts; with a unit, as the facts have it. */
function figuresOf(sheet: FactSheet, words: Words): Known {
  const found = known.get(sheet);
  if (found) return found;
  const [numbers, measured] = [new Set<number>(), new Set<string>()];
  const read = (text: string) => {
    for (const { value, unit } of readFigures(text, words)) {
      numbers.add(value);
      if (unit !== undefined) measured.add(`${value} ${unit}`);
    }
  };
  const walk = (value: unknown): void => {
    if (typeof value === 'number') numbers.add(value);
    else if (typeof value === 'string') {
      read(value);
      // Names and dates have numbers of their own: "Windows 11", "2026-10".
      for (const [digits] of value.matchAll(/\d+/gu)) numbers.add(Number(digits));
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(sheet);
  // The sheet may be in another language than the text: its values say the same in each.
  for (const fact of sheet.facts) for (const text of textsOf(fact, words)) read(text);
  for (const { currency, p10, p25, median, p75, p90 } of sheet.role.salaries ?? [])
    for (const amount of [p10, p25, median, p75, p90])
      if (amount !== null) read(words.money(amount, currency));
  const figures = { numbers, measured };
  known.set(sheet, figures);
  return figures;
}

/** How the value of a fact is written in the language. */
function textsOf({ unit, value, currency }: Fact, words: Words): string[] {
  if (unit === 'money' && currency !== undefined)
    return [value].flat().map((amount) => words.money(Number(amount), currency));
  if (typeof value !== 'number') return [];
  if (unit === 'weeks') return [words.measure(value, 'week')];
  if (unit === 'hours' || unit === 'hours-per-week') return [words.measure(value, 'hour')];
  if (unit === 'months') return [words.months(value)];
  if (unit === 'years') return [words.counted(value, 'year')];
  return unit === 'share' ? [words.share(value)] : [];
}

/** The figures of a text as the language writes them, each with the unit that follows it, if any. */
function readFigures(
  text: string,
  words: Words,
): { at: number; text: string; value: number; unit?: string }[] {
  return [...text.matchAll(words.figures)].flatMap(({ index: at, 0: figure }) => {
    const value = words.readNumber(figure);
    if (value === undefined) return [];
    const unit = words.readUnit(text.slice(at + figure.length));
    return [{ at, text: figure, value, ...(unit !== undefined && { unit }) }];
  });
}

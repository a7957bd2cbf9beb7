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
  ],
  check({ reading, sheet, words, report }) {
    if (!sheet) return;
    const known = numbersOf(sheet, words);
    const { mask, blocks, tables } = reading.document;
    const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    for (const { start, end } of [...blocks, ...cells]) {
      for (const { index, 0: actual } of mask.slice(start, end).matchAll(words.figures)) {
        const value = words.readNumber(actual);
        if (value === undefined || known.has(value)) continue;
        report({
          start: start + index,
          end: start + index + actual.length,
          subject: actual,
          actual,
          expected: 'a figure of the facts',
        });
      }
    }
  },
});

const numbers = new WeakMap<FactSheet, ReadonlySet<number>>();

/** Every number of the sheet: its values, and what stands in its texts. */
function numbersOf(sheet: FactSheet, words: Words): ReadonlySet<number> {
  const known = numbers.get(sheet);
  if (known) return known;
  const found = new Set<number>();
  const walk = (value: unknown): void => {
    if (typeof value === 'number') found.add(value);
    else if (typeof value === 'string') {
      for (const [text] of value.matchAll(words.figures)) found.add(words.readNumber(text) ?? Number.NaN);
      // Names and dates have numbers of their own: "Windows 11", "2026-10".
      for (const [digits] of value.matchAll(/\d+/gu)) found.add(Number(digits));
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(sheet);
  numbers.set(sheet, found);
  return found;
}

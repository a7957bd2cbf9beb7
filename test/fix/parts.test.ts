import { applyPatch, parsePatch } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyFixes, renderDiff } from '../../src/fix/index.ts';
import { toWords, WORD_VALUES } from '../../src/fix/number-words.ts';
import { readNumbers } from '../../src/fix/read-numbers.ts';
import { sentenceAround } from '../../src/fix/replace-words.ts';
import { writeNumber } from '../../src/fix/write-number.ts';

describe('numbers', () => {
  const cases: [string, number, number, string | undefined][] = [
    ['six weeks', 6, 7, 'seven'],
    ['Six weeks', 6, 12, 'Twelve'],
    ['twenty-four hours', 24, 31, 'thirty-one'],
    ['nine weeks', 9, 120, '120'],
    ['six years', 6, 2.5, undefined],
    ['6 years', 6, 2.5, '2.5'],
    ['1,284 postings', 1284, 990, '990'],
    ['984 postings', 984, 12_840, '12,840'],
    ['1800 postings', 1800, 12_400, '12400'],
    ['151.000 EUR', 151_000, 262_000, '262.000'],
    ['$90k', 90_000, 151_000, '151k'],
    ['$90K', 90_000, 151_500, '151.5K'],
    ['$90k', 90_000, 151_250, '151,250'],
    ['90 thousand', 90_000, 151_000, '151 thousand'],
    ['151-262k', 151_000, 100_000, '100'],
    ['12.5%', 12.5, 62, '62'],
    ['six-week plan', 6, 8, 'eight'],
  ];
  it.each(cases)('reads %s as %d and writes %d like it', (text, value, other, written) => {
    const [span] = readNumbers(text);
    expect(span?.value).toBe(value);
    expect(span && text.slice(span.start, span.end)).toBe(span?.raw);
    expect(span && writeNumber(other, span)).toBe(written);
  });

  it.each(['C++20x', 'Log4j', 'one hundred', 'v1.2.3'])('reads no number in %s', (text) => {
    expect(readNumbers(text).filter(({ style }) => style !== 'fraction')).toEqual([]);
  });

  it.each(['two thirds', 'nine in ten', 'a third', 'three out of five', 'half'])(
    'knows the fraction %s',
    (text) => {
      expect(readNumbers(`${text} of them`)).toMatchObject([{ style: 'fraction', raw: text }]);
    },
  );

  it('writes back what it reads', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000_000 }), (value) => {
        for (const text of [String(value), value.toLocaleString('en-US'), toWords(value)]) {
          if (text === undefined) continue;
          const [span] = readNumbers(text);
          expect(span?.value).toBe(value);
          expect(span && writeNumber(value, span)).toBe(text);
        }
      }),
    );
    expect(WORD_VALUES.size).toBe(100);
  });
});

describe('sentenceAround', () => {
  const cases: [string, string, string][] = [
    ['One. Two is here. Three.', 'is', 'Two is here.'],
    ['A **bold** start.', 'bold', 'A **bold** start.'],
    ['- One item\n- Two items\n- Three', 'Two', 'Two items'],
    ['# Head\n\nText goes\non here.\n\nMore.', 'goes', 'Text goes\non here.'],
    ['It costs $1.5k now. Next.', 'costs', 'It costs $1.5k now.'],
  ];
  it.each(cases)('%s', (text, word, expected) => {
    const at = text.indexOf(word);
    const { start, end } = sentenceAround(text, at, at + word.length);
    expect(text.slice(start, end)).toBe(expected);
  });
});

describe('applyFixes', () => {
  it('makes changes in any order', () => {
    expect(
      applyFixes('abc def', [
        { start: 4, end: 7, replacement: 'x' },
        { start: 0, end: 0, replacement: '>' },
        { start: 1, end: 3, replacement: '' },
      ]),
    ).toBe('>a x');
  });

  it.each([
    [
      'overlap',
      [
        { start: 0, end: 2, replacement: '' },
        { start: 1, end: 3, replacement: '' },
      ],
    ],
    ['lie outside', [{ start: 0, end: 9, replacement: '' }]],
  ])('refuses changes that %s', (_, fixes) => {
    expect(() => applyFixes('abc', fixes)).toThrow(
      /cannot apply fixes: found a change of \d to \d, expected/,
    );
  });
});

describe('renderDiff', () => {
  it('is a unified diff', () => {
    expect(renderDiff('a\nb\nc\n', 'a\nB\nc\n', 'dir/r.md')).toBe(
      '--- a/dir/r.md\n+++ b/dir/r.md\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n',
    );
  });

  it('is empty where nothing changed', () => {
    expect(renderDiff('a', 'a', 'r.md')).toBe('');
  });

  it('gives the new text when it is applied', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '\n', '\r\n', 'ä', '- ', '+', '@@ '), { maxLength: 30 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const diff = renderDiff(before, after, 'r.md');
        if (diff === '') return;
        const [patch] = parsePatch(diff);
        expect(patch && applyPatch(before, patch, { autoConvertLineEndings: false })).toBe(after);
      }),
    );
  });
});

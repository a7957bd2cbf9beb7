import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../src/findings/excerpt.ts';
import { LineIndex } from '../../src/findings/line-index.ts';

function excerpt(text: string, quote: string, options?: { width?: number; lines?: number }) {
  const start = text.indexOf(quote);
  return excerptOf(text, { start, end: start + quote.length }, new LineIndex(text), options);
}

/** The words above the marks, by columns. */
function marked({ shown, marks }: { shown: string; marks: string }): string {
  const from = marks.indexOf('^');
  const to = marks.length;
  let column = 0;
  let words = '';
  for (const { segment } of new Intl.Segmenter('en').segment(shown)) {
    if (column >= from && column < to) words += segment;
    column += stringWidth(segment);
  }
  return words;
}

const long = 'filler word '.repeat(30);

describe('the marks lie beneath the words', () => {
  const cases: [string, string, string][] = [
    ['plain', 'She lacks Python.', 'Python'],
    ['wide characters before', '漢字漢字 lacks Python.', 'Python'],
    ['wide characters within', 'She knows 日本語 well.', '日本語'],
    ['emoji with joiners', '👩‍👩‍👧 and 🇩🇪 lack Python.', 'Python'],
    ['combining marks', 'Cafe\u0301 owners lack Python.', 'Python'],
    ['tabs', '\t-\tShe\tlacks\tPython', 'Python'],
    ['an escape sequence', '\u001b[31mShe lacks Python\u001b[0m', 'Python'],
    ['a zero width space', 'She\u200b lacks Python.', 'Python'],
    ['the start of a long line', `Python ${long}`, 'Python'],
    ['the middle of a long line', `${long}Python ${long}`, 'Python'],
    ['the end of a long line', `${long}Python`, 'Python'],
    ['a long line of wide characters', `${'漢字'.repeat(80)}Python${'漢字'.repeat(80)}`, 'Python'],
    ['CRLF', 'One.\r\nShe lacks Python.\r\n', 'Python'],
  ];

  it.each(cases)('%s', (_, text, quote) => {
    const [line, ...rest] = excerpt(text, quote);
    expect(rest).toEqual([]);
    expect(line && marked(line)).toBe(quote);
    expect(stringWidth(line?.shown ?? '')).toBeLessThanOrEqual(100);
  });
});

describe('cutting', () => {
  it('shows a short line as it is', () => {
    expect(excerpt('  She lacks Python.', 'Python')).toEqual([
      { shown: 'She lacks Python.', marks: '          ^^^^^^' },
    ]);
  });

  it('cuts both sides around the place', () => {
    const [line] = excerpt(`${long}Python ${long}`, 'Python', { width: 40 });
    expect(line?.shown).toBe('...d filler word Python filler word f...');
    expect(line?.marks).toBe('                 ^^^^^^');
  });

  it('cuts a quote that is longer than the line', () => {
    const [line] = excerpt(`A ${long}B`, long, { width: 40 });
    expect(line?.shown.length).toBeLessThanOrEqual(40);
    expect(line?.marks).toMatch(/^ {2}\^{20,28}$/);
  });

  it('underlines each line of a quote over several', () => {
    expect(
      excerpt('Her strengths are Git,\r\n  Jest\n\nand React now.', 'Git,\r\n  Jest\n\nand React'),
    ).toEqual([
      { shown: 'Her strengths are Git,', marks: '                  ^^^^' },
      { shown: 'Jest', marks: '^^^^' },
      { shown: 'and React now.', marks: '^^^^^^^^^' },
    ]);
  });

  it('leaves out the middle of a quote over many lines', () => {
    const text = Array.from({ length: 9 }, (_, i) => `line ${i}`).join('\n');
    expect(excerpt(text, text, { lines: 3 }).map(({ shown }) => shown)).toEqual([
      'line 0',
      'line 1',
      '...',
      'line 8',
    ]);
  });

  it('stays within a text of half surrogates', () => {
    const text = 'a\ud800b';
    expect(excerptOf(text, { start: 1, end: 2 }, new LineIndex(text))).toEqual([
      { shown: 'ab', marks: ' ^' },
    ]);
  });
});

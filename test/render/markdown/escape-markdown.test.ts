import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/render/clean-text.ts';
import { escapeMarkdown } from '../../../src/render/markdown/escape-markdown.ts';
import { hostileText } from '../hostile-text.ts';

function read(markdown: string) {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** Gives what a reader of the markdown sees as text, and the kinds of nodes beside plain text. */
function readText(markdown: string): { text: string; kinds: string[] } {
  let text = '';
  const kinds = new Set<string>();
  visit(read(markdown), (node) => {
    kinds.add(node.type);
    if (node.type === 'text') text += node.value;
  });
  return { text, kinds: [...kinds].filter((kind) => !['root', 'text', 'paragraph'].includes(kind)) };
}

const PLAIN = [
  'C++',
  'C#, F#, C++, .NET, Node.js, CI/CD',
  'snake_case and kebab-case',
  '2 < 3 > 1',
  'AT&T, R&D & more',
  'a * b * c',
  'C:\\dir',
  'x|y',
  '[sic] and (so) {on}',
  '#1 thing',
  '-5 degrees',
  '1.5 years',
  '+++',
  '~5 years',
  '$151,000 to $262,000 (estimate)!',
  'see https://example.com/a_b_c?d=*e*, www.example.com or me@example.com',
];

const ESCAPED: [text: string, markdown: string][] = [
  ['_x_', '\\_x_'],
  ['*', '\\*'],
  ['**bold** and *not*', '\\*\\*bold** and \\*not*'],
  ['`code`', '\\`code`'],
  ['~~gone~~', '\\~~gone~~'],
  ['<script>', '\\<script>'],
  ['[a](b)', '\\[a](b)'],
  ['![a](b)', '!\\[a](b)'],
  ['[a]: b', '\\[a]: b'],
  ['[^1]: b', '\\[^1]: b'],
  ['# x', '\\# x'],
  ['1. x', '1\\. x'],
  ['12) x', '12\\) x'],
  ['- x', '\\- x'],
  ['+ x', '\\+ x'],
  ['> x', '\\> x'],
  ['---', '\\---'],
  ['```js', '\\```js'],
  ['&copy; &#35;', '\\&copy; \\&#35;'],
  ['a\\*b', 'a\\\\*b'],
];

describe('escapeMarkdown', () => {
  it.each(PLAIN)('leaves %j as it is', (text) => {
    expect(escapeMarkdown(text)).toBe(text);
  });

  it.each(ESCAPED)('escapes %j where it would be read as markup, and nowhere else', (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown);
    expect(readText(markdown)).toEqual({ text, kinds: [] });
  });

  it('leaves the bare address of an escaped link, which readers link by themselves', () => {
    expect(escapeMarkdown('<https://example.com>')).toBe('\\<https://example.com>');
    expect(readText('\\<https://example.com>').text).toBe('<https://example.com>');
  });

  it('gives text that comes back exactly, with no markup but bare addresses', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { text: back, kinds } = readText(escapeMarkdown(text));
        expect(back).toBe(text);
        expect(kinds.filter((kind) => kind !== 'link')).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives table cells that come back exactly', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (first, second) => {
        const cells = [first, second].map((text) => escapeMarkdown(text, { block: false, always: /\|/g }));
        const rows: string[][] = [];
        visit(read(`| a | b |\n| - | - |\n| ${cells.join(' | ')} |`), 'tableRow', (row) => {
          const texts: string[] = [];
          visit(row, 'tableCell', (cell) => {
            let text = '';
            visit(cell, 'text', (node) => {
              text += node.value;
            });
            texts.push(text);
          });
          rows.push(texts);
        });
        expect(rows).toEqual([
          ['a', 'b'],
          [first, second],
        ]);
      }),
      { numRuns: 1000 },
    );
  });

  it('escapes no character that could have stayed, in texts of one construct', () => {
    for (const [text, markdown] of ESCAPED) {
      for (const { index } of markdown.matchAll(/\\(?=[!-/:-@[-`{-~])/g)) {
        const without = markdown.slice(0, index) + markdown.slice(index + 1);
        const { text: back, kinds } = readText(without);
        expect({ without, plain: back === text && kinds.length === 0 }).toEqual({ without, plain: false });
      }
    }
  });

  it.each([
    ['openings', '_a_ '.repeat(5000)],
    ['nesting', `${'*'.repeat(3000)}a${'*'.repeat(3000)}`],
    ['brackets', '['.repeat(10_000)],
    ['quotes', '> '.repeat(300)],
  ])('is not slowed down by an attack with %s', (_, attack) => {
    const text = cleanText(attack);
    const start = performance.now();
    const markdown = escapeMarkdown(text);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(markdown.replace(/\\(?=[!-/:-@[-`{-~])/g, '')).toBe(text);
  });
});

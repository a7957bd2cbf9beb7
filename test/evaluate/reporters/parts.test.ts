import { diffArrays } from 'diff';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { collectPageData } from '../../../src/evaluate/reporters/html/collect-page-data.ts';
import { embedJson } from '../../../src/evaluate/reporters/html/embed-json.ts';
import { loadScript } from '../../../src/evaluate/reporters/html/load-script.ts';
import { cutText } from '../../../src/evaluate/reporters/html/page/cut-text.ts';
import { diffWords } from '../../../src/evaluate/reporters/html/page/diff-words.ts';
import { matchCases } from '../../../src/evaluate/reporters/html/page/match-case.ts';
import { alignSections, splitSections } from '../../../src/evaluate/reporters/html/page/split-sections.ts';
import { makeScale } from '../../../src/evaluate/reporters/html/svg/scale.ts';
import { findReporter } from '../../../src/evaluate/reporters/index.ts';
import { fitBlocks } from '../../../src/evaluate/reporters/markdown/fit-blocks.ts';
import { MOST_CHARACTERS } from '../../../src/evaluate/reporters/markdown/render-markdown.ts';
import { columnsOf } from '../../../src/evaluate/reporters/terminal/columns-of.ts';
import { renderTextTable } from '../../../src/evaluate/reporters/terminal/text-table.ts';
import { wrapText } from '../../../src/evaluate/reporters/terminal/wrap-text.ts';
import { describeHeadline } from '../../../src/evaluate/reporters/words/describe-run.ts';
import { trendsOf } from '../../../src/evaluate/reporters/words/trends.ts';
import { artifactOf, HOSTILE, madeUpRun, pastRuns, RUNS, SCORERS, TEXT_A } from './fixture.ts';

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'Git', 'é', '12'), { maxLength: 14 });

describe('diffWords', () => {
  it('marks as few words as the library does, and only words that differ', () => {
    fc.assert(
      fc.property(words, words, (x, y) => {
        const [a, b] = [x.join(' '), y.join('  ')];
        const { gone, added } = diffWords(a, b);
        const count = (text: string, ranges: { start: number; end: number }[]) =>
          ranges.flatMap(({ start, end }) => text.slice(start, end).split(/\s+/)).length;
        const parts = diffArrays(x, y);
        const sum = (kind: 'added' | 'removed') =>
          parts.filter((part) => part[kind]).reduce((total, { value }) => total + value.length, 0);
        expect(count(a, gone)).toBe(sum('removed'));
        expect(count(b, added)).toBe(sum('added'));
      }),
    );
  });

  it('joins words to one place, but not over lines, and takes punctuation apart', () => {
    const { gone, added } = diffWords('It is one two\nthree.', 'It is four.');
    expect(gone).toEqual([
      { start: 6, end: 13 },
      { start: 14, end: 19 },
    ]);
    expect(added).toEqual([{ start: 6, end: 10 }]);
  });

  it('marks all between what is common at the ends where a text is too long to compare', () => {
    const long = (word: string) => Array.from({ length: 3000 }, (_, at) => `${word}${at % 7}`).join(' ');
    const { gone } = diffWords(`x ${long('a')} y`, `x ${long('b')} y`);
    expect(gone).toEqual([{ start: 2, end: 2 + long('a').length }]);
  });
});

describe('cutText', () => {
  const range = fc
    .tuple(fc.nat(40), fc.nat(40))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

  it('gives pieces without a gap that know what covers them', () => {
    fc.assert(
      fc.property(
        range,
        fc.array(range, { maxLength: 4 }),
        fc.array(range, { maxLength: 4 }),
        (part, found, changed) => {
          const pieces = cutText(part, found, changed);
          expect(pieces.map(({ start }) => start)).toEqual(
            pieces.map((_, at) => (at === 0 ? part.start : pieces[at - 1]?.end)),
          );
          expect(pieces.at(-1)?.end ?? part.end).toBe(part.end);
          const covers = (one: { start: number; end: number }, at: number) => one.start <= at && at < one.end;
          for (const piece of pieces)
            for (let at = piece.start; at < piece.end; at += 1) {
              expect(piece.findings).toEqual(found.flatMap((one, index) => (covers(one, at) ? [index] : [])));
              expect(piece.changed).toBe(changed.some((one) => covers(one, at)));
            }
        },
      ),
    );
  });
});

describe('sections', () => {
  it('hold every character once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('# A', '## B', 'text', '', '### c', '##'), { maxLength: 8 }),
        (lines) => {
          const text = lines.join('\n');
          const sections = splitSections(text);
          expect(sections.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
        },
      ),
    );
  });

  it('stand beside the one of the same heading; others stand alone, in order', () => {
    const [left, right] = ['## A\n## B\n## D', '## B\n## C\n## D'].map(splitSections);
    expect(
      alignSections(left ?? [], right ?? []).map(
        (pair) => `${pair.left?.title ?? ''}|${pair.right?.title ?? ''}`,
      ),
    ).toEqual(['A|', 'B|B', '|C', 'D|D']);
  });
});

describe('what the page holds', () => {
  it('says of each cell its values, and why there is none', () => {
    const { data } = collectPageData(RUNS.failed?.() as never);
    const cell = data.cells.find((one) => one.case === 3 && one.variant === 0);
    expect(cell?.values[2]).toBeNull();
    expect(cell?.why).toEqual({ 2: 'unreadable reply' });
    expect(data.cells.find(({ failed }) => failed !== undefined)?.failed).toBe(
      'ModelError: timeout after 120 s',
    );
    expect(data.cases[0]?.flags).toContain('broken');
    expect(data.cases[3]?.flags).toContain('missing');
  });

  it('embeds one text once, and those with something wrong first where there is a limit', () => {
    const texts = (row: { case: string; variant: string }) =>
      artifactOf(`${row.case} ${row.variant} ${'x'.repeat(1000)}`);
    const input = madeUpRun({
      cases: 10,
      repeats: 1,
      variants: ['a'],
      scorers: SCORERS.slice(0, 1),
      value: () => 1,
      texts,
      row: ({ case: id }) => (id === 'welder-06' ? { broken: ['x'] } : {}),
    });
    const { data, texts: counts } = collectPageData(input, { mostText: 2500 });
    expect(counts).toEqual({ kept: 10, embedded: 2 });
    expect(data.texts[0]?.final.text).toContain('welder-06');
    const shared = collectPageData({
      ...input,
      rows: [...input.rows].map((row) => ({ ...row, artifact: 'same.json' })),
      artifact: () => ({ artifact: artifactOf(TEXT_A), facts: undefined }),
    });
    expect(shared.data.texts).toHaveLength(1);
    expect(shared.texts).toEqual({ kept: 10, embedded: 10 });
  });

  it('is found by id, family, tag, text and flag', () => {
    const { data } = collectPageData(RUNS.compared?.() as never);
    const find = (search: string, ...flags: never[]) =>
      matchCases(data, { search, flags: new Set(flags) }).length;
    expect(find('')).toBe(12);
    expect(find('WELDER')).toBe(2);
    expect(find('family-3')).toBe(1);
    expect(find('welder terraform')).toBe(2);
    expect(find('it')).toBe(12);
    expect(find('', 'broken' as never)).toBe(0);
  });

  it('comes back from its script element as it was', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constant(HOSTILE)), (text) => {
        const embedded = embedJson({ text });
        expect(embedded).not.toMatch(/[<>&\u2028\u2029]/);
        expect(JSON.parse(embedded)).toEqual({ text });
        expect(Buffer.from(embedded).toString('utf8')).toBe(embedded);
      }),
    );
  });
});

describe('the script of the page', () => {
  it('is one strict script without imports, whose names do not meet, and that ends no element', async () => {
    const script = await loadScript();
    expect(script).not.toMatch(/^\s*(?:import|export)\b/m);
    expect(script).not.toContain('</');
    expect(script).not.toMatch(
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|fetch|XMLHttpRequest|import\()/,
    );
    const names = [...script.matchAll(/^(?:async )?(?:function|const|let|class) (\w+)/gm)].map(
      (match) => match[1],
    );
    expect(names.length).toBeGreaterThan(25);
    expect(new Set(names).size).toBe(names.length);
    // Compiling it is enough to find a name that is declared twice; nothing is run.
    expect(() => new Function(script)).not.toThrow();
  });
});

describe('columnsOf', () => {
  it('is what the library says, with or without it', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('✓ é − … ·', 'ﬁ ¡ ÿ ‑ – “”', '漢字')),
        (text) => {
          const shown = text.replace(/\p{C}/gu, '');
          expect(columnsOf(shown)).toBe(stringWidth(shown));
        },
      ),
      { numRuns: 300 },
    );
    for (let code = 0x20; code < 0x2800; code += 1) {
      const letter = String.fromCodePoint(code);
      if (!/\p{C}/u.test(letter)) expect(columnsOf(letter), code.toString(16)).toBe(stringWidth(letter));
    }
  });
});

describe('text tables', () => {
  it('are never wider than the terminal, where their columns may be cut or left out', () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 30 })
      .map((text) => text.replace(/\s|\p{C}/gu, '_'));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 30, max: 120 }),
        (rows, width) => {
          const lines = renderTextTable(
            [
              { title: 'a', least: 8 },
              { title: 'b', align: 'right', drop: 1 },
              { title: 'c', least: 8 },
            ],
            rows.map((row) => row.map((text) => ({ text }))),
            { width },
          );
          for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  it('wrap at words, behind their indents', () => {
    expect(wrapText('one two three four', { width: 12, lead: '- ', indent: '  ' })).toEqual([
      '- one two',
      '  three four',
    ]);
    expect(wrapText('abcdefghijklmnop', { width: 10 })).toEqual(['abcdefghij', 'klmnop']);
  });
});

describe('terminal', () => {
  const { render } = findReporter('terminal');

  it.each([60, 80, 120, 200])('keeps to %i columns', async (width) => {
    for (const name of ['failed', 'two-runs', 'many-variants', 'aa'])
      for (const line of (await render(RUNS[name]?.() as never, { width })).split('\n'))
        expect(stringWidth(line), line).toBeLessThanOrEqual(width);
  });

  it('keeps the interval at 80 columns', async () => {
    expect(await render(RUNS.compared?.() as never, { width: 80 })).toContain('90 % interval');
  });

  it('has colours only where they are asked for, and the same words', async () => {
    const input = RUNS.failed?.() as never;
    const [plain, coloured] = [await render(input), await render(input, { color: true })];
    expect(plain).not.toContain('\u001b');
    expect(coloured).toContain('\u001b[31m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what this is about.
    expect(coloured.replace(/\u001b\[[0-9;]*m/g, '')).toBe(plain);
  });

  it('calls no hint a verdict', async () => {
    const text = await render(RUNS.compared?.() as never);
    expect(text).toMatch(/latency .*regression \(hint\)/);
    expect(text).not.toMatch(/latency .*✗/);
  });
});

describe('markdown', () => {
  it('leaves out from the end what does not fit, and says so', () => {
    expect(fitBlocks(['aaa', '', 'bbb'], 100, 'cut')).toBe('aaa\n\nbbb\n');
    expect(fitBlocks(['aaa', 'b'.repeat(50), 'ccc'], 30, 'cut')).toBe('aaa\n\nccc\n\ncut\n');
  });

  it('stays within the length of a comment with a thousand scorers', async () => {
    const scorers = Array.from({ length: 400 }, (_, at) => ({
      ...(SCORERS[0] as (typeof SCORERS)[number]),
      id: `scorer-${at}-${'long'.repeat(10)}`,
    }));
    const input = madeUpRun({
      cases: 6,
      repeats: 1,
      scorers,
      value: ({ variant }) => (variant === 'a' ? 1 : 0),
    });
    const text = await findReporter('markdown').render(input);
    expect(text.length).toBeLessThanOrEqual(MOST_CHARACTERS);
    expect(text).toContain('left out to stay within the length of a comment');
    expect(text).toContain('### ');
  });

  it('mentions nobody', async () => {
    const input = madeUpRun({ cases: 2, row: () => ({ broken: ['ask @somebody, @org/team'] }) });
    expect(await findReporter('markdown').render(input)).not.toMatch(/@\w/);
  });
});

describe('trend', () => {
  it('goes over whole runs with the same variant and model, this one last', () => {
    const { summary } = madeUpRun({ variants: ['a'] });
    const trends = trendsOf(summary, pastRuns(4));
    expect(trends.map(({ scorer }) => scorer.id)).toEqual(['clean', 'grounded', 'readability']);
    const grounded = trends[1];
    expect(grounded?.points).toHaveLength(4);
    expect(grounded?.points.map(({ mean }) => mean)).toEqual(
      [...(grounded?.points ?? [])].map(({ mean }) => mean).sort(),
    );
    expect(grounded?.change).toBe('+1 points');
    expect(trendsOf(madeUpRun({ variants: ['other'] }).summary, pastRuns(2))).toEqual([]);
    expect(trendsOf(summary, [])).toEqual([]);
  });
});

describe('scale', () => {
  it('holds its values and has round ticks', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 20 }), (values) => {
        const scale = makeScale(values);
        for (const value of values) {
          expect(scale.percent(value)).toBeGreaterThanOrEqual(0);
          expect(scale.percent(value)).toBeLessThanOrEqual(100);
        }
        expect(scale.ticks.length).toBeLessThanOrEqual(8);
      }),
    );
    expect(makeScale([0, 1]).ticks).toEqual([0, 0.5, 1]);
    expect(makeScale([1, 1], { least: 0, most: 1 })).toMatchObject({ low: 0.9, high: 1 });
  });
});

describe('the headline', () => {
  it.each([
    ['passed', 'passed', 'Gate passed'],
    ['failed', 'failed', /^Gate failed: \d+ reasons$/],
    ['compared', 'ungated', 'No gate asked for: 1 improvement'],
    ['one-cell', 'ungated', 'No gate asked for, nothing compared'],
  ] as const)('of %s', (name, state, expected) => {
    const headline = describeHeadline((RUNS[name] as (typeof RUNS)[string])().summary);
    expect(headline.state).toBe(state);
    expect(headline.words).toMatch(expected);
  });

  it('counts what is broken where nobody asked for a gate', () => {
    const { summary } = madeUpRun({ cases: 6, row: ({ repeat }) => (repeat === 0 ? { broken: ['x'] } : {}) });
    expect(describeHeadline(summary).words).toContain('12 cells with a broken invariant');
  });
});

import fc from 'fast-check';
import type { Link, Table as TableNode } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../schemas/index.ts';
import { cleanText } from '../../src/render/clean-text.ts';
import { type MarkdownText, renderReportMarkdown, renderSectionMarkdown } from '../../src/render/index.ts';
import { readWebHref } from '../../src/render/read-web-href.ts';
import {
  bareReport,
  hostileReport,
  manyGapsReport,
  modelReport,
  noGapsReport,
  offlineReport,
  sentence,
  VARIANTS,
} from './fixture.ts';
import { hostileText } from './hostile-text.ts';

function read(markdown: string) {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function textOf(node: Parameters<typeof visit>[0]): string {
  let text = '';
  visit(node, 'text', (inner) => {
    text += (inner as { value: string }).value;
  });
  return text;
}

/** Expects each place to hold exactly its sentence once the markdown is read. */
function expectPlaces({ text, sentences }: MarkdownText, report: Report, sections = report.sections): void {
  const wanted = sections.flatMap((section, number) =>
    section.blocks.flatMap((block, at) =>
      block.kind === 'paragraph'
        ? block.sentences.map((each, index) => ({ number, at, index, text: cleanText(each.text) }))
        : [],
    ),
  );
  expect(sentences).toHaveLength(wanted.length);
  for (const [index, place] of sentences.entries()) {
    const { number, at, index: own, text: plain } = wanted[index] ?? {};
    expect([place.section, place.block, place.sentence]).toEqual([number, at, own]);
    expect(textOf(read(text.slice(place.start, place.end)))).toBe(plain);
  }
}

describe('renderReportMarkdown', () => {
  it.each(VARIANTS)('tells where each sentence of $name stands', ({ report }) => {
    expectPlaces(renderReportMarkdown(report), report);
  });

  it.each(VARIANTS)(
    'makes of $name headings, paragraphs, tables, one rule and nothing else',
    ({ report }) => {
      const { children } = read(renderReportMarkdown(report).text);
      const kinds = new Set(children.map(({ type }) => type));
      for (const kind of kinds) expect(['heading', 'paragraph', 'table', 'thematicBreak']).toContain(kind);
      const headings = children.filter(({ type }) => type === 'heading').map(textOf);
      expect(headings).toEqual([
        cleanText(report.title),
        ...report.sections.map(({ title }, index) => cleanText(title) || `Section ${index + 1}`),
      ]);
      expect(children.filter(({ type }) => type === 'thematicBreak')).toHaveLength(1);
    },
  );

  it.each(VARIANTS)('keeps every cell and caption of the tables of $name', ({ report }) => {
    const { children } = read(renderReportMarkdown(report).text);
    const found = children.filter((node): node is TableNode => node.type === 'table');
    const tables = report.sections
      .flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'))
      .filter(({ rows }) => rows.length > 0);
    expect(found).toHaveLength(tables.length);
    for (const [index, { caption, rows }] of tables.entries()) {
      const node = found[index];
      const [, ...body] = node?.children ?? [];
      const cells = body.map((row) => row.children.map(textOf));
      for (const [at, row] of rows.entries()) {
        expect(cells[at]?.slice(0, row.length)).toEqual(row.map(({ text }) => text));
      }
      const [before] = children.slice(children.indexOf(node as TableNode) - 1);
      expect(before).toMatchObject({ type: 'paragraph' });
      if (!caption.includes('*')) expect(before).toMatchObject({ children: [{ type: 'strong' }] });
      expect(before && textOf(before)).toBe(caption);
    }
  });

  it('brings titles, captions and cells back exactly', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (title, caption, cell) => {
        const columns = [
          { title: cell, align: 'left' as const },
          { title: 'x', align: 'left' as const },
        ];
        const rows = [[{ text: cell }, { text: cell, href: 'https://example.com/' }]];
        const table = { kind: 'table' as const, id: 't', caption, columns, rows };
        const tree = read(renderSectionMarkdown({ id: 'x', title, blocks: [table] }).text);
        expect(tree.children.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'table']);
        const [heading, paragraph, node] = tree.children;
        expect(heading && textOf(heading)).toBe(title);
        if (!caption.includes('*')) expect(paragraph).toMatchObject({ children: [{ type: 'strong' }] });
        expect(paragraph && textOf(paragraph)).toBe(caption);
        const cells: string[] = [];
        const linked: string[] = [];
        visit(node as TableNode, 'tableCell', (each) => {
          cells.push(textOf(each));
          visit(each, 'link', ({ url }) => {
            if (url === 'https://example.com/') linked.push(textOf(each));
          });
        });
        expect(cells).toEqual([cell, 'x', cell, cell]);
        expect(linked).toEqual([cell]);
      }),
      { numRuns: 500 },
    );
  });

  it('links http(s) addresses alone, and to where they lead', () => {
    const links: Link[] = [];
    visit(read(renderReportMarkdown(hostileReport).text), 'link', (link) => {
      links.push(link);
    });
    expect(links.map(({ url }) => url)).toEqual([
      // A bare address in a sentence, which readers link by themselves.
      'https://evil.example',
      readWebHref('https://example.com/a_(b)|c?x="1"&copy;=2&y=<z>'),
    ]);
  });

  it('ends with one line on how it was made', () => {
    const last = (report: Report) => renderReportMarkdown(report).text.trimEnd().split('\n').at(-1);
    expect(last(offlineReport)).toBe(
      'Report date: 2026-10-05. Written by the offline writer, without a model: 16 sentences. Checked against 23 facts: no errors, no warnings.',
    );
    expect(last(modelReport)).toBe(
      'Report date: 2026-10-05. Written by openai:gpt-5-mini: 16 sentences, of which 3 repaired after the check and 3 replaced by the offline writer. Checked against 23 facts: no errors, no warnings.',
    );
    const clean = structuredClone(modelReport);
    clean.writer.sentences = { model: 16, repaired: 0, offline: 0 };
    clean.check.summary.warnings = 1;
    expect(last(clean)).toBe(
      'Report date: 2026-10-05. Written by openai:gpt-5-mini: 16 sentences, none of which had to be repaired. Checked against 23 facts: no errors, 1 warning.',
    );
  });

  it.each([
    [
      'offline',
      { model: 0, repaired: 0, offline: 14, edited: 2 },
      'Written by the offline writer, without a model: 16 sentences, of which 2 edited by hand.',
    ],
    [
      'offline',
      { model: 0, repaired: 0, offline: 14, removed: 1 },
      'Written by the offline writer, without a model: 14 sentences. 1 sentence taken out by hand.',
    ],
    [
      'openai:m',
      { model: 15, repaired: 0, offline: 0, edited: 1 },
      'Written by openai:m: 16 sentences, of which 1 edited by hand.',
    ],
    [
      'openai:m',
      { model: 9, repaired: 2, offline: 1, edited: 1, removed: 3 },
      'Written by openai:m: 13 sentences, of which 2 repaired after the check, 1 replaced by the offline writer, and 1 edited by hand. 3 sentences taken out by hand.',
    ],
  ])('tells what a person changed in a report by %s: %o', (model, sentences, expected) => {
    const report = structuredClone(offlineReport);
    report.writer = { ...report.writer, model, sentences };
    expect(renderReportMarkdown(report).text).toContain(expected);
  });

  it('leaves that line out where told', () => {
    expect(renderReportMarkdown(bareReport, { provenance: false }).text).toBe(
      '# Skill gap report for Senior AI Engineer\n',
    );
  });

  it('evens the columns of narrow tables and leaves wide ones as they fall', () => {
    const { text } = renderReportMarkdown(offlineReport);
    expect(text).toContain('\n| Python           | core      | met     |');
    expect(text).toContain('\n| Resource | Provider | For | Cost | Hours |\n| - | - | - | - | -: |\n');
  });

  it('renders forty gaps as forty rows and none as none', () => {
    const rows = (report: Report) => renderReportMarkdown(report).text.match(/^\| Skill number /gm) ?? [];
    expect(rows(manyGapsReport)).toHaveLength(40);
    expect(rows(noGapsReport)).toHaveLength(0);
  });
});

describe('renderSectionMarkdown', () => {
  const [first] = offlineReport.sections;

  it('gives a section alone, with places that start at its own text', () => {
    for (const section of hostileReport.sections) {
      expectPlaces(renderSectionMarkdown(section), hostileReport, [section]);
    }
  });

  it('gives what stands in the whole report, under the number it is told', () => {
    const whole = renderReportMarkdown(hostileReport);
    for (const [index, section] of hostileReport.sections.entries()) {
      const { text, sentences } = renderSectionMarkdown(section, { index });
      const shift = whole.text.indexOf(text);
      expect(shift).toBeGreaterThan(0);
      expect(whole.sentences.filter((place) => place.section === index)).toEqual(
        sentences.map((place) => ({ ...place, start: place.start + shift, end: place.end + shift })),
      );
    }
  });

  it('escapes what only pairs up across sentences', () => {
    const sentences = [sentence('Five * two.'), sentence('Six*.')];
    const section = { id: 'x', title: 'X', blocks: [{ kind: 'paragraph' as const, sentences }] };
    expect(renderSectionMarkdown(section).text).toBe('## X\n\nFive * two. Six*.');
    const paired = [sentence('*Five.'), sentence('Six*.')];
    const { text, sentences: places } = renderSectionMarkdown({
      ...section,
      blocks: [{ kind: 'paragraph', sentences: paired }],
    });
    expect(text).toBe('## X\n\n\\*Five. Six*.');
    expect(places.map(({ start, end }) => text.slice(start, end))).toEqual(['\\*Five.', 'Six*.']);
  });

  it('starts with the heading', () => {
    expect(first && renderSectionMarkdown(first).text.split('\n')[0]).toBe('## Executive Summary');
  });
});

import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { FactSheet } from '../../../schemas/index.ts';
import { computeFacts } from '../../../src/facts/index.ts';
import { readCase } from '../../../src/input/index.ts';
import { CHARTS } from '../../../src/render/charts/index.ts';
import { roadmapTimeline } from '../../../src/render/charts/roadmap-timeline.ts';
import { NARROW, WIDE, widthOf } from '../../../src/render/charts/svg.ts';
import type { Figure } from '../../../src/render/document/report-document.ts';
import { PALETTE } from '../../../src/render/palette.ts';
import { VARIANTS } from '../fixture.ts';

const WIDTHS = [WIDE, NARROW];
const CASES = fileURLToPath(new URL('../../../evals/cases', import.meta.url));

/** The facts of every case that ships. */
async function readSheets(): Promise<[string, FactSheet][]> {
  const sheets: [string, FactSheet][] = [];
  for (const name of readdirSync(CASES)) {
    const folder = join(CASES, name);
    const files = new Map(
      readdirSync(folder).map((file) => [basename(file).split('.')[0], join(folder, file)]),
    );
    const [resume, role] = [files.get('resume'), files.get('role')];
    if (!resume || !role) continue;
    const [plan, resources] = [files.get('plan'), files.get('resources')];
    const { case: read } = await readCase({
      resume,
      role,
      date: '2026-11-24',
      ...(plan && { plan }),
      ...(resources && { resources }),
    });
    sheets.push([name, computeFacts(read)]);
  }
  return sheets;
}

const sheets: readonly [string, FactSheet][] = [
  ...(await readSheets()),
  ...VARIANTS.map(({ name, report }): [string, FactSheet] => [name, report.facts]),
];

interface Placed {
  text: string;
  x: number;
  y: number;
  anchor: string;
}

/** Parses the picture strictly and gives its texts with their places, and what is drawn in colour. */
function parseSvg(svg: string): { texts: Placed[]; viewBox: number[] } {
  const texts: Placed[] = [];
  let viewBox: number[] = [];
  let open: Placed | undefined;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'svg') viewBox = String(attributes.viewBox).split(' ').map(Number);
    if (name === 'text')
      open = {
        text: '',
        x: Number(attributes.x),
        y: Number(attributes.y),
        anchor: String(attributes['text-anchor'] ?? 'start'),
      };
  });
  parser.on('text', (text) => {
    if (open) open.text += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'text' && open) {
      texts.push(open);
      open = undefined;
    }
  });
  parser.write(svg).close();
  return { texts, viewBox };
}

const numbersIn = (text: string) => text.match(/\d+(?:[.,]\d+)*/g) ?? [];

const said = ({ title, table }: Figure) =>
  [title, ...table.rows.flatMap((row) => row.map(({ text }) => text))].join(' | ');

describe.each(CHARTS.map((chart) => [chart.id, chart] as const))('chart %s', (_, chart) => {
  const figures = sheets.flatMap(([name, facts]): [string, Figure, FactSheet][] => {
    return WIDTHS.flatMap((width) =>
      chart
        .draw(facts, PALETTE, width)
        .map((figure): [string, Figure, FactSheet] => [`${name}, ${figure.id}, ${width} px`, figure, facts]),
    );
  });

  it('is drawn for some cases', () => {
    expect(figures.length).toBeGreaterThan(3);
  });

  it.each(figures)('%s: is XML whose texts stand inside of the picture', (_name, { svg, width, height }) => {
    const { texts, viewBox } = parseSvg(svg);
    expect(viewBox).toEqual([0, 0, width, Math.round(height * 100) / 100]);
    const outside = texts.filter(({ text, x, y, anchor }) => {
      const size = widthOf(text);
      const from = anchor === 'end' ? x - size : anchor === 'middle' ? x - size / 2 : x;
      return from < -1 || from + size > width + 1 || y < 8 || y > height;
    });
    expect(outside).toEqual([]);
  });

  it.each(figures)('%s: fits a page and a phone at the size it is drawn', (_name, { svg, width, height }) => {
    if (width === WIDE) expect(height).toBeLessThanOrEqual(860);
    const sizes = [...svg.matchAll(/ font-size="(\d+)"/g)].map(([, size]) => Number(size));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  });

  it.each(figures)('%s: shows no number that its table does not hold', (_name, figure) => {
    const known = new Set(numbersIn(said(figure)));
    const { texts } = parseSvg(figure.svg);
    // Ticks of an axis are no facts.
    const shown = texts.filter(({ text }) => !/^\d+$/.test(text)).flatMap(({ text }) => numbersIn(text));
    // A number of a name that was cut is a part of the whole one.
    const cut = new Set(
      texts.filter(({ text }) => text.endsWith('…')).flatMap(({ text }) => numbersIn(text)),
    );
    expect(shown.filter((number) => !known.has(number) && !cut.has(number))).toEqual([]);
    expect(numbersIn(figure.alt).filter((number) => !known.has(number))).toEqual([]);
  });

  it.each(figures)('%s: says nothing of what nobody knows', (_name, figure) => {
    expect(`${figure.svg} ${figure.alt} ${said(figure)}`).not.toMatch(/\b(?:NaN|undefined|null|Infinity)\b/);
  });

  it.each(figures)('%s: is the same for the same facts', (_name, figure, facts) => {
    expect(chart.draw(facts, PALETTE, figure.width)).toContainEqual(figure);
  });
});

describe('a roadmap of many phases', () => {
  const [, facts] = sheets.find(([, { roadmap }]) => roadmap.phases.length > 3) as [string, FactSheet];
  const [phase] = facts.roadmap.phases;
  const withPhases = (count: number): FactSheet => ({
    ...facts,
    roadmap: {
      ...facts.roadmap,
      phases: Array.from({ length: count }, (_, at) => ({
        ...(phase as NonNullable<typeof phase>),
        index: at + 1,
        title: `Part ${at + 1}`,
        startWeek: at * 2 + 1,
        endWeek: at * 2 + 2,
        weeks: 2,
      })),
      totalWeeks: count * 2,
    },
  });
  const drawn = (count: number) =>
    WIDTHS.map((width) => roadmapTimeline.draw(withPhases(count), PALETTE, width));

  it.each([
    [0, []],
    [1, [1]],
    [20, [20]],
    [21, [11, 10]],
    [45, [15, 15, 15]],
  ])('of %d is drawn in parts of %j', (count, sizes) => {
    for (const figures of drawn(count)) {
      expect(figures.map(({ table }) => table.rows.length)).toEqual(sizes);
      expect(figures.flatMap(({ table }) => table.rows.map(([first]) => first?.text))).toEqual(
        Array.from({ length: count }, (_, at) => `Phase ${at + 1}: Part ${at + 1}`),
      );
      expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
      expect(new Set(figures.map(({ title }) => title)).size).toBe(figures.length);
    }
  });
});

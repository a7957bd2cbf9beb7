import { scaleLinear } from 'd3-scale';
import type { Phase } from '../../../schemas/fact-sheet.ts';
import { type Words, wordsOf } from '../../language/index.ts';
import type { Figure } from '../document/report-document.ts';
import { type ChartPalette, defineChart } from './chart.ts';
import { drawing, element, isNarrow, shorten, textAt, WIDE, widthOf } from './svg.ts';

const HEAD = 24;
/** Height of a row, in px, with a phase on one line and on two. */
const ROW = { beside: 34, above: 50 };
/** More phases than this do not fit a page at a size that can be read; then there are several pictures. */
const MOST = 20;

/** The phases of the roadmap one after the other, each with its weeks and hours. */
export const roadmapTimeline = defineChart({
  id: 'roadmap-timeline',
  place: /\broadmap\b/,
  draw({ language, roadmap }, palette, width = WIDE) {
    const words = wordsOf({ language });
    const { phases, totalWeeks, totalHours, origin } = roadmap;
    const title = words.say('chart.roadmap', {
      weeks: totalWeeks,
      hours: words.measure(totalHours, 'hour'),
      origin,
    });
    const parts = split(phases);
    return parts.map((part, at) =>
      drawPart(part, {
        id: at === 0 ? this.id : `${this.id}-${at + 1}`,
        title:
          parts.length === 1
            ? title
            : `${title}, ${words.say('chart.phases', { from: part[0]?.index ?? 0, to: part.at(-1)?.index ?? 0, total: phases.length })}`,
        palette,
        width,
        words,
      }),
    );
  },
});

/** Gives the phases in as few parts as have room, each about as long as the others. */
function split(phases: readonly Phase[]): Phase[][] {
  const count = Math.ceil(phases.length / MOST);
  const size = Math.ceil(phases.length / count);
  return Array.from({ length: count }, (_, at) => phases.slice(at * size, (at + 1) * size));
}

/** Draws phases over the weeks that they take. */
function drawPart(
  phases: readonly Phase[],
  {
    id,
    title,
    palette,
    width,
    words,
  }: { id: string; title: string; palette: ChartPalette; width: number; words: Words },
): Figure {
  const above = isNarrow(width);
  const row = above ? ROW.above : ROW.beside;
  const [first, last] = [(phases[0]?.startWeek ?? 1) - 1, phases.at(-1)?.endWeek ?? 1];
  const x = scaleLinear([first, last], [0, width]);
  const height = HEAD + phases.length * row + 2;
  const ticks = x.ticks(above ? 5 : 8).filter((week) => Number.isInteger(week) && week > first);
  const grid = ticks.flatMap((week) => {
    const close = x(week) > width - 20;
    return [
      element('line', {
        x1: x(week),
        x2: x(week),
        y1: HEAD - 6,
        y2: height,
        stroke: palette.line,
        class: 'grid',
      }),
      textAt(close ? width : x(week), 12, String(week), palette, {
        anchor: close ? 'end' : 'middle',
        soft: true,
      }),
    ];
  });
  const rows = phases.map((phase) => ({
    phase: words.say('chart.phase', {
      digits: phase.index,
      title: phase.title,
      titled: phase.title === '' ? 'no' : 'yes',
    }),
    weeks:
      phase.weeks === 1
        ? words.say('chart.week', { week: phase.startWeek })
        : words.say('chart.weeks', { from: phase.startWeek, to: phase.endWeek }),
    hours: words.measure(phase.hours, 'hour'),
    skills: phase.skills.map(({ name }) => name).join(', '),
  }));
  const shapes = phases.flatMap(({ startWeek, endWeek }, at) => {
    const top = HEAD + at * row;
    const { phase = '', weeks = '', hours = '' } = rows[at] ?? {};
    const size = `${weeks} · ${hours}`;
    // Of a long line the title is cut, not the figures.
    const lines = above ? [phase, size] : [`${shorten(phase, width - widthOf(` · ${size}`))} · ${size}`];
    const from = x(startWeek - 1);
    // What would stick out at the right ends there.
    const out = from + Math.max(...lines.map(widthOf)) > width;
    return [
      ...lines.map((text, line) =>
        textAt(out ? width : from, top + 12 + line * 16, text, palette, {
          anchor: out ? 'end' : 'start',
          room: width,
          soft: line > 0,
        }),
      ),
      element('rect', {
        x: from,
        y: top + row - 17,
        width: Math.max(2, x(endWeek) - from),
        height: 10,
        rx: 2,
        fill: palette.accent,
        class: 'bar core',
      }),
    ];
  });
  return {
    kind: 'figure',
    id,
    title,
    svg: drawing(width, height, [...grid, ...shapes]),
    width,
    height,
    alt: `${title}: ${rows.map((one) => `${one.phase}, ${one.weeks}, ${one.hours}`).join('; ')}.`,
    table: {
      kind: 'table',
      id,
      caption: title,
      columns: (['table.phase', 'table.weeks', 'table.hours', 'table.phase-skills'] as const).map(
        (column) => ({
          title: words.say(column),
          align: 'left' as const,
        }),
      ),
      rows: rows.map((one) =>
        [one.phase, words.capitalize(one.weeks), one.hours, one.skills].map((text) => ({ text })),
      ),
    },
  };
}

import { scaleLinear } from 'd3-scale';
import { formatMeasure } from '../../facts/format.ts';
import { WORDS } from '../document/words.ts';
import { defineChart } from './chart.ts';
import { drawing, element, textAt, WIDTH, widthOf } from './svg.ts';

const HEAD = 24;
const ROW = 34;

/** The phases of the roadmap one after the other, each with its weeks and hours. */
export const roadmapTimeline = defineChart({
  id: 'roadmap-timeline',
  section: /\broadmap\b/,
  draw({ roadmap }, palette) {
    const { phases, totalWeeks, totalHours, origin } = roadmap;
    if (phases.length === 0) return undefined;
    const x = scaleLinear([0, totalWeeks], [0, WIDTH]);
    const height = HEAD + phases.length * ROW + 2;
    const ticks = x.ticks(8).filter((week) => Number.isInteger(week) && week > 0);
    const grid = ticks.flatMap((week) => {
      const close = x(week) > WIDTH - 20;
      return [
        element('line', {
          x1: x(week),
          x2: x(week),
          y1: HEAD - 6,
          y2: height,
          stroke: palette.line,
          class: 'grid',
        }),
        textAt(close ? WIDTH : x(week), 12, String(week), palette, {
          anchor: close ? 'end' : 'middle',
          soft: true,
        }),
      ];
    });
    const rows = phases.map((phase) => ({
      phase: WORDS.timeline.phase(phase.index, phase.title),
      weeks:
        phase.weeks === 1
          ? WORDS.timeline.week(phase.startWeek)
          : WORDS.timeline.weeks(phase.startWeek, phase.endWeek),
      hours: formatMeasure(phase.hours, 'hour'),
      skills: phase.skills.map(({ name }) => name).join(', '),
    }));
    const shapes = phases.flatMap(({ startWeek, endWeek }, at) => {
      const top = HEAD + at * ROW;
      const { phase = '', weeks = '', hours = '' } = rows[at] ?? {};
      const text = `${phase} · ${weeks.toLowerCase()} · ${hours}`;
      const from = x(startWeek - 1);
      // What would stick out at the right ends there.
      const out = from + widthOf(text) > WIDTH;
      return [
        textAt(out ? WIDTH : from, top + 12, text, palette, { anchor: out ? 'end' : 'start' }),
        element('rect', {
          x: from,
          y: top + 17,
          width: Math.max(2, x(endWeek) - from),
          height: 10,
          rx: 2,
          fill: palette.accent,
          class: 'bar core',
        }),
      ];
    });
    const title = WORDS.timeline.title(totalWeeks, formatMeasure(totalHours, 'hour'), origin === 'computed');
    return {
      kind: 'figure',
      id: this.id,
      title,
      svg: drawing(height, [...grid, ...shapes]),
      width: WIDTH,
      height,
      alt: `${title}: ${rows.map((row) => `${row.phase}, ${row.weeks.toLowerCase()}, ${row.hours}`).join('; ')}.`,
      table: {
        kind: 'table',
        id: this.id,
        caption: title,
        columns: WORDS.timeline.columns.map((column) => ({ title: column, align: 'left' as const })),
        rows: rows.map((row) => [row.phase, row.weeks, row.hours, row.skills].map((text) => ({ text }))),
      },
    };
  },
});

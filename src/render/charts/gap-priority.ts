import { formatMeasure, formatNumber } from '../../facts/format.ts';
import { WORDS } from '../document/words.ts';
import { drawBars } from './bars.ts';
import { defineChart } from './chart.ts';
import { WIDE } from './svg.ts';

const MOST = 12;

/** What weighs most: the gaps by their priority, as far as they differ in it. */
export const gapPriority = defineChart({
  id: 'gap-priority',
  place: /gap/,
  draw({ skills }, palette, width = WIDE) {
    const gaps = skills.filter(({ rank }) => rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
    const shown = gaps.slice(0, MOST);
    const most = Math.max(...shown.map(({ priority }) => priority));
    // Bars of one length would show an order that is none.
    if (shown.length < 2 || shown.every(({ priority }) => priority === shown[0]?.priority)) return [];
    const hoursOf = (hours: number | null) => (hours === null ? WORDS.noHours : formatMeasure(hours, 'hour'));
    const title = gaps.length > MOST ? WORDS.priority.pressing(MOST, gaps.length) : WORDS.priority.title;
    const rows = shown.map(({ name, tier, priority, hours, status }) => ({
      name,
      tier: WORDS.tiers[tier],
      status: WORDS.status[status],
      priority: formatNumber(Math.round(priority * 10) / 10),
      hours: hoursOf(hours),
    }));
    const { svg, height } = drawBars(
      shown.map(({ name, priority, status }, at) => ({
        label: name,
        value: priority,
        text: `${rows[at]?.priority} · ${rows[at]?.tier}`,
        colour: palette[status],
        kind: status,
      })),
      most,
      palette,
      width,
    );
    return [
      {
        kind: 'figure',
        id: this.id,
        title,
        svg,
        width,
        height,
        alt: `${WORDS.priority.alt} ${rows.map((row) => `${row.name} ${row.priority} (${row.tier}, ${row.status})`).join('; ')}.`,
        table: {
          kind: 'table',
          id: this.id,
          caption: title,
          columns: WORDS.priority.columns.map((column, at) => ({
            title: column,
            align: at < 3 ? ('left' as const) : ('right' as const),
          })),
          rows: rows.map((row) =>
            [row.name, row.tier, row.status, row.priority, row.hours].map((text) => ({ text })),
          ),
        },
      },
    ];
  },
});

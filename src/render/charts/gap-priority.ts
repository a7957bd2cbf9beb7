import { wordsOf } from '../../language/index.ts';
import { drawBars } from './bars.ts';
import { defineChart } from './chart.ts';
import { WIDE } from './svg.ts';

const MOST = 12;

/** What weighs most: the gaps by their priority, as far as they differ in it. */
export const gapPriority = defineChart({
  id: 'gap-priority',
  place: /gap/,
  draw({ language, skills }, palette, width = WIDE) {
    const words = wordsOf({ language });
    const gaps = skills.filter(({ rank }) => rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
    const shown = gaps.slice(0, MOST);
    const most = Math.max(...shown.map(({ priority }) => priority));
    // Bars of one length would show an order that is none.
    if (shown.length < 2 || shown.every(({ priority }) => priority === shown[0]?.priority)) return [];
    const hoursOf = (hours: number | null) =>
      hours === null ? words.say('chart.no-hours') : words.measure(hours, 'hour');
    const title = words.say('chart.priority', {
      part: gaps.length > MOST ? 'pressing' : 'all',
      shown: MOST,
      gaps: gaps.length,
    });
    const rows = shown.map(({ name, tier, priority, hours, status }) => ({
      name,
      tier: words.say('fact.tier', { tier }),
      status: words.say('table.status-word', { status }),
      priority: words.number(Math.round(priority * 10) / 10),
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
        alt: `${words.say('chart.priority-alt')} ${rows.map((row) => `${row.name} ${row.priority} (${row.tier}, ${row.status})`).join('; ')}.`,
        table: {
          kind: 'table',
          id: this.id,
          caption: title,
          columns: (
            ['chart.gap', 'table.tier', 'table.status', 'table.priority', 'chart.study'] as const
          ).map((column, at) => ({
            title: words.say(column),
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

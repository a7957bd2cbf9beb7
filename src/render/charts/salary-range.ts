import { scaleLinear } from 'd3-scale';
import { formatDate, formatMoney, formatNumber } from '../../facts/format.ts';
import { WORDS } from '../document/words.ts';
import { defineChart } from './chart.ts';
import { drawing, element, textAt, WIDE, widthOf } from './svg.ts';

const HEIGHT = 74;
const MIDDLE = 40;

/** What the role pays: percentiles where they are known, else the two ends that were given. */
export const salaryRange = defineChart({
  id: 'salary-range',
  place: /market/,
  draw({ role }, palette, width = WIDE) {
    // One percentile alone is no range; then the ends that the role gives say more.
    const pay = role.salaries?.find(
      ({ p10, p25, median, p75, p90 }) =>
        [p10, p25, median, p75, p90].filter((value) => value !== null).length > 1,
    );
    const given = pay
      ? [pay.p10, pay.p25, pay.median, pay.p75, pay.p90].map((value, at) => ({
          value,
          label: WORDS.pay.percentiles[at] ?? '',
          isMedian: at === 2,
        }))
      : role.salary
        ? [
            { value: role.salary.min, label: WORDS.pay.from, isMedian: false },
            { value: role.salary.max, label: WORDS.pay.to, isMedian: false },
          ]
        : [];
    const points = given.flatMap(({ value, ...rest }) => (value === null ? [] : [{ value, ...rest }]));
    const [first, last] = [points[0], points.at(-1)];
    const { currency, period } = pay ?? role.salary ?? {};
    if (!first || !last || !currency || !period || first.value >= last.value) return [];
    const money = (value: number) => formatMoney(value, currency);
    const details = [
      ...(pay ? [] : [role.salary?.span]),
      ...((pay ? pay.n : role.salary?.n) ? [`n = ${formatNumber((pay ? pay.n : role.salary?.n) ?? 0)}`] : []),
      ...[pay ? pay.date : (role.salary?.date ?? role.asOf ?? undefined)].flatMap((date) =>
        date === undefined ? [] : [formatDate(date)],
      ),
    ].filter((text): text is string => text !== undefined);
    const title = `${WORDS.pay.title(WORDS.periods[period])}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
    const edge = Math.max(widthOf(money(first.value)), widthOf(money(last.value))) / 2 + 4;
    const x = scaleLinear([first.value, last.value], [edge, width - edge]);
    // Values side by side need room for their words: the ends have it first, then the median, then the rest.
    const rank = (at: number) => (at === 0 || at === points.length - 1 ? 0 : points[at]?.isMedian ? 1 : 2);
    const order = points.map((_, at) => at).sort((a, b) => rank(a) - rank(b) || a - b);
    const taken: [number, number][] = [];
    const texts = order.flatMap((at) => {
      const point = points[at];
      if (!point) return [];
      const { value, label, isMedian } = point;
      const half = Math.max(widthOf(money(value)), widthOf(label)) / 2 + 4;
      const [from, to] = [x(value) - half, x(value) + half];
      if (taken.some(([a, b]) => from < b && to > a)) return [];
      taken.push([from, to]);
      const anchor = from < 0 ? 'start' : to > width ? 'end' : 'middle';
      const place = anchor === 'start' ? 0 : anchor === 'end' ? width : x(value);
      return [
        textAt(place, 16, label, palette, { anchor, soft: true }),
        textAt(place, 68, money(value), palette, { anchor, bold: isMedian }),
      ];
    });
    const box = pay && pay.p25 !== null && pay.p75 !== null ? ([pay.p25, pay.p75] as const) : undefined;
    const shapes = [
      element('line', {
        x1: x(first.value),
        x2: x(last.value),
        y1: MIDDLE,
        y2: MIDDLE,
        stroke: palette.accent,
        'stroke-width': 3,
        class: 'core',
      }),
      ...(box
        ? [
            element('rect', {
              x: x(box[0]),
              y: MIDDLE - 9,
              width: Math.max(1, x(box[1]) - x(box[0])),
              height: 18,
              fill: palette.accent,
              class: 'bar core',
            }),
          ]
        : []),
      ...points.map(({ value, isMedian }) =>
        element('line', {
          x1: x(value),
          x2: x(value),
          y1: MIDDLE - 9,
          y2: MIDDLE + 9,
          stroke: palette.ink,
          'stroke-width': isMedian ? 3 : 1.5,
          class: 'mark',
        }),
      ),
    ];
    return [
      {
        kind: 'figure',
        id: this.id,
        title,
        svg: drawing(width, HEIGHT, [...shapes, ...texts]),
        width,
        height: HEIGHT,
        alt: `${title}: ${points.map(({ value, label }) => `${label} ${money(value)}`).join('; ')}.`,
        table: {
          kind: 'table',
          id: this.id,
          caption: title,
          columns: [
            { title: WORDS.pay.columns[0], align: 'left' },
            { title: WORDS.pay.columns[1], align: 'right' },
          ],
          rows: points.map(({ value, label }) => [{ text: label }, { text: money(value) }]),
        },
      },
    ];
  },
});

import { scaleLinear } from 'd3-scale';
import { wordsOf } from '../../language/index.ts';
import { defineChart } from './chart.ts';
import { drawing, element, textAt, WIDE, widthOf } from './svg.ts';

const HEIGHT = 74;
const PERCENTILES = [10, 25, 50, 75, 90] as const;
const MIDDLE = 40;

/** What the role pays: percentiles where they are known, else the two ends that were given. */
export const salaryRange = defineChart({
  id: 'salary-range',
  place: /market/,
  draw({ language, role }, palette, width = WIDE) {
    const words = wordsOf({ language });
    // One percentile alone is no range; then the ends that the role gives say more.
    const pay = role.salaries?.find(
      ({ p10, p25, median, p75, p90 }) =>
        [p10, p25, median, p75, p90].filter((value) => value !== null).length > 1,
    );
    const given = pay
      ? [pay.p10, pay.p25, pay.median, pay.p75, pay.p90].map((value, at) => ({
          value,
          label: words.say('chart.percentile', { p: PERCENTILES[at] ?? 0 }),
          isMedian: at === 2,
        }))
      : role.salary
        ? [
            { value: role.salary.min, label: words.say('chart.from'), isMedian: false },
            { value: role.salary.max, label: words.say('chart.to'), isMedian: false },
          ]
        : [];
    const points = given.flatMap(({ value, ...rest }) => (value === null ? [] : [{ value, ...rest }]));
    const [first, last] = [points[0], points.at(-1)];
    const { currency, period } = pay ?? role.salary ?? {};
    if (!first || !last || !currency || !period || first.value >= last.value) return [];
    const money = (value: number) => words.money(value, currency);
    const details = [
      ...(pay ? [] : [role.salary?.span === undefined ? undefined : words.span(role.salary.span)]),
      ...((pay ? pay.n : role.salary?.n) ? [`n = ${words.number((pay ? pay.n : role.salary?.n) ?? 0)}`] : []),
      ...[pay ? pay.date : (role.salary?.date ?? role.asOf ?? undefined)].flatMap((date) =>
        date === undefined ? [] : [words.date(date)],
      ),
    ].filter((text): text is string => text !== undefined);
    const title = `${words.say('chart.pay', { period })}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
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
            { title: words.say('chart.place'), align: 'left' },
            { title: words.say('chart.pay-column'), align: 'right' },
          ],
          rows: points.map(({ value, label }) => [{ text: label }, { text: money(value) }]),
        },
      },
    ];
  },
});

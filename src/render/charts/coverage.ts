import { scaleLinear } from 'd3-scale';
import type { Coverage } from '../../../schemas/fact-sheet.ts';
import { STATUSES, type Status, TIERS } from '../../../schemas/scale.ts';
import { type Words, wordsOf } from '../../language/index.ts';
import { type ChartPalette, defineChart } from './chart.ts';
import { drawHatch } from './hatch.ts';
import { statusShape } from './status-shape.ts';
import { drawing, element, isNarrow, labelRoom, textAt, WIDE, widthOf } from './svg.ts';

/** Height of a row, in px, with its name beside the bar and above it. */
const ROW = { beside: 50, above: 68 };
const BAR = 16;
/** Room of a sign before its word, in px. */
const SIGN = 19;

/** How much of what is asked for is met, partly held and missing, tier by tier and in all. */
export const coverage = defineChart({
  id: 'coverage',
  place: 'glance',
  draw({ language, coverage: known }, palette, width = WIDE) {
    const words = wordsOf({ language });
    const tiers = TIERS.map((tier) => ({ name: words.say('fact.tier', { tier }), part: known[tier] }));
    const asked = tiers.filter(({ part }) => part.asked > 0);
    if (asked.length === 0) return [];
    const shown = asked.length === 1 ? asked : [...asked, { name: words.say('chart.all'), part: known.all }];
    const above = isNarrow(width);
    const row = above ? ROW.above : ROW.beside;
    const [room, right] = above ? [0, 0] : [labelRoom(shown.map(({ name }) => name)), 52];
    const height = shown.length * row;
    const rows = shown.flatMap(({ name, part }, at) => {
      const top = at * row + (above ? 22 : 4);
      const share = words.share(part.value ?? 0);
      return [
        ...(above
          ? [
              textAt(0, top - 7, name, palette, { bold: true }),
              textAt(width, top - 7, share, palette, { bold: true, anchor: 'end' }),
            ]
          : [
              textAt(0, top + 12, name, palette, { bold: true }),
              textAt(width, top + 12, share, palette, { bold: true, anchor: 'end' }),
            ]),
        ...drawBar(part, room, width - right, top, palette),
        ...drawCounts(part, [room, width], top + BAR + 13, palette, words),
      ];
    });
    return [
      {
        kind: 'figure',
        id: this.id,
        title: words.say('chart.coverage'),
        svg: drawing(width, height, rows),
        width,
        height,
        alt: `${words.say('chart.coverage-alt')} ${shown.map(({ name, part }) => describe(name, part, words)).join('; ')}.`,
        table: {
          kind: 'table',
          id: this.id,
          caption: words.say('chart.coverage'),
          columns: [
            words.say('table.tier'),
            words.say('table.asked'),
            ...STATUSES.map((status) => words.say('making.status', { status })),
            words.say('chart.coverage-column'),
          ].map((title, at) => ({ title, align: at === 0 ? 'left' : 'right' })),
          rows: shown.map(({ name, part }) =>
            [
              name,
              ...[part.asked, ...STATUSES.map((status) => part[status])].map((count) => words.number(count)),
              words.share(part.value ?? 0),
            ].map((text) => ({ text })),
          ),
        },
      },
    ];
  },
});

/** Met is full, partly held hatched, missing empty: each to be told from the others without its colour. */
function drawBar(part: Coverage, from: number, to: number, top: number, palette: ChartPalette): string[] {
  const x = scaleLinear([0, part.asked], [from, to]);
  const [met, partial] = [x(part.met), x(part.met + part.partial)];
  return [
    element('rect', {
      x: from + 0.5,
      y: top + 0.5,
      width: to - from - 1,
      height: BAR - 1,
      fill: 'none',
      stroke: palette.missing,
      class: 'outline',
    }),
    ...(part.met === 0
      ? []
      : [
          element('rect', {
            x: from,
            y: top,
            width: met - from,
            height: BAR,
            fill: palette.met,
            class: 'bar met',
          }),
        ]),
    ...(part.partial === 0 ? [] : [drawHatch(met, top, partial - met, BAR, palette.partial)]),
  ];
}

/** The counts in columns, of one width as far as there is room. */
function drawCounts(
  part: Coverage,
  [from, to]: readonly [number, number],
  middle: number,
  palette: ChartPalette,
  words: Words,
): string[] {
  const texts = STATUSES.map((status) => countWords(part, status, words));
  const sizes = texts.map((text) => SIGN + widthOf(text));
  const column = Math.min(Math.max(...sizes) + 14, (to - from - (sizes.at(-1) ?? 0)) / (sizes.length - 1));
  return STATUSES.flatMap((status, at) => [
    statusShape(status, from + at * column + 7, middle, palette),
    textAt(from + at * column + SIGN, middle + 4, texts[at] ?? '', palette, { soft: true }),
  ]);
}

function countWords(part: Coverage, status: Status, words: Words): string {
  return words.say('chart.count', { digits: words.number(part[status]), status, n: part[status] });
}

function describe(name: string, part: Coverage, words: Words): string {
  const counts = STATUSES.map((status) => countWords(part, status, words));
  const of = words.say('chart.coverage-of', {
    share: words.share(part.value ?? 0),
    digits: words.number(part.asked),
    n: part.asked,
  });
  return `${name}: ${of}, ${counts.join(', ')}`;
}

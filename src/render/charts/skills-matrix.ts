import { scaleLinear } from 'd3-scale';
import type { AskedSkill } from '../../../schemas/fact-sheet.ts';
import { LEVELS } from '../../../schemas/scale.ts';
import { formatMeasure } from '../../facts/format.ts';
import { WORDS } from '../document/words.ts';
import { defineChart } from './chart.ts';
import { drawHatch } from './hatch.ts';
import { statusShape } from './status-shape.ts';
import { drawing, element, isNarrow, labelRoom, textAt, WIDE } from './svg.ts';

/** More rows than this cannot be read at a glance; then the gaps are shown, the most pressing first. */
const MOST = 24;
/** Height of a row, in px, with the name beside the bar and above it. */
const ROW = { beside: 24, above: 42 };
/** Height of a bar, in px. */
const BAR = 14;
const HEAD = 34;

/** Held against asked, skill by skill: a bar to the level held, a line at the level asked for, and the status. */
export const skillsMatrix = defineChart({
  id: 'skills-matrix',
  place: /gap/,
  draw({ skills }, palette, width = WIDE) {
    if (skills.length === 0) return [];
    const gaps = skills.filter(({ rank }) => rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
    const few = skills.length <= MOST;
    const shown = few ? skills : gaps.length === 0 ? skills.slice(0, MOST) : gaps.slice(0, MOST);
    // What is left must hold the longest name of a level four times.
    const right = 122;
    const above = isNarrow(width);
    const row = above ? ROW.above : ROW.beside;
    const room = labelRoom(
      shown.map(({ name }) => name),
      170,
    );
    const x = scaleLinear([0, LEVELS.length], above ? [0, width - 2] : [room, width - right]);
    const height = HEAD + shown.length * row + 4;
    const head = LEVELS.map((level, at) =>
      textAt(x(at + 1), 14, WORDS.levels[level], palette, {
        anchor: above ? 'end' : 'middle',
        soft: true,
        room: x(1) - x(0),
      }),
    );
    // Where names stand above the bars, a line through all rows would strike them out.
    const spans = above
      ? shown.map((_, at) => [HEAD + at * row + 19, HEAD + at * row + 25 + BAR])
      : [[HEAD - 10, height - 4]];
    const lines = LEVELS.flatMap((_, at) =>
      spans.map(([y1, y2]) =>
        element('line', {
          x1: x(at + 1),
          x2: x(at + 1),
          y1,
          y2,
          stroke: palette.line,
          class: 'grid',
        }),
      ),
    );
    const rows = shown.flatMap((skill, at) => {
      const top = HEAD + at * row + (above ? 22 : 5);
      const middle = top + BAR / 2;
      const status = above ? top - 10 : middle;
      const held = skill.levelHeld === null ? 0 : LEVELS.indexOf(skill.levelHeld) + 1;
      const asked = skill.levelAsked === null ? 0 : LEVELS.indexOf(skill.levelAsked) + 1;
      return [
        above
          ? textAt(0, top - 6, skill.name, palette, { room: width - right })
          : textAt(0, middle + 4, skill.name, palette, { room: room - 8 }),
        ...(held > 0
          ? [
              skill.status === 'partial'
                ? drawHatch(x(0), top, x(held) - x(0), BAR, palette.partial)
                : element('rect', {
                    x: x(0),
                    y: top,
                    width: x(held) - x(0),
                    height: BAR,
                    fill: palette[skill.status],
                    class: `bar ${skill.status}`,
                  }),
            ]
          : []),
        ...(asked > 0
          ? [
              element('line', {
                x1: x(asked),
                x2: x(asked),
                y1: top - 3,
                y2: top + BAR + 3,
                stroke: palette.ink,
                'stroke-width': 3,
                class: 'mark',
              }),
            ]
          : []),
        statusShape(skill.status, width - right + 26, status, palette),
        textAt(width - right + 38, status + 4, WORDS.status[skill.status], palette, { room: right - 38 }),
      ];
    });
    return [
      {
        kind: 'figure',
        id: this.id,
        title: few
          ? WORDS.matrix.title
          : gaps.length > MOST
            ? WORDS.matrix.pressing(MOST, gaps.length, skills.length)
            : gaps.length > 0
              ? WORDS.matrix.gapsOnly(gaps.length, skills.length)
              : WORDS.matrix.first(MOST, skills.length),
        svg: drawing(width, height, [...lines, ...head, ...rows]),
        width,
        height,
        alt: `${WORDS.matrix.alt} ${shown.map(describe).join('; ')}.`,
        table: {
          kind: 'table',
          id: this.id,
          caption: WORDS.matrix.title,
          columns: WORDS.matrix.columns.map((title) => ({ title, align: 'left' as const })),
          rows: shown.map((skill) => [
            { text: skill.name },
            { text: WORDS.tiers[skill.tier] },
            { text: heldWords(skill) },
            { text: skill.levelAsked === null ? WORDS.notSaid : WORDS.levels[skill.levelAsked] },
            { text: statusWords(skill) },
          ]),
        },
      },
    ];
  },
});

function heldWords({ held, levelHeld }: AskedSkill): string {
  if (!held) return WORDS.notHeld;
  return levelHeld === null ? WORDS.unknownLevel : WORDS.levels[levelHeld];
}

function statusWords({ status, steps }: AskedSkill): string {
  return status === 'partial'
    ? `${WORDS.status.partial}, ${formatMeasure(steps, 'step')}`
    : WORDS.status[status];
}

function describe(skill: AskedSkill): string {
  const parts = [
    ...(skill.held ? [`${WORDS.held} ${heldWords(skill)}`] : []),
    ...(skill.levelAsked === null ? [] : [`${WORDS.asked} ${WORDS.levels[skill.levelAsked]}`]),
  ];
  return `${skill.name}: ${statusWords(skill)}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`;
}

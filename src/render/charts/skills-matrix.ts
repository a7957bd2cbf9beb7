import { scaleLinear } from 'd3-scale';
import type { AskedSkill } from '../../../schemas/fact-sheet.ts';
import { LEVELS, type Level } from '../../../schemas/scale.ts';
import { type Words, wordsOf } from '../../language/index.ts';
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
  draw({ language, skills }, palette, width = WIDE) {
    const words = wordsOf({ language });
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
      textAt(x(at + 1), 14, words.say('chart.level', { level }), palette, {
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
        textAt(
          width - right + 38,
          status + 4,
          words.say('table.status-word', { status: skill.status }),
          palette,
          { room: right - 38 },
        ),
      ];
    });
    return [
      {
        kind: 'figure',
        id: this.id,
        title: words.say('chart.matrix', {
          part: few ? 'all' : gaps.length > MOST ? 'pressing' : gaps.length > 0 ? 'gaps' : 'first',
          shown: MOST,
          gaps: gaps.length,
          total: skills.length,
        }),
        svg: drawing(width, height, [...lines, ...head, ...rows]),
        width,
        height,
        alt: `${words.say('chart.matrix-alt')} ${shown.map((skill) => describe(skill, words)).join('; ')}.`,
        table: {
          kind: 'table',
          id: this.id,
          caption: words.say('chart.matrix', {
            part: 'all',
            shown: MOST,
            gaps: gaps.length,
            total: skills.length,
          }),
          columns: (['table.skill', 'table.tier', 'table.held', 'table.asked', 'table.status'] as const).map(
            (column) => ({
              title: words.say(column),
              align: 'left' as const,
            }),
          ),
          rows: shown.map((skill) => [
            { text: skill.name },
            { text: words.say('fact.tier', { tier: skill.tier }) },
            { text: heldWords(skill, words) },
            {
              text:
                skill.levelAsked === null ? words.say('chart.not-said') : levelWords(skill.levelAsked, words),
            },
            { text: statusWords(skill, words) },
          ]),
        },
      },
    ];
  },
});

function levelWords(level: Level, words: Words): string {
  return words.capitalize(words.say('fact.level', { level }));
}

function heldWords({ held, levelHeld }: AskedSkill, words: Words): string {
  if (!held) return words.say('chart.not-held');
  return levelHeld === null ? words.say('chart.level-unknown') : levelWords(levelHeld, words);
}

function statusWords({ status, steps }: AskedSkill, words: Words): string {
  const word = words.say('table.status-word', { status });
  return status === 'partial' ? `${word}, ${words.measure(steps, 'step')}` : word;
}

function describe(skill: AskedSkill, words: Words): string {
  const parts = [
    ...(skill.held ? [words.say('chart.held', { level: heldWords(skill, words) })] : []),
    ...(skill.levelAsked === null
      ? []
      : [words.say('chart.asked', { level: levelWords(skill.levelAsked, words) })]),
  ];
  return `${skill.name}: ${statusWords(skill, words)}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`;
}

import { scaleLinear } from 'd3-scale';
import type { ChartPalette } from './chart.ts';
import { drawHatch } from './hatch.ts';
import { drawing, element, isNarrow, labelRoom, textAt } from './svg.ts';

/** A bar with what stands before and behind it. */
export interface Bar {
  readonly label: string;
  /** 0 to `most`. */
  readonly value: number;
  readonly text: string;
  readonly colour: string;
  /** Class of the shape, for a page's own colours. */
  readonly kind: string;
  /** Ends of a whisker, in the measure of `value`. */
  readonly interval?: readonly [number, number];
}

/** Height of a row, in px, with the label beside the bar and above it. */
const ROW = { beside: 24, above: 40 };
/** Height of a bar, in px. */
const BAR = 16;

/** Gives horizontal bars on one scale that begins at 0, each with its value in words at its end. `width` in px. */
export function drawBars(
  bars: readonly Bar[],
  most: number,
  palette: ChartPalette,
  width: number,
): { svg: string; height: number } {
  const above = isNarrow(width);
  const row = above ? ROW.above : ROW.beside;
  const room = above ? 1 : labelRoom(bars.map(({ label }) => label));
  const right = labelRoom(
    bars.map(({ text }) => text),
    above ? 150 : 190,
  );
  const height = bars.length * row + 8;
  const x = scaleLinear([0, most], [room, width - right]);
  const rows = bars.flatMap(({ label, value, text, colour, kind, interval }, at) => {
    const top = at * row + (above ? 22 : 8);
    const middle = top + BAR / 2;
    const end = Math.max(x(value), interval ? x(Math.min(most, interval[1])) : 0);
    return [
      above
        ? textAt(0, top - 6, label, palette, { room: width })
        : textAt(0, middle + 4, label, palette, { room: room - 8 }),
      // What is partly held is hatched here as it is where coverage is shown.
      kind === 'partial'
        ? drawHatch(x(0), top, Math.max(2, x(value) - x(0)), BAR, colour)
        : element('rect', {
            x: x(0),
            y: top,
            width: Math.max(1, x(value) - x(0)),
            height: BAR,
            fill: colour,
            class: `bar ${kind}`,
          }),
      ...(interval
        ? [
            element('path', {
              d: `M${x(interval[0]).toFixed(1)} ${middle}H${x(interval[1]).toFixed(1)}M${x(interval[0]).toFixed(1)} ${middle - 4}v8M${x(interval[1]).toFixed(1)} ${middle - 4}v8`,
              stroke: palette.ink,
              'stroke-width': 1.2,
              fill: 'none',
              class: 'mark',
            }),
          ]
        : []),
      textAt(end + 8, middle + 4, text, palette, { room: width - end - 8 }),
    ];
  });
  // A line through labels would strike them out.
  const axis = element('line', {
    x1: x(0),
    x2: x(0),
    y1: 0,
    y2: height,
    stroke: palette.soft,
    class: 'axis',
  });
  return { svg: drawing(width, height, above ? rows : [...rows, axis]), height };
}

import { scaleBand, scaleLinear } from 'd3-scale';
import type { ChartPalette } from './chart.ts';
import { drawing, element, labelRoom, textAt, WIDTH } from './svg.ts';

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

const ROW = 24;

/** Gives horizontal bars on one scale that begins at 0, each with its value in words at its end. */
export function drawBars(
  bars: readonly Bar[],
  most: number,
  palette: ChartPalette,
): { svg: string; height: number } {
  const room = labelRoom(bars.map(({ label }) => label));
  const right = labelRoom(
    bars.map(({ text }) => text),
    190,
  );
  const height = bars.length * ROW + 8;
  const x = scaleLinear([0, most], [room, WIDTH - right]);
  const y = scaleBand<number>()
    .domain(bars.map((_, at) => at))
    .range([0, bars.length * ROW])
    .padding(0.3);
  const rows = bars.flatMap(({ label, value, text, colour, kind, interval }, at) => {
    const top = (y(at) ?? 0) + 4;
    const middle = top + y.bandwidth() / 2;
    const end = Math.max(x(value), interval ? x(Math.min(most, interval[1])) : 0);
    return [
      textAt(0, middle + 4, label, palette, { room: room - 8 }),
      element('rect', {
        x: x(0),
        y: top,
        width: Math.max(1, x(value) - x(0)),
        height: y.bandwidth(),
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
      textAt(end + 8, middle + 4, text, palette, { room: WIDTH - end - 8 }),
    ];
  });
  const axis = element('line', {
    x1: x(0),
    x2: x(0),
    y1: 0,
    y2: height,
    stroke: palette.soft,
    class: 'axis',
  });
  return { svg: drawing(height, [...rows, axis]), height };
}

import { arc } from 'd3-shape';
import type { Status } from '../../../schemas/scale.ts';
import type { ChartPalette } from './chart.ts';
import { element } from './svg.ts';

const R = 6;

/** The shape of a status, the same as in tables: full, half or empty, so that colour alone says nothing. */
export function statusShape(status: Status, x: number, y: number, palette: ChartPalette): string {
  const colour = palette[status];
  const slice = (share: number) =>
    arc()({ innerRadius: 0, outerRadius: R, startAngle: -Math.PI * 2 * share, endAngle: 0 }) ?? '';
  const filled = status === 'met' ? 1 : 0.5;
  return element(
    'g',
    { transform: `translate(${x} ${y})`, class: status },
    [
      element('circle', { r: R, fill: 'none', stroke: colour, 'stroke-width': 1.5, class: 'ring' }),
      ...(status === 'missing' ? [] : [element('path', { d: slice(filled), fill: colour, class: 'fill' })]),
    ].join(''),
  );
}

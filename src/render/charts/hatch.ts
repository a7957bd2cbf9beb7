import { element } from './svg.ts';

/** Distance of two strokes, in px. */
const STEP = 6;

/**
 * Gives a rectangle filled with slanting strokes, cut at its edges by reckoning: a pattern would need an id, which
 * could stand twice in a page.
 */
export function drawHatch(x: number, y: number, width: number, height: number, colour: string): string {
  const strokes: string[] = [];
  for (let offset = STEP / 2; offset < width + height; offset += STEP) {
    // Of a stroke, what lies to the right and what lies above add up to the same.
    const from = Math.max(0, offset - height);
    const to = Math.min(width, offset);
    const at = (along: number) => `${round(x + along)} ${round(y + offset - along)}`;
    strokes.push(`M${at(from)}L${at(to)}`);
  }
  return element(
    'g',
    { class: 'hatch', fill: 'none', stroke: colour },
    [
      element('path', { d: strokes.join(''), 'stroke-width': 2.2 }),
      element('rect', {
        x: x + 0.75,
        y: y + 0.75,
        width: Math.max(0, width - 1.5),
        height: height - 1.5,
        'stroke-width': 1.5,
      }),
    ].join(''),
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

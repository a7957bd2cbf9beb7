import { type Html, html } from '../../../../render/html/html.ts';
import { round } from './render-dots.ts';

const WIDTH = 180;
const HEIGHT = 36;
const PAD = 5;

/** Means over time, oldest first, the last one marked. A run without a value leaves a gap. */
export function renderSparkline(values: readonly (number | null)[], label: string): Html {
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known);
  const span = Math.max(...known) - low;
  const x = (at: number) => round(PAD + (at / Math.max(1, values.length - 1)) * (WIDTH - 2 * PAD));
  const y = (value: number) =>
    round(HEIGHT - PAD - (span > 0 ? (value - low) / span : 0.5) * (HEIGHT - 2 * PAD));
  const points = values.map((value, at) => (value === null ? null : { x: x(at), y: y(value) }));
  const path = points
    .map((point, at) => point && `${at > 0 && points[at - 1] ? 'L' : 'M'}${point.x} ${point.y}`)
    .filter((part) => part !== null)
    .join('');
  const last = points.at(-1);
  return html`<svg class="spark" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}"><path d="${path}"/>${points.map((point) => point !== null && html`<circle class="past" cx="${point.x}" cy="${point.y}" r="2"/>`)}${!!last && html`<circle class="last" cx="${last.x}" cy="${last.y}" r="4"/>`}</svg>`;
}

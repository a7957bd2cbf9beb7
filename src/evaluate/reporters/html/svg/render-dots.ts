import { type Html, html } from '../../../../render/html/html.ts';
import type { Scale } from './scale.ts';

export interface Dot {
  value: number;
  /** Index of the case. */
  case: number;
  label: string;
  className?: string;
}

/** More dots than this are drawn as bars: single cases could not be told apart, and the page would grow with them. */
export const MOST_DOTS = 160;
const BINS = 60;

/** Where dots lie: those of nearly the same value are stacked away from the line. */
export function stackDots(
  dots: readonly Dot[],
  scale: Scale,
  { room, radius }: { room: number; radius: number },
): (Dot & { lift: number })[] {
  // A dot is about one per cent of a drawing's usual width.
  const bins = new Map<number, Dot[]>();
  for (const dot of [...dots].sort((a, b) => a.value - b.value)) {
    const bin = Math.round(scale.percent(dot.value) / 1.1);
    bins.set(bin, [...(bins.get(bin) ?? []), dot]);
  }
  const tallest = Math.max(1, ...[...bins.values()].map((own) => own.length));
  const step = Math.min(radius * 1.7, room / tallest);
  return [...bins.values()].flatMap((own) => own.map((dot, at) => ({ ...dot, lift: at * step })));
}

/** A row of dots on a line at `y`, stacked away from it within `room` pixels; or bars, where they are many. */
export function renderDots(
  dots: readonly Dot[],
  scale: Scale,
  { y, room, radius = 4, down = false }: { y: number; room: number; radius?: number; down?: boolean },
): Html {
  if (dots.length > MOST_DOTS) return renderBars(dots, scale, { y, room, down });
  return html`${stackDots(dots, scale, { room, radius }).map(
    ({ value, case: index, label, className = '', lift }) =>
      html`<circle class="dot ${className}" cx="${scale.at(value)}" cy="${round(down ? y + radius + lift : y - radius - lift)}" r="${radius}" data-case="${index}"><title>${label}</title></circle>`,
  )}`;
}

function renderBars(
  dots: readonly Dot[],
  scale: Scale,
  { y, room, down }: { y: number; room: number; down: boolean },
): Html {
  const counts = new Map<number, number>();
  for (const { value } of dots) {
    const bin = Math.min(BINS - 1, Math.floor((scale.percent(value) / 100) * BINS));
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  const width = 100 / BINS;
  return html`${[...counts].map(([bin, count]) => {
    const height = Math.max(2, (count / most) * room);
    return html`<rect class="column" x="${round(bin * width)}%" y="${round(down ? y : y - height)}" width="${round(width * 0.9)}%" height="${round(height)}"><title>${count} ${count === 1 ? 'case' : 'cases'}</title></rect>`;
  })}`;
}

/** A mean with its interval, on a line at `y`. */
export function renderMean(
  mean: number | null,
  interval: { low: number; high: number } | null,
  scale: Scale,
  y: number,
): Html {
  if (mean === null) return html``;
  return html`${
    interval !== null &&
    html`<line class="interval" x1="${scale.at(interval.low)}" x2="${scale.at(interval.high)}" y1="${y}" y2="${y}"/>`
  }<circle class="mean" cx="${scale.at(mean)}" cy="${y}" r="5"/>`;
}

/** The axis below, with its values in words. */
export function renderAxis(scale: Scale, y: number, format: (value: number) => string): Html {
  return html`<line class="axis" x1="0" x2="100%" y1="${y}" y2="${y}"/>${scale.ticks.map(
    (tick) =>
      html`<line class="axis" x1="${scale.at(tick)}" x2="${scale.at(tick)}" y1="${y}" y2="${y + 4}"/><text class="tick" x="${scale.at(tick)}" y="${y + 17}">${format(tick)}</text>`,
  )}`;
}

export const round = (value: number): number => Math.round(value * 100) / 100;

/** A linear scale from values to per cent of a drawing's width. */
export interface Scale {
  low: number;
  high: number;
  /** `12.5%` for a value; values outside stop at the edge. */
  at(value: number): string;
  /** The same as a number of per cent. */
  percent(value: number): number;
  /** Round values within, three to seven. */
  ticks: readonly number[];
}

/** Room at either side, in per cent, so that dots and labels at the ends are whole. */
const MARGIN = 5;

/**
 * A scale that holds all the values. Where these are all the same, it has room around them; `least` and `most` are
 * what values cannot pass.
 */
export function makeScale(
  values: readonly number[],
  { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = {},
): Scale {
  let low = values.reduce((lowest, value) => Math.min(lowest, value), Number.POSITIVE_INFINITY);
  let high = values.reduce((highest, value) => Math.max(highest, value), Number.NEGATIVE_INFINITY);
  if (!(high >= low)) [low, high] = [0, 1];
  if (high - low < 1e-12) {
    const room = Math.max(Math.abs(high) * 0.1, 0.05);
    [low, high] = [Math.max(least, low - room), Math.min(most, high + room)];
  }
  const percent = (value: number) =>
    MARGIN + (100 - 2 * MARGIN) * Math.min(1, Math.max(0, (value - low) / (high - low)));
  return {
    low,
    high,
    percent,
    at: (value) => `${Math.round(percent(value) * 100) / 100}%`,
    ticks: ticksOf(low, high),
  };
}

function ticksOf(low: number, high: number): number[] {
  const rough = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const ticks: number[] = [];
  for (let n = Math.ceil(low / step - 1e-9); n * step <= high + step * 1e-9; n += 1) ticks.push(n * step + 0);
  return ticks;
}

import type { Scorer } from './define-scorer.ts';

type Measured = Pick<Scorer, 'kind' | 'unit'>;

/** A value in words: shares as percentages, amounts with three digits and their unit. */
export function formatScore(value: number | null, { kind, unit }: Measured): string {
  if (value === null) return '–';
  if (kind !== 'amount') return `${round(value * 100)} %`;
  return `${round(value)}${unit === undefined ? '' : ` ${unit}`}`;
}

/** A difference in words, with its sign: shares as points of a hundred. */
export function formatDifference(value: number | null, { kind, unit }: Measured): string {
  if (value === null) return '–';
  const size = round(Math.abs(kind === 'amount' ? value : value * 100));
  const sign = size === '0' ? '±' : value > 0 ? '+' : '−';
  return `${sign}${size}${kind === 'amount' ? (unit === undefined ? '' : ` ${unit}`) : ' points'}`;
}

/** A p value: three digits, never 0. */
export const formatP = (p: number | null): string =>
  p === null ? '–' : p < 0.001 ? '< 0.001' : p.toFixed(3);

function round(value: number): string {
  return String(Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)));
}

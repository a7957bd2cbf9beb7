import type { PayDistribution } from '../../../schemas/index.ts';
import type { PostedPay, Posting } from './posting.ts';

/** A rate that the user gives: one unit of `from` is worth `rate` units of `to`. */
export interface Rate {
  from: string;
  to: string;
  rate: number;
}

export interface PayOptions {
  /** What a bare sign ($) or nothing stands for; without it such figures are left out. */
  currency?: string | undefined;
  /** The period of figures that name none; without it they are left out. */
  period?: PostedPay['period'];
  rates?: readonly Rate[];
  source: string;
  date?: string | undefined;
}

/** Figures from which on the outer percentiles are given, and the quartiles. */
const OUTER_FROM = 10;
const QUARTILES_FROM = 4;

/**
 * Pay by currency and period: percentiles over postings, each posting with the middle of its range. Periods are never
 * mixed and currencies never converted without a rate. Percentiles by linear interpolation between order statistics
 * (type 7 of Hyndman and Fan); the 10th and 90th from ten figures on, quartiles from four.
 */
export function computePay(
  postings: readonly Posting[],
  { currency, period, rates = [], source, date }: PayOptions,
): { pay: PayDistribution[]; notes: string[] } {
  const groups = new Map<string, number[]>();
  const left = { currency: 0, period: 0 };
  const converted = new Map<Rate, number>();
  for (const { pay } of postings) {
    if (!pay) continue;
    const [stated, per] = [pay.currency ?? currency, pay.period ?? period];
    if (stated === undefined) left.currency += 1;
    else if (per === undefined) left.period += 1;
    else {
      const rate = rates.find(({ from }) => from === stated);
      if (rate) converted.set(rate, (converted.get(rate) ?? 0) + 1);
      const key = `${rate?.to ?? stated}|${per}`;
      const middle = ((pay.min + pay.max) / 2) * (rate?.rate ?? 1);
      const group = groups.get(key);
      if (group) group.push(middle);
      else groups.set(key, [middle]);
    }
  }
  const pay = [...groups]
    .map(([key, values]): PayDistribution => {
      const [code = '', per = 'year'] = key.split('|');
      return {
        currency: code,
        period: per as PayDistribution['period'],
        n: values.length,
        ...percentiles(values),
        ...(date !== undefined && { date }),
        source,
      };
    })
    .sort(
      (a, b) =>
        (b.n ?? 0) - (a.n ?? 0) ||
        (a.currency < b.currency ? -1 : a.currency > b.currency ? 1 : 0) ||
        (a.period < b.period ? -1 : 1),
    );
  return {
    pay,
    notes: [
      ...(left.currency > 0
        ? [
            `${figures(left.currency)} of pay left out: no currency is clear (--currency says what $ stands for).`,
          ]
        : []),
      ...(left.period > 0
        ? [`${figures(left.period)} of pay left out: no period is named (--period says which).`]
        : []),
      ...[...converted].map(
        ([rate, count]) =>
          `${figures(count)} of pay converted from ${rate.from} to ${rate.to} at the rate given, ${rate.rate}.`,
      ),
    ],
  };
}

function figures(count: number): string {
  return `${count} ${count === 1 ? 'figure' : 'figures'}`;
}

function percentiles(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number, least: number) =>
    sorted.length < least ? null : Math.round(quantile(sorted, share) * 100) / 100;
  return {
    p10: at(0.1, OUTER_FROM),
    p25: at(0.25, QUARTILES_FROM),
    median: at(0.5, 1),
    p75: at(0.75, QUARTILES_FROM),
    p90: at(0.9, OUTER_FROM),
  };
}

/** Type 7 of Hyndman and Fan (1996), the default of R and NumPy. `sorted` has at least one value. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const low = Math.floor(place);
  const [below = 0, above = below] = [sorted[low], sorted[low + 1]];
  return below + (above - below) * (place - low);
}

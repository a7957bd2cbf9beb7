/** A stretch of time as a resume gives it; `to` absent means it goes on. */
export interface Interval {
  from: string;
  to?: string | undefined;
}

/** Half-open interval in months since year 0, `[start, end)`. */
export type MonthSpan = readonly [start: number, end: number];

/**
 * Reads an interval as months: "2023-11" to "2024-11" is 12 months. With days given, the last day counts in full, so
 * that 1 January to 31 December is 12 months too. A stretch within one month counts as one. An end after `today`
 * counts up to `today`.
 */
export function toMonthSpan({ from, to }: Interval, today: string): MonthSpan {
  const last = to === undefined || to > today ? today : to;
  const start = monthIndex(from);
  const end = monthIndex(last) + (endsMonth(from, last) ? 1 : 0);
  return [start, Math.max(end, start + 1)];
}

function monthIndex(date: string): number {
  const [year, month] = date.split('-').map(Number);
  return (year ?? 0) * 12 + ((month ?? 1) - 1);
}

/** Whether the last, partly used month is a whole month of work, counted by days from the first one's day. */
function endsMonth(from: string, to: string): boolean {
  const [, , first] = from.split('-').map(Number);
  const [year, month, last] = to.split('-').map(Number);
  if (first === undefined || last === undefined) return false;
  const lastOfMonth = new Date(Date.UTC(year ?? 0, month ?? 1, 0)).getUTCDate();
  return first === 1 && last === lastOfMonth;
}

/** Months in the union of the spans: what overlaps counts once. */
export function computeMonths(spans: readonly MonthSpan[]): number {
  const sorted = [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  let total = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const [start, end] of sorted) {
    if (end <= reached) continue;
    total += end - Math.max(start, reached);
    reached = end;
  }
  return total;
}

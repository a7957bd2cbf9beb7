import type { Table } from '../../schemas/report.ts';
import { findMark } from './html/render-mark.ts';

/** Characters of the tables' type that fit side by side on a page. */
const PAGE = 100;
/** Words longer than this may break; a column is never made wider for them. */
const WORD = 16;
/** A word of wide letters in bold takes that many times the room of a usual one. */
const WIDE = 1.1;
/** Characters that the space between two columns takes. */
const GAP = 2;

/**
 * Gives the share of the page's width for each column of a table, adding up to 1. Each column gets the room of its
 * longest word first; what is left goes to those that have more to say.
 */
export function computeColumnShares({ columns, rows }: Pick<Table, 'columns' | 'rows'>): number[] {
  const sizes = columns.map(({ title }, at) => {
    // A shape stands before a status.
    const texts = [
      title,
      ...rows.map((row) => row[at]?.text ?? '').map((text) => (findMark(text) ? `xxx${text}` : text)),
    ];
    const words = texts.flatMap((text) => text.split(/\s+/));
    const least = Math.min(WORD, Math.max(3, ...words.map(measure))) * WIDE + GAP;
    return { least, wanted: Math.max(least, ...texts.map((text) => measure(text) + GAP)) };
  });
  const least = sum(sizes.map((size) => size.least));
  const extra = sum(sizes.map((size) => Math.min(size.wanted, PAGE / 2) - size.least));
  const room = Math.max(0, Math.max(PAGE, least) - least);
  const widths = sizes.map((size) =>
    extra === 0
      ? size.least
      : size.least + (room * Math.max(0, Math.min(size.wanted, PAGE / 2) - size.least)) / extra,
  );
  const total = sum(widths);
  return widths.map((width) => Math.round((width / total) * 10_000) / 10_000);
}

/** Wide characters take about two places. */
function measure(text: string): number {
  return (
    text.length +
    (text.match(/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]/g)?.length ?? 0)
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

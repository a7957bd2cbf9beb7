import type { Table } from '../../schemas/report.ts';

/** A table of plain texts: the first row names the columns, the first column is set left and the others as told. */
export function makeTable(
  id: string,
  [titles = [], ...rows]: readonly (readonly string[])[],
  others: 'left' | 'right',
): Table {
  return {
    kind: 'table',
    id,
    caption: '',
    columns: titles.map((title, at) => ({ title, align: at === 0 ? 'left' : others })),
    rows: rows.map((row) => row.map((text) => ({ text }))),
  };
}

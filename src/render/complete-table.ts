import type { Table } from '../../schemas/report.ts';

/** Gives the table with as many columns as its longest row, each with a title, and rows of that length. */
export function completeTable(table: Table): Table {
  const width = Math.max(table.columns.length, ...table.rows.map((row) => row.length));
  const places = Array.from({ length: width }, (_, index) => index);
  return {
    ...table,
    columns: places.map((index) => {
      const { title = '', align = 'left' } = table.columns[index] ?? {};
      return { title: title.trim() || `Column ${index + 1}`, align };
    }),
    rows: table.rows.map((row) => places.map((index) => row[index] ?? { text: '' })),
  };
}

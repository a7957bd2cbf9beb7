import { columnsOf } from './columns-of.ts';
import { cutText } from './wrap-text.ts';

export interface TextColumn {
  title: string;
  align?: 'left' | 'right';
  /** May be cut down to this many columns where the terminal is narrow. Default: never cut. */
  least?: number;
  /** Left out where the terminal is narrow, the highest number first. Default: never. */
  drop?: number;
}

export interface TextCell {
  text: string;
  paint?: (text: string) => string;
}

const GAP = '  ';

/** A table as lines no wider than `width`, where its columns allow that: cut first, then left out. */
export function renderTextTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly TextCell[])[],
  { width, indent = '', paintTitle = (text) => text }: TextTableOptions,
): string[] {
  let shown = columns.map((column, at) => {
    const full = Math.max(columnsOf(column.title), ...rows.map((row) => columnsOf(row[at]?.text ?? '')));
    return { column, at, full, size: full };
  });
  const excess = () =>
    columnsOf(indent) +
    shown.reduce((sum, { size }) => sum + size, 0) +
    GAP.length * (shown.length - 1) -
    width;
  const cut = () => {
    for (const one of shown) one.size = one.full;
    for (const one of shown) {
      const { least } = one.column;
      if (least !== undefined && excess() > 0)
        one.size = Math.max(Math.min(one.full, least), one.full - excess());
    }
  };
  cut();
  while (excess() > 0 && shown.some(({ column }) => column.drop !== undefined)) {
    const last = Math.max(...shown.map(({ column }) => column.drop ?? -1));
    shown = shown.filter(({ column }) => column.drop !== last);
    cut();
  }
  const line = (cells: readonly TextCell[]) =>
    `${indent}${shown
      .map(({ column, at, size }) => {
        const { text, paint } = cells[at] ?? { text: '' };
        const short = cutText(text, size);
        const pad = ' '.repeat(Math.max(0, size - columnsOf(short)));
        const painted = paint ? paint(short) : short;
        return column.align === 'right' ? `${pad}${painted}` : `${painted}${pad}`;
      })
      .join(GAP)}`.trimEnd();
  return [line(columns.map(({ title }) => ({ text: title, paint: paintTitle }))), ...rows.map(line)];
}

export interface TextTableOptions {
  /** In columns of the terminal. */
  width: number;
  indent?: string;
  paintTitle?: (text: string) => string;
}

import type { PdfItem } from './pdf-page.ts';

/** Pieces of one line that stand close together. */
export interface LaidLine {
  text: string;
  x: number;
  /** Where it ends. */
  right: number;
  y: number;
  size: number;
  font: string;
  /** Begins a column or a part of the page. */
  breaks?: boolean;
  /** Of a row of several cells: where the first ends and the second begins. */
  cells?: { right: number; next: number };
}

/** Wider than this many letter sizes is a gap between columns, not between words. */
const COLUMN_GAP = 1.4;
const WORD_GAP = 0.16;
const SAME_LINE = 0.45;

/** Joins pieces on the same height to lines, broken where a wide gap is. Top to bottom, left to right. */
export function joinItems(items: readonly PdfItem[]): LaidLine[] {
  const rows: PdfItem[][] = [];
  for (const item of [...items].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(first.y - item.y) <= Math.min(first.size, item.size) * SAME_LINE)
      row.push(item);
    else rows.push([item]);
  }
  return rows.flatMap((row) => joinRow(row.sort((a, b) => a.x - b.x)));
}

function joinRow(row: readonly PdfItem[]): LaidLine[] {
  const lines: (LaidLine & { weight: number })[] = [];
  for (const { text, x, y, width, size, font } of row) {
    const last = lines.at(-1);
    const gap = last ? x - last.right : 0;
    if (!last || gap > Math.max(size, last.size) * COLUMN_GAP) {
      lines.push({ text, x, right: x + width, y, size, font, weight: text.length });
      continue;
    }
    const spaced = gap > size * WORD_GAP && !/\s$/.test(last.text) && !/^\s/.test(text);
    // The same letters at the same place twice are a shadow, or bold made by hand.
    if (gap < -width * 0.9 && last.text.endsWith(text)) continue;
    last.text += (spaced ? ' ' : '') + text;
    last.right = Math.max(last.right, x + width);
    if (text.length > last.weight) Object.assign(last, { font, size, weight: text.length });
  }
  return lines.map(({ weight: _, ...line }) => line);
}

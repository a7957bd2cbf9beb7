import type { Table } from '../../../schemas/report.ts';
import { completeTable } from '../complete-table.ts';
import { readWebHref } from '../read-web-href.ts';
import { type Html, html } from './html.ts';
import { findMark, renderMark } from './render-mark.ts';

type Cell = Table['rows'][number][number];
type Column = Table['columns'][number];

/** A cell with a word longer than this may break it, so that the table does not grow with the word. */
const LONG_WORD = /\S{25}/;

/** A cell with more characters than this keeps a width at which it reads well, though the table scrolls for it. */
const WIDE = 36;

/**
 * Gives a table in a region of its own that scrolls where the screen is narrow; nothing where it has no rows.
 * `id` is unique in the page. The first cell of a row names the row.
 */
export function renderTable(table: Table, id: string): Html | undefined {
  if (table.rows.length === 0) return undefined;
  const { caption, columns, rows } = completeTable(table);
  return html`
<section class="table" aria-labelledby="${id}" tabindex="0">
<table>
<caption id="${id}"><span>${caption.trim() || 'Table'}</span></caption>
<thead><tr>${columns.map((column) => html`<th scope="col"${classes(column, column.title)}>${column.title}</th>`)}</tr></thead>
<tbody>${rows.map((row) => renderRow(row, columns))}
</tbody>
</table>
</section>`;
}

function renderRow(row: readonly Cell[], columns: readonly Column[]): Html {
  const cells = row.map((cell, index) => {
    const attributes = classes(columns[index], cell.text);
    return index === 0
      ? html`<th scope="row"${attributes}>${renderText(cell)}</th>`
      : html`<td${attributes}>${renderCell(cell)}</td>`;
  });
  return html`
<tr>${cells}</tr>`;
}

/** A cell that is a status word and nothing else gets its mark; the first cell of a row is a name, whatever it says. */
function renderCell(cell: Cell): Html {
  const mark = cell.href === undefined ? findMark(cell.text) : undefined;
  return mark ? renderMark(mark, cell.text) : renderText(cell);
}

function renderText({ text, href }: Cell): Html {
  const target = readWebHref(href);
  if (target === undefined) return html`${text}`;
  return html`<a href="${target}" rel="noopener noreferrer">${text || target}</a>`;
}

function classes(column: Column | undefined, text: string): Html | false {
  const names = [
    column?.align === 'right' && 'figure',
    LONG_WORD.test(text) && 'long',
    text.length > WIDE && 'wide',
  ].filter(Boolean);
  return names.length > 0 && html` class="${names.join(' ')}"`;
}

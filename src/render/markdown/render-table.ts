import { markdownTable } from 'markdown-table';
import stringWidth from 'string-width';
import type { Table } from '../../../schemas/report.ts';
import { cleanText } from '../clean-text.ts';
import { completeTable } from '../complete-table.ts';
import { readWebHref } from '../read-web-href.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/** It would escape what stands after the text. */
const CLOSING_BACKSLASH = /\\$/g;

/** What a link's text may not hold as it is: the end of the cell, and the ends of the text. */
const LABEL = /[|[\]]|\\$/g;

/** An address shields what is in it from being markup, but not inside a link: there it is no address. */
const ADDRESS = /:\/\/|www\.|@/i;
const LABEL_WITH_ADDRESS = /[|[\]\\`*_~<&]/g;

type Cell = Table['rows'][number][number];

/** The widest line that is padded to even columns; beyond it padding makes the raw text harder to read, not easier. */
const PADDED_WIDTH = 160;

/** Gives a table in GFM with its caption in bold above it; nothing where it has no rows. */
export function renderTable(table: Table): string {
  if (table.rows.length === 0) return '';
  const { columns, rows } = completeTable(table);
  const grid = [columns.map(({ title }) => renderText(title)), ...rows.map((row) => row.map(renderCell))];
  const align = columns.map((column) => (column.align === 'right' ? 'r' : ''));
  const padded = markdownTable(grid, { align, stringLength: stringWidth });
  const even = stringWidth(padded.slice(0, padded.indexOf('\n'))) <= PADDED_WIDTH;
  const text = even ? padded : markdownTable(grid, { align, alignDelimiters: false });
  return [renderCaption(cleanText(table.caption)), text].filter((part) => part !== '').join('\n\n');
}

function renderCaption(caption: string): string {
  // Asterisks beside asterisks are read differently by different readers, so such a caption goes without the bold.
  if (caption === '' || caption.includes('*')) return escapeMarkdown(caption);
  return `**${escapeMarkdown(caption, { block: false, always: CLOSING_BACKSLASH })}**`;
}

function renderCell({ text, href }: Cell): string {
  const target = readWebHref(href);
  if (target === undefined) return renderText(text);
  const always = ADDRESS.test(text) ? LABEL_WITH_ADDRESS : LABEL;
  const label = escapeMarkdown(cleanText(text), { block: false, always });
  // `&copy;` in an address would be read as a sign, the ampersand alone would not.
  return `[${label || target}](${target.replace(/&(?=[a-z0-9#]+;)/gi, '&amp;')})`;
}

function renderText(text: string): string {
  return escapeMarkdown(cleanText(text), { block: false, always: /\|/g });
}

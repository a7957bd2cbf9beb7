import { escapeText } from 'entities';
import type { DocumentBlock } from './document-blocks.ts';

/** A page that LibreOffice and browsers print: sections as headings, dates at the right, lists as lists. */
export function makeHtml(blocks: readonly DocumentBlock[]): string {
  let body = '';
  let inList = false;
  for (const block of blocks) {
    if (inList !== (block.kind === 'bullet')) {
      body += inList ? '</ul>' : '<ul>';
      inList = !inList;
    }
    body += element(block);
  }
  if (inList) body += '</ul>';
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><style>body{font-family:"Liberation Serif",serif;font-size:11pt}h1{font-size:20pt}h2{font-size:14pt}p{margin:2pt 0}</style></head><body>${body}</body></html>`;
}

function element(block: DocumentBlock): string {
  switch (block.kind) {
    case 'name':
      return `<h1>${escapeText(block.text)}</h1>`;
    case 'heading':
      return `<h2>${escapeText(block.text)}</h2>`;
    case 'entry':
      return `<p style="margin-top:10pt"><b>${escapeText(block.left)}</b> &nbsp; (${escapeText(block.right)})</p>`;
    case 'detail':
      return `<p><i>${escapeText(block.text)}</i></p>`;
    case 'bullet':
      return `<li>${escapeText(block.text)}</li>`;
    default:
      return `<p>${escapeText(block.text)}</p>`;
  }
}

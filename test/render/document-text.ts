import { cleanText } from '../../src/render/clean-text.ts';
import { completeTable } from '../../src/render/complete-table.ts';
import { cardLines } from '../../src/render/document/card-lines.ts';
import type { Block, ReportDocument } from '../../src/render/document/report-document.ts';

/** What a page format prints of a document, in order, a line for each piece; pictures by their text alternative. */
export function printedLines({ title, about, verdict, glance, parts, making }: ReportDocument): string[] {
  return [
    title,
    ...about.flatMap(({ label, value }) => [label, value]),
    ...verdict.map(({ text }) => text),
    ...[glance, ...parts, ...(making ? [making] : [])].flatMap((part) => [
      part.title,
      ...part.blocks.flatMap(blockLines),
    ]),
  ]
    .map(cleanText)
    .filter((line) => line !== '');
}

function blockLines(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return block.sentences.map(({ text }) => text);
    case 'words':
      return block.texts;
    case 'heading':
      return [block.text];
    case 'pairs':
      return block.pairs.flatMap(({ label, value }) => [label, value]);
    case 'cards':
      return [block.title, ...block.cards.flatMap((card) => [card.title, ...cardLines(card)])];
    case 'figure':
      return [block.title, block.alt];
    case 'table': {
      const { caption, columns, rows } = completeTable(block);
      return [
        caption,
        ...columns.map(({ title }) => title),
        ...rows.flatMap((row) => row.map(({ text }) => text)),
      ];
    }
  }
}

/** Spaces and line breaks as one space each. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Without any space: lines end within a word where it is long, or where its script has no spaces. */
export function noSpace(text: string): string {
  return text.replace(/\s+/g, '');
}

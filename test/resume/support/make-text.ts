import type { DocumentBlock } from './document-blocks.ts';

/** Plain text, as people type it. */
export function makeText(blocks: readonly DocumentBlock[]): string {
  return blocks
    .map((block) => {
      switch (block.kind) {
        case 'entry':
          return `\n${block.left}    ${block.right}\n`;
        case 'heading':
          return `\n${block.text.toUpperCase()}\n`;
        case 'bullet':
          return `- ${block.text}\n`;
        case 'text':
          return `${block.text}\n`;
        default:
          return `${block.text}\n`;
      }
    })
    .join('');
}

/** Markdown with headings for sections and entries. */
export function makeMarkdown(blocks: readonly DocumentBlock[]): string {
  return blocks
    .map((block) => {
      switch (block.kind) {
        case 'name':
          return `# ${block.text}\n\n`;
        case 'heading':
          return `\n## ${block.text}\n\n`;
        case 'entry':
          return `\n### ${block.left} (${block.right})\n\n`;
        case 'bullet':
          return `- ${block.text.replace(/([*_#])/g, '\\$1')}\n`;
        default:
          return `\n${block.text.replace(/([*_#])/g, '\\$1')}\n\n`;
      }
    })
    .join('');
}

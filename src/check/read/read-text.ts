import type { Block, Document, Scope } from './document.ts';

/** Reads plain text: blank lines part paragraphs, a short line without a full stop above text is a heading. */
export function readText(text: string): Document {
  const blocks: Block[] = [];
  let scopes: Scope[] = [];
  const paragraph = /[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*/g;
  for (const match of text.matchAll(paragraph)) {
    let at = match.index;
    const lines = match[0].split('\n');
    const listed = lines.some((line) => /^\s*(?:[-*•]|\d+[.)])\s/.test(line));
    for (const part of listed || lines.length === 1 ? lines : [match[0]]) {
      const range = { start: at, end: at + part.length };
      const item = /^\s*(?:[-*•]|\d+[.)])\s/.test(part);
      const title = !item && lines.length === 1 && part.length < 80 && !/[.!?;,]\s*$/.test(part);
      blocks.push({
        ...range,
        kind: title ? 'heading' : item ? 'item' : 'paragraph',
        scopes,
        bold: [],
        depth: title ? 2 : 0,
      });
      if (title) scopes = [{ ...range, kind: 'heading', depth: 2 }];
      at += part.length + 1;
    }
  }
  return {
    text,
    mask: text.replace(/^(\s*)[-*•](?=\s)/gm, '$1 '),
    blocks,
    tables: [],
    links: [],
    comments: [],
  };
}

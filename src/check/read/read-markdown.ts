import type { Nodes, Parents, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Block, Document, Link, Range, Scope, Table, TableRow } from './document.ts';

const options = { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] };

/** Reads Markdown (CommonMark and GFM tables): blocks, scopes and a mask, all with offsets into `text`. */
export function readMarkdown(text: string): Document {
  return new MarkdownReader(text).read(fromMarkdown(text, options));
}

class MarkdownReader {
  readonly #text: string;
  readonly #pieces: { start: number; value: string }[] = [];
  readonly #blocks: Block[] = [];
  readonly #tables: Table[] = [];
  readonly #links: Link[] = [];
  readonly #comments: (Range & { value: string })[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  read(root: Root): Document {
    this.#walkBlocks(root, []);
    return {
      text: this.#text,
      mask: this.#mask(),
      blocks: this.#blocks,
      tables: this.#tables,
      links: this.#links,
      comments: this.#comments,
    };
  }

  #walkBlocks(parent: Parents, outer: readonly Scope[]): void {
    let scopes = [...outer];
    let before: Nodes | undefined;
    for (const node of parent.children) {
      const range = rangeOf(node);
      if (node.type === 'heading') {
        scopes = scopes.filter((scope) => scope.kind === 'heading' && scope.depth < node.depth);
        this.#addBlock(node, 'heading', scopes, node.depth);
        scopes.push({ ...range, kind: 'heading', depth: node.depth });
      } else if (node.type === 'paragraph') {
        const inItem = parent.type === 'listItem';
        this.#addBlock(node, inItem ? 'item' : 'paragraph', scopes, 0);
      } else if (node.type === 'list') {
        const leadIn = before?.type === 'paragraph' ? leadInOf(this.#text, rangeOf(before)) : undefined;
        const inner = leadIn ? [...scopes, leadIn] : scopes;
        for (const item of node.children) this.#walkBlocks(item, inner);
      } else if (node.type === 'table') {
        this.#addTable(node, scopes);
      } else if (node.type === 'html') {
        this.#addHtml(range);
      } else if ('children' in node) {
        this.#walkBlocks(node, scopes);
      }
      if (parent.type === 'listItem' && node.type === 'paragraph') {
        scopes = [...scopes, { ...range, kind: 'item', depth: 0 }];
        before = undefined;
      } else before = node;
    }
  }

  #addBlock(node: Parents, kind: Block['kind'], scopes: readonly Scope[], depth: number): void {
    const bold: Range[] = [];
    this.#walkInline(node, bold);
    this.#blocks.push({ ...rangeOf(node), kind, scopes, bold, depth });
  }

  #addTable(node: Extract<Nodes, { type: 'table' }>, scopes: readonly Scope[]): void {
    const rows: TableRow[] = [];
    for (const row of node.children) {
      const cells = row.children.map((cell) => {
        this.#walkInline(cell, []);
        return rangeOf(cell);
      });
      rows.push({ cells });
    }
    const [header, ...body] = rows;
    this.#tables.push({ header: header?.cells ?? [], rows: body, scopes });
  }

  #addHtml(range: Range): void {
    const value = this.#text.slice(range.start, range.end);
    const comment = /^<!--([\s\S]*?)-->/.exec(value);
    if (comment) this.#comments.push({ ...range, value: comment[1]?.trim() ?? '' });
  }

  #walkInline(node: Nodes, bold: Range[]): void {
    const range = rangeOf(node);
    if (node.type === 'text') this.#addText(node.value, range);
    else if (node.type === 'inlineCode') this.#addText(this.#text.slice(range.start, range.end), range, /`/g);
    else if (node.type === 'html') this.#addHtml(range);
    else if (node.type === 'image') return;
    else {
      if (node.type === 'strong') bold.push(range);
      if (node.type === 'link') this.#links.push({ ...range, url: node.url });
      if ('children' in node) for (const child of node.children) this.#walkInline(child, bold);
    }
  }

  #addText(value: string, range: Range, blank?: RegExp): void {
    const raw = this.#text.slice(range.start, range.end);
    if (blank) this.#pieces.push({ start: range.start, value: raw.replace(blank, ' ') });
    else if (raw === value) this.#pieces.push({ start: range.start, value });
    else this.#pieces.push({ start: range.start, value: unescapeInPlace(raw) });
  }

  #mask(): string {
    let at = 0;
    let mask = '';
    for (const { start, value } of this.#pieces) {
      if (start > at) mask += blankOut(this.#text.slice(at, start));
      mask += value;
      at = start + value.length;
    }
    return mask + blankOut(this.#text.slice(at));
  }
}

function rangeOf(node: Nodes): Range {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

function leadInOf(text: string, range: Range): Scope | undefined {
  const paragraph = text.slice(range.start, range.end).trimEnd();
  // "**Must-haves**": what stands in bold letters alone is a heading by another name.
  // A picture sign may stand before or after it.
  const isBold =
    /^(?:[^\p{L}\p{N}\n*_]+ )?(?:\*\*|__)(?:(?!\*\*|__)[^\n])+(?:\*\*|__)(?: [^\p{L}\p{N}\n*_]+)?$/u.test(
      paragraph,
    );
  if (!isBold && !/[:：][*_]*$/.test(paragraph)) return undefined;
  const from = Math.max(paragraph.lastIndexOf('. '), paragraph.lastIndexOf('\n')) + 1;
  return { start: range.start + from, end: range.end, kind: 'lead-in', depth: 0 };
}

/** Blanks, with line breaks kept. */
function blankOut(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&nbsp;': ' ',
  '&euro;': '€',
  '&pound;': '£',
  '&ndash;': '–',
  '&mdash;': '—',
};

/** Escapes and entities become the character they stand for, padded to the same length. */
function unescapeInPlace(raw: string): string {
  return raw
    .replace(/\\([!-/:-@[-`{-~])/g, ' $1')
    .replace(/&[a-z]{2,8};/gi, (name) => (entities[name.toLowerCase()] ?? ' ').padEnd(name.length, ' '))
    .replace(/\n[ \t]*>/g, (prefix) => blankOut(prefix));
}

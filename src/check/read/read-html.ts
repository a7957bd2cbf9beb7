import type { Block, Document, Link, Range, Scope, TableRow } from './document.ts';

const tag =
  /<!--([\s\S]*?)-->|<(script|style|template|svg)\b[\s\S]*?<\/\2\s*>|<(\/?)([a-z][a-z0-9]*)\b([^<>]*)>|&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,6});/gi;
const blockTags = new Set([
  'p',
  'li',
  'div',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'blockquote',
  'dd',
  'dt',
  'figcaption',
  'body',
  'ul',
  'ol',
  'table',
  'tr',
  'thead',
  'tbody',
  'title',
  'head',
  'html',
  'br',
  'td',
  'th',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);

/** Reads HTML: headings, paragraphs, list items, tables and links; tags are blank in the mask, drawings wholly. */
export function readHtml(text: string): Document {
  const blocks: Block[] = [];
  const tables: { header: Range[]; rows: TableRow[]; scopes: Scope[] }[] = [];
  const links: Link[] = [];
  const comments: (Range & { value: string })[] = [];
  let scopes: Scope[] = [];
  let bold: Range[] = [];
  let boldFrom = -1;
  let link: Link | undefined;
  let cells: Range[] | undefined;
  let from = 0;
  let mask = '';
  let done = 0;
  let kind: Block['kind'] = 'paragraph';
  let depth = 0;
  const close = (end: number) => {
    if (/\S/.test(mask.slice(from, end))) {
      if (kind === 'cell') cells?.push({ start: from, end });
      else {
        blocks.push({ start: from, end, kind, scopes, bold, depth });
        if (kind === 'heading') {
          const level = depth;
          scopes = scopes.filter((scope) => scope.depth < level);
          scopes = [...scopes, { start: from, end, kind: 'heading', depth }];
        }
      }
    } else if (kind === 'cell') cells?.push({ start: from, end });
    bold = [];
    kind = 'paragraph';
    depth = 0;
  };
  for (const match of text.matchAll(tag)) {
    const start = match.index;
    const end = start + match[0].length;
    mask +=
      text.slice(done, start) + (match[0][0] === '&' ? decode(match[0]) : match[0].replace(/[^\n]/g, ' '));
    done = end;
    if (match[1] !== undefined) comments.push({ start, end, value: match[1].trim() });
    const name = match[4]?.toLowerCase();
    if (!name) continue;
    const closing = match[3] === '/';
    if (name === 'strong' || name === 'b') {
      if (closing && boldFrom >= 0) bold.push({ start: boldFrom, end: start });
      boldFrom = closing ? -1 : end;
    } else if (name === 'a') {
      if (closing && link) links.push({ ...link, end: start });
      const url = /href\s*=\s*["']?([^"'\s>]*)/i.exec(match[5] ?? '')?.[1];
      link = closing || !url ? undefined : { start: end, end, url };
    } else if (blockTags.has(name)) {
      close(start);
      from = end;
      if (name === 'table' && !closing) tables.push({ header: [], rows: [], scopes });
      else if (name === 'tr' && !closing) cells = [];
      else if (name === 'tr' && cells) {
        const table = tables.at(-1);
        if (table && table.header.length === 0) table.header = cells;
        else table?.rows.push({ cells });
        cells = undefined;
      } else if ((name === 'td' || name === 'th') && !closing) kind = 'cell';
      else if (name === 'li' && !closing) kind = 'item';
      else if (/^h[1-6]$/.test(name) && !closing) {
        kind = 'heading';
        depth = Number(name[1]);
      }
    }
  }
  mask += text.slice(done);
  close(text.length);
  return { text, mask, blocks, tables, links, comments };
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  euro: '€',
  pound: '£',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
};

function decode(entity: string): string {
  const body = entity.slice(1, -1);
  const code = /^#x/i.test(body)
    ? Number.parseInt(body.slice(2), 16)
    : body[0] === '#'
      ? Number(body.slice(1))
      : 0;
  const char = code > 0 && code < 0xffff ? String.fromCharCode(code) : (named[body.toLowerCase()] ?? ' ');
  return char.padEnd(entity.length, ' ');
}

import type { Block, Document, Scope } from './document.ts';

/** Reads the report as JSON: every sentence text is a block with its place in the JSON source. */
export function readJson(text: string): Document {
  const blocks: Block[] = [];
  let scopes: Scope[] = [];
  let mask = '';
  let done = 0;
  // Strings are read in their order; the key before a string says what it is.
  const member = /"(title|text|caption)"\s*:\s*"((?:[^"\\]|\\.)*)"/g;
  const facts = text.search(/"facts"\s*:\s*\{/);
  for (const match of text.matchAll(member)) {
    if (facts >= 0 && match.index > facts) break;
    const end = match.index + match[0].length - 1;
    const start = end - (match[2]?.length ?? 0);
    mask += text.slice(done, start).replace(/[^\n]/g, ' ') + unescapeJson(text.slice(start, end));
    done = end;
    const heading = match[1] === 'title';
    blocks.push({
      start,
      end,
      kind: heading ? 'heading' : 'paragraph',
      scopes,
      bold: [],
      depth: heading ? 2 : 0,
    });
    if (heading) scopes = [{ start, end, kind: 'heading', depth: 2 }];
  }
  mask += text.slice(done).replace(/[^\n]/g, ' ');
  return { text, mask, blocks, tables: [], links: [], comments: [] };
}

function unescapeJson(raw: string): string {
  return raw.replace(/\\(?:u([\da-fA-F]{4})|(.))/g, (whole, code?: string, char?: string) => {
    const value = code
      ? String.fromCharCode(Number.parseInt(code, 16))
      : char === 'n' || char === 't'
        ? ' '
        : (char ?? ' ');
    return value.padStart(whole.length, ' ');
  });
}

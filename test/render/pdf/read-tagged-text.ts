import { getDocumentProxy } from 'unpdf';

interface TagNode {
  role?: string;
  alt?: string;
  type?: string;
  id?: string;
  children?: TagNode[];
}

export interface TaggedPdf {
  pages: number;
  /** The text that the tags hold, in their order, with a space at each end of line; figures by their alternative. */
  text: string;
  /** Every role met, in order. */
  roles: readonly string[];
  /** What is marked as no content on each page: running title, footer, rules. */
  artifacts: readonly string[];
  links: readonly string[];
  outline: readonly string[];
  info: Readonly<Record<string, unknown>>;
  metadata: string;
}

interface Piece {
  str: string;
  dir: string;
  transform: number[];
}

/** Puts words of a line that stand from left to right though they are read from the right back in their order. */
function readFromTheRight(pieces: readonly Piece[]): void {
  const line = ({ transform }: Piece) => transform[5];
  for (let at = 0; at < pieces.length; at += 1) {
    const run: Piece[] = [];
    for (
      let next = pieces[at];
      next?.dir === 'rtl' && line(next) === line(run[0] ?? next);
      next = pieces[at]
    ) {
      run.push(next);
      at += 1;
      while (pieces[at]?.str.trim() === '' && pieces[at + 1]?.dir === 'rtl') at += 1;
    }
    const words = run.toSorted((a, b) => (b.transform[4] ?? 0) - (a.transform[4] ?? 0)).map(({ str }) => str);
    for (const [place, piece] of run.entries()) piece.str = words[place] ?? '';
  }
}

/** Reads a PDF as a screen reader does: by its structure tree. `mend` is whether to mend the order of words first. */
export async function readTaggedText(
  bytes: Uint8Array,
  { mend = true }: { mend?: boolean } = {},
): Promise<TaggedPdf> {
  const pdf = await getDocumentProxy(bytes.slice());
  const texts: string[] = [];
  const roles: string[] = [];
  const artifacts: string[] = [];
  const links: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const content = new Map<string, string>();
    const open: (string | null)[] = [];
    let artifact = '';
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    if (mend) readFromTheRight(items.filter((item) => 'str' in item));
    for (const item of items) {
      if (!('type' in item)) {
        const text = item.str + (item.hasEOL ? ' ' : '');
        const id = open.findLast((inner) => inner !== null);
        if (id === undefined) artifact += text;
        else if (id !== null) content.set(id, (content.get(id) ?? '') + text);
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.id ?? null);
    }
    artifacts.push(artifact.replace(/\s+/g, ' ').trim());
    const walk = (node: TagNode): string => {
      if (node.type === 'content') return content.get(node.id ?? '') ?? '';
      if (node.role) roles.push(node.role);
      if (node.role === 'Figure') return ` ${node.alt ?? ''} `;
      const inner = (node.children ?? []).map(walk).join('');
      // A bullet is an ornament of the list; a label of words is not.
      if (node.role === 'Lbl' && inner.trim() === '•') return ' ';
      return ['Span', 'Link'].includes(node.role ?? '') ? inner : ` ${inner} `;
    };
    texts.push(walk((await page.getStructTree()) as TagNode));
    for (const { url } of (await page.getAnnotations()) as { url?: string }[]) if (url) links.push(url);
  }
  const { info, metadata } = await pdf.getMetadata();
  return {
    pages: pdf.numPages,
    text: texts.join(' '),
    roles,
    artifacts,
    links,
    outline: ((await pdf.getOutline()) ?? []).map(({ title }) => title),
    info: info as Record<string, unknown>,
    metadata: (metadata as { getRaw?(): string } | null)?.getRaw?.() ?? '',
  };
}

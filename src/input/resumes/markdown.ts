import type { Nodes, Parent, Root } from 'mdast';
import { cleanLine } from '../../resume/clean-text.ts';
import type { TextLine } from '../../resume/index.ts';
import { createInputError } from '../create-input-error.ts';
import { decodeText } from '../decode-text.ts';
import { checkLength } from './check-length.ts';
import { RESUME_LIMITS } from './limits.ts';
import { isBinary, peek } from './peek.ts';
import type { ResumeFormat } from './resume-format.ts';

/** CommonMark with tables. Images, HTML and code blocks of several lines are passed over; a front matter is too. */
export const markdown: ResumeFormat = {
  id: 'markdown',
  title: 'Markdown',
  extensions: ['.md', '.markdown', '.mdown'],
  recognises: ({ extension, bytes }) =>
    (extension === '' || extension === '.txt') && !isBinary(bytes) && HEADING.test(peek(bytes)),
  async read({ bytes, file }) {
    const text = decodeText(bytes, file, 'a Markdown text in UTF-8');
    if (text.length > RESUME_LIMITS.characters)
      throw createInputError(file, [
        {
          path: '',
          found: `${text.length} characters`,
          expected: `a resume of at most ${RESUME_LIMITS.characters} characters`,
        },
      ]);
    const [{ fromMarkdown }, { gfm }, { gfmFromMarkdown }] = await Promise.all([
      import('mdast-util-from-markdown'),
      import('micromark-extension-gfm'),
      import('mdast-util-gfm'),
    ]);
    // As long as before, so that lines hold.
    const body = text.replace(FRONT_MATTER, (matter) => matter.replace(/[^\n]/g, ''));
    const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
    return { kind: 'text', document: checkLength({ file, lines: readTree(tree) }, 'an empty file') };
  },
};

const HEADING = /^#{1,3} \S/m;
const FRONT_MATTER = /^---\n[\s\S]*?\n---\n/;

function readTree(tree: Root): TextLine[] {
  const lines: TextLine[] = [];
  let depth = 0;
  const put = (node: Nodes, more: Partial<TextLine>) => {
    const from = node.position?.start.line ?? 1;
    const parts = inlineText(node).split(/(?<=[\n\u2028])/u);
    for (const [at, raw] of parts.entries()) {
      const text = cleanLine(raw.replace('\u2028', ''));
      if (text === '') continue;
      const full = raw.endsWith('\n');
      const isFirst = at === 0;
      lines.push({
        text,
        line: from + at,
        ...(full && { full: true }),
        ...(isFirst
          ? more
          : {
              ...(more.heading !== undefined && { heading: more.heading }),
              ...(more.indent !== undefined && { indent: more.indent }),
            }),
        ...styleOf(node),
      });
    }
  };
  const visit = (node: Nodes, inItem: boolean): void => {
    if (node.type === 'heading') put(node, { heading: node.depth, gap: true });
    else if (node.type === 'paragraph')
      put(node, inItem ? { bullet: true, indent: depth * 2 } : { gap: true });
    else if (node.type === 'listItem') {
      for (const [at, child] of node.children.entries()) visit(child, at === 0);
    } else if (node.type === 'tableRow') {
      const cells = node.children.map((cell) => cleanLine(inlineText(cell))).filter((cell) => cell !== '');
      if (cells.length > 0) lines.push({ text: cells.join('\t'), line: node.position?.start.line ?? 1 });
    } else if ('children' in node && node.type !== 'table') {
      if (node.type === 'list') depth += 1;
      for (const child of (node as Parent).children) visit(child, false);
      if (node.type === 'list') depth -= 1;
    } else if (node.type === 'table') for (const row of node.children) visit(row, false);
  };
  visit(tree, false);
  return lines;
}

/** A paragraph that is bold as a whole is set apart. */
function styleOf(node: Nodes): { style?: string } {
  if (node.type !== 'paragraph') return {};
  const [only, ...more] = node.children;
  return only?.type === 'strong' && more.length === 0 ? { style: 'bold' } : {};
}

/** The text of a paragraph; a link is its words, and its address too where that is a contact. */
function inlineText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return '\u2028';
  if (node.type === 'link') {
    const words = node.children.map(inlineText).join('');
    const address = node.url.replace(/^mailto:|^tel:/, '');
    return words === '' || words === address || address.includes(words)
      ? address
      : /^(?:https?:|[^\s/:]+@)/.test(address)
        ? `${words} (${address})`
        : words;
  }
  if (node.type === 'image' || node.type === 'html' || node.type === 'code') return '';
  return 'children' in node
    ? (node as Parent).children.map((child) => inlineText(child as Nodes)).join('')
    : '';
}

import { cleanLine, cleanText } from '../../resume/clean-text.ts';
import type { TextLine } from '../../resume/index.ts';
import { createInputError } from '../create-input-error.ts';
import { decodeText } from '../decode-text.ts';
import { checkLength } from './check-length.ts';
import { isBinary } from './peek.ts';
import type { ResumeFormat } from './resume-format.ts';

/** Text without markup, in UTF-8 or UTF-16. Takes whatever no other format takes. */
export const plainText: ResumeFormat = {
  id: 'text',
  title: 'plain text',
  extensions: ['.txt', '.text'],
  recognises: ({ extension, bytes, folder }) => !folder && extension === '' && !isBinary(bytes),
  read({ bytes, file }) {
    const text = decodeText(bytes, file, 'a resume: JSON, YAML, Markdown, plain text, DOCX or PDF');
    refuseMarkup(text, file);
    return { kind: 'text', document: checkLength({ file, lines: readLines(text) }, 'an empty file') };
  },
};

export const BULLET = /^(\s*)(?:[-*+•▪●■◦‣⁃∙·–—➢➤►✓✔]|o(?=\s{2,}))\s+/u;

/** Lines with what their layout says: items of lists, indents, blank lines between. */
export function readLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let gap = false;
  for (const [at, raw] of text.split(/\r\n|\n|\r|\f|\u2028/u).entries()) {
    const clean = cleanText(raw);
    const bullet = BULLET.exec(clean);
    const body = bullet ? clean.slice(bullet[0].length) : clean;
    const own = cleanLine(body);
    if (own === '' || /^[-=_*~#\s]{3,}$/u.test(clean)) {
      gap = true;
      continue;
    }
    const indent = bullet ? (bullet[1]?.length ?? 0) : clean.length - clean.trimStart().length;
    lines.push({
      text: own,
      line: at + 1,
      indent,
      ...(bullet && { bullet: true }),
      ...(gap && { gap: true }),
    });
    gap = false;
  }
  return markFull(lines);
}

/** Longer lines than this are not wrapped by hand. */
const WIDEST = 120;
const LEAST_WIDTH = 40;
const LEAST_LINES = 3;

/** Marks lines that were broken because the next word had no more room, where the text is broken at some width. */
function markFull(lines: readonly TextLine[]): TextLine[] {
  const lengths = lines
    .map(lengthOf)
    .filter((length) => length > 40)
    .sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  const near = lengths.filter((length) => length > width - 12).length;
  const isWrapped = width <= WIDEST && near >= LEAST_LINES && near >= lengths.length * 0.3;
  return lines.map((line, at) => {
    const next = lines[at + 1];
    if (!next || next.bullet || next.gap || lengthOf(line) > WIDEST) return line;
    const word = /^\S+/u.exec(next.text)?.[0].length ?? 0;
    // A sentence that breaks off goes on, however long the lines are.
    const goesOn = /^\p{Ll}/u.test(next.text) && lengthOf(line) > LEAST_WIDTH && !/[.!?:]$/u.test(line.text);
    return goesOn || (isWrapped && lengthOf(line) + 1 + word > width - 2) ? { ...line, full: true } : line;
  });
}

function lengthOf({ text, indent = 0 }: TextLine): number {
  return text.length + indent;
}

const RTF = /^\s*\{\\rtf/;
const HTML = /^\s*(?:<!doctype html|<html|<\?xml)/i;

function refuseMarkup(text: string, file: string): void {
  const found = RTF.test(text) ? 'an RTF document' : HTML.test(text) ? 'an HTML or XML page' : undefined;
  if (found)
    throw createInputError(file, [
      {
        path: '',
        found,
        expected: 'a resume as PDF, DOCX, Markdown, text, JSON or YAML (save it as one of them)',
      },
    ]);
}

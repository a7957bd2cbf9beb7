import { flatten } from '../clean-text.ts';
import { joinLines } from '../join-lines.ts';
import type { TextLine } from '../text-document.ts';

/** Lines that belong together: an item of a list, or a paragraph. */
export interface Block {
  bullet: boolean;
  text: string;
  lines: TextLine[];
}

/**
 * Joins wrapped lines to items and paragraphs. `all` is the whole text, to tell hyphens by. With `items`, in a section
 * that is one list, what has no sign of its own goes on with the item above it. `tabs` stay where they are asked for.
 */
export function readBlocks(
  lines: readonly TextLine[],
  all = '',
  { items = false, tabs = false }: { items?: boolean; tabs?: boolean } = {},
): Block[] {
  const isList = items && lines[0]?.bullet === true;
  const groups: { bullet: boolean; lines: TextLine[] }[] = [];
  for (const line of lines) {
    if (flatten(line.text) === '') continue;
    const group = groups.at(-1);
    const goesOn =
      group !== undefined &&
      group.lines.length < MOST_LINES &&
      continues(group.lines, line) &&
      !(items && isSingle(group.lines, line));
    if (group && (goesOn || (isList && isRest(group.lines, line)))) group.lines.push(line);
    else groups.push({ bullet: line.bullet === true, lines: [line] });
  }
  return groups.map(({ bullet, lines: own }) => ({
    bullet,
    lines: own,
    text: joinLines(
      own.map(({ text }) => (tabs ? text : text.replace(/\t/g, ' '))),
      all,
    ),
  }));
}

/** Whether a line is the wrapped rest of those above it: the last of them is full, and nothing sets it apart. */
export function continues(above: readonly TextLine[], line: TextLine): boolean {
  const last = above.at(-1);
  if (!last?.full || line.bullet || line.gap || line.heading !== undefined || last.heading !== undefined)
    return false;
  if (line.style !== undefined && last.style !== undefined && line.style !== last.style) return false;
  const [first = last] = above;
  // Each label begins a line of its own.
  if (LABELLED.test(line.text) && LABELLED.test(first.text)) return false;
  // Text of an item goes on where it began, or further in; what stands further out is none of it.
  return (
    !first.bullet ||
    first.indent === undefined ||
    line.indent === undefined ||
    line.indent >= first.indent - INDENT_SLACK
  );
}

/** In a list without signs, lines that are one name each: the next long one would never fit behind a short one. */
function isSingle(above: readonly TextLine[], line: TextLine): boolean {
  const isName = ({ text, bullet }: TextLine) => !bullet && !/[,;|•:\t]/u.test(text);
  return above.every(isName) && /^\p{Lu}/u.test(line.text);
}

/** Of the same style as the item, which only documents with styles can show. */
function isRest([first]: readonly TextLine[], line: TextLine): boolean {
  return (
    first?.bullet === true &&
    !line.bullet &&
    !line.gap &&
    line.style !== undefined &&
    line.style === first.style
  );
}

/** No paragraph of a resume is longer. */
const MOST_LINES = 60;
const LABELLED = /^[^:.,]{2,40}:\s/u;
const INDENT_SLACK = 3;

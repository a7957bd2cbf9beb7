import { columnsOf } from './columns-of.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A text of at most `size` columns; what does not fit becomes an ellipsis. */
export function cutText(text: string, size: number): string {
  if (columnsOf(text) <= size) return text;
  return `${takeColumns(text, size - 1)}…`;
}

/**
 * A text as lines of at most `width` columns: the first behind `lead`, the others behind `indent`. Words longer than a
 * line are cut apart.
 */
export function wrapText(
  text: string,
  { width, lead = '', indent = lead }: { width: number; lead?: string; indent?: string },
): string[] {
  const lines: string[] = [];
  let line = '';
  const start = () => (lines.length === 0 ? lead : indent);
  const room = () => Math.max(8, width - columnsOf(start()));
  const end = () => {
    lines.push(`${start()}${line}`);
    line = '';
  };
  for (const word of text.split(' ')) {
    let rest = word;
    if (line !== '' && columnsOf(`${line} ${rest}`) > room()) end();
    while (line === '' && columnsOf(rest) > room()) {
      line = takeColumns(rest, room());
      rest = rest.slice(line.length);
      end();
    }
    line = line === '' ? rest : `${line} ${rest}`;
  }
  end();
  return lines.map((one) => one.trimEnd());
}

/** The longest start of at most `size` columns that cuts no grapheme; at least one grapheme. */
function takeColumns(text: string, size: number): string {
  let taken = '';
  let columns = 0;
  for (const { segment } of graphemes.segment(text)) {
    columns += columnsOf(segment);
    if (columns > size && taken !== '') break;
    taken += segment;
    if (columns > size) break;
  }
  return taken;
}

import { cleanLine } from '../../resume/clean-text.ts';
import type { TextLine } from '../../resume/index.ts';
import { joinItems, type LaidLine } from './join-items.ts';
import { orderColumns } from './order-columns.ts';
import type { PdfPage } from './pdf-page.ts';
import { BULLET } from './plain-text.ts';

/**
 * Makes lines of the pieces of text on pages, in reading order: columns one after the other, page numbers gone, what
 * repeats at the top of pages said once, what repeats at the bottom put last as margin.
 */
export function layOutPages(pages: readonly PdfPage[]): TextLine[] {
  const laid = pages.map((page) => orderColumns(joinItems(page.items)));
  const edges = findEdges(pages, laid);
  const usual = medianSize(laid.flat());
  const lines: TextLine[] = [];
  const margins: TextLine[] = [];
  for (const [at, ordered] of laid.entries()) {
    const full = findFull(ordered);
    let before: LaidLine | undefined;
    let bullet: LaidLine | undefined;
    let number = 0;
    for (const line of ordered) {
      number += 1;
      const text = cleanLine(line.text);
      if (text === '') continue;
      if (isOfBrowser(text, number === 1)) continue;
      const edge = edges.get(line);
      if (edge === 'number' || edge === 'repeated') continue;
      if (edge === 'footer') {
        margins.push({ text, line: number, page: at + 1, margin: true });
        continue;
      }
      const sign = isWrappedDash(text, line, before, full, lines.at(-1)) ? null : BULLET.exec(`${text} `);
      if (sign && text.slice(sign[0].length).trim() === '') {
        // The sign stands alone; its text follows on the same height.
        bullet = line;
        continue;
      }
      const own = sign ? text.slice(sign[0].length) : text;
      const isItem = sign !== null || (bullet !== undefined && Math.abs(bullet.y - line.y) < line.size * 0.6);
      lines.push({
        text: own,
        line: number,
        page: at + 1,
        indent: Math.round(line.x),
        style: styleOf(line),
        ...(isItem && { bullet: true }),
        ...(full.has(line) && { full: true }),
        ...(line.breaks && line.size > usual * TITLE_SIZE && { title: true }),
        ...((line.breaks ||
          (before && isSpaced(before, line)) ||
          (at > 0 && before === undefined && startsAnew(lines, line))) && { gap: true }),
      });
      before = line;
      bullet = undefined;
    }
  }
  return [...lines, ...margins];
}

/** What browsers print above and below a page: date, time and title; address and number of the page. */
function isOfBrowser(text: string, isFirst: boolean): boolean {
  return (
    (isFirst && /^\d{1,4}[/.]\d{1,2}[/.]\d{1,4}, \d{1,2}:\d{2}(?:[ \u202f][AP]M)?(?:\t.*)?$/u.test(text)) ||
    /^(?:file|https?):\/\/\S+\s+\d{1,3}\/\d{1,3}$/u.test(text)
  );
}

const TITLE_SIZE = 1.5;

/** The size of most letters. */
function medianSize(lines: readonly LaidLine[]): number {
  const sizes = lines.flatMap(({ size, text }) => Array<number>(Math.ceil(text.length / 10)).fill(size));
  return sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
}

/** A dash where an item with a sign of its own breaks off is a dash of its text. */
function isWrappedDash(
  text: string,
  line: LaidLine,
  above: LaidLine | undefined,
  full: ReadonlySet<LaidLine>,
  last: TextLine | undefined,
): boolean {
  if (!/^[-–—]/u.test(text) || !above || !full.has(above) || isSpaced(above, line)) return false;
  return !/^\s*[-–—]/u.test(above.text) && last !== undefined && line.x - above.x < line.size * 1.5;
}

/** Lines that end where the next word would not have fitted into their column. */
function findFull(lines: readonly LaidLine[]): Set<LaidLine> {
  const full = new Set<LaidLine>();
  let from = 0;
  for (let at = 0; at <= lines.length; at += 1) {
    if (at < lines.length && !(lines[at]?.breaks && at > 0)) continue;
    const column = lines.slice(from, at);
    const edge = Math.max(...column.map(({ right }) => right));
    for (const [i, line] of column.entries()) {
      const next = column[i + 1];
      if (!next) continue;
      const { cells } = line;
      const said = cells ? (line.text.split('\t')[0] ?? '') : line.text;
      const letter = ((cells?.right ?? line.right) - line.x) / Math.max(said.length, 1);
      const word = /^\s*\S+/u.exec(next.text)?.[0].length ?? 0;
      if (cells) {
        if (cells.right + letter * (word + 1) > cells.next - line.size * CELL_ROOM) full.add(line);
        continue;
      }
      const goesOn = /^\s*\p{Ll}/u.test(next.text) && line.right - line.x > (edge - line.x) * 0.7;
      if (goesOn || line.right + letter * (word + 1) > edge - line.size) full.add(line);
    }
    from = at;
  }
  return full;
}

/** More room above than lines of one paragraph have. */
function isSpaced(above: LaidLine, line: LaidLine): boolean {
  const room = above.y - line.y;
  return room < 0 || room > Math.max(line.size, above.size) * SPACED;
}

const SPACED = 1.75;
/** Letter sizes between a cell and the next, as tables leave them. */
const CELL_ROOM = 3.5;

/** On a new page, what is of another style than the line before and of one that has begun something before. */
function startsAnew(lines: readonly TextLine[], line: LaidLine): boolean {
  const last = lines.at(-1);
  const style = styleOf(line);
  return (
    last === undefined || (last.style !== style && lines.some((above) => above.gap && above.style === style))
  );
}

/** Font and size as one word. */
function styleOf({ font, size }: LaidLine): string {
  return `${font} ${Math.round(size * 2) / 2}`;
}

const EDGE = 0.08;
const PAGE_NUMBER = /^(?:page|seite|p\.)?\s*[-–—]?\s*\d{1,3}\s*[-–—]?(?:\s*(?:\/|of|von|\|)\s*\d{1,3})?$/iu;

/** Lines at the top or bottom of pages that are numbers of pages or repeat; the first of those at the top is kept. */
function findEdges(
  pages: readonly PdfPage[],
  laid: readonly LaidLine[][],
): Map<LaidLine, 'number' | 'repeated' | 'footer'> {
  const found = new Map<LaidLine, 'number' | 'repeated' | 'footer'>();
  const seen = new Map<string, { line: LaidLine; bottom: boolean; page: number }[]>();
  for (const [at, lines] of laid.entries()) {
    const height = pages[at]?.height ?? 0;
    for (const line of lines) {
      const bottom = line.y < height * EDGE;
      if (!bottom && line.y < height * (1 - EDGE)) continue;
      const text = cleanLine(line.text);
      if (PAGE_NUMBER.test(text)) {
        found.set(line, 'number');
        continue;
      }
      const key = `${bottom} ${text.replace(/\d+/g, '#')}`;
      seen.set(key, [...(seen.get(key) ?? []), { line, bottom, page: at }]);
    }
  }
  for (const places of seen.values()) {
    if (new Set(places.map(({ page }) => page)).size < 2) continue;
    for (const [at, { line, bottom }] of places.entries()) {
      if (at > 0) found.set(line, 'repeated');
      else if (bottom) found.set(line, 'footer');
    }
  }
  return found;
}

import { flatten } from '../clean-text.ts';
import type { TextLine } from '../text-document.ts';
import { type Block, continues, readBlocks } from './blocks.ts';
import { type DateRange, readDates, withoutDates } from './dates.ts';

/** One entry of a section: its head lines, when it was, and what is told about it. */
export interface Entry {
  /** What stands in the head, without dates, line by line; parts of a line are parted by tabs. */
  head: { text: string; line: TextLine }[];
  dates: DateRange | undefined;
  dateLine: TextLine | undefined;
  body: Block[];
}

const LONGEST_HEAD = 110;
/** A line as long as that which runs to the edge is prose. */
const LONG_LINE = 60;
const MOST_ABOVE = 3;
const MOST_BELOW = 2;

/**
 * Splits the lines of a section into entries. Each line with a date (no item of a list, no sentence) belongs to the
 * head of an entry, with the short lines above it back to a space, a list item or a sentence, and those below it up
 * to one. Without any date an entry begins at each marked heading, or at each space before a short line.
 */
export function readEntries(lines: readonly TextLine[], all = ''): Entry[] {
  const heads = findHeads(lines);
  return heads.map(({ from, to, dateAt }, at) => {
    const end = heads[at + 1]?.from ?? lines.length;
    const dateLine = dateAt === undefined ? undefined : lines[dateAt];
    const dates = dateLine && bestDate(dateLine.text);
    const head = lines.slice(from, to).flatMap((line) => {
      const found = readDates(line.text);
      const text = line === dateLine || isDateOnly(line.text) ? withoutDates(line.text, found) : line.text;
      return text === '' ? [] : [{ text, line }];
    });
    return { head: joinHead(head), dates, dateLine, body: readBlocks(lines.slice(to, end), all) };
  });
}

/** A line that breaks off goes on with the next one. */
function joinHead(head: Entry['head']): Entry['head'] {
  const joined: Entry['head'] = [];
  for (const part of head) {
    const last = joined.at(-1);
    if (
      last &&
      (wraps(last.line, part.line) || /(?:\b(?:in|of|and|for|at|the|to)|[,&/-])$/iu.test(last.text))
    )
      last.text += ` ${part.text}`;
    else joined.push({ ...part });
  }
  return joined;
}

/** A title too long for its cell beside the dates, in the same type as its rest. */
function wraps(line: TextLine, next: TextLine): boolean {
  return (
    line.full === true && line.text.includes('\t') && line.style !== undefined && line.style === next.style
  );
}

interface Head {
  from: number;
  /** Behind its last line. */
  to: number;
  dateAt: number | undefined;
}

function findHeads(lines: readonly TextLine[]): Head[] {
  const anchors = lines.flatMap((line, at) => (isDated(line) ? [at] : []));
  if (anchors.length === 0) return headsWithoutDates(lines);
  const heads: Head[] = [];
  for (const at of anchors) {
    const floor = heads.at(-1)?.to ?? 0;
    // A second date within one head is no entry of its own.
    if (heads.length > 0 && at < floor) continue;
    const from = startOfHead(lines, at, floor);
    heads.push({ from, to: endOfHead(lines, from, at), dateAt: at });
  }
  const first = heads[0] as Head;
  // What stands before the first head belongs to it where nothing tells of it.
  if (first.from > 0 && lines.slice(0, first.from).every((line) => isHeadLike(line) && !line.bullet))
    first.from = 0;
  return heads;
}

function startOfHead(lines: readonly TextLine[], at: number, floor: number): number {
  let from = at;
  if (isOpening(lines[at])) return from;
  while (from > floor && at - from < MOST_ABOVE) {
    const line = lines[from] as TextLine;
    const above = lines[from - 1] as TextLine;
    if (isOpening(above)) return from - 1;
    if (line.gap && !isDateOnly(lines[at]?.text ?? '') && from !== at) break;
    if (line.gap && from === at && !isDateOnly(line.text)) break;
    if (!isHeadLike(above) || above.bullet || belongsToItem(lines, from - 1, floor)) break;
    from -= 1;
  }
  return from;
}

/** A marked heading begins an entry. */
function isOpening(line: TextLine | undefined): boolean {
  return line?.heading !== undefined;
}

/** Whether the line is the wrapped rest of what stands above it. */
function belongsToItem(lines: readonly TextLine[], at: number, floor: number): boolean {
  if (at <= floor) return false;
  let first = at - 1;
  while (first > floor && continues(lines.slice(first - 1, first), lines[first] as TextLine)) first -= 1;
  return continues(lines.slice(first, at), lines[at] as TextLine);
}

function endOfHead(lines: readonly TextLine[], from: number, dateAt: number): number {
  let to = dateAt + 1;
  const alone = dateAt === from && isDateOnly(lines[dateAt]?.text ?? '');
  while (to < lines.length && to - dateAt <= MOST_BELOW + (alone ? 1 : 0)) {
    const line = lines[to] as TextLine;
    const isNext = isDated(line) || isOpening(line);
    if (line.bullet || isNext || !isHeadLike(line) || (line.gap && !alone && !isOpening(lines[from]))) break;
    // A short line above the next date is that one's head.
    if (isDated(lines[to + 1]) && !isOpening(lines[to + 1]) && line.gap) break;
    to += 1;
  }
  return to;
}

function headsWithoutDates(lines: readonly TextLine[]): Head[] {
  const marked = lines.some(isOpening);
  const starts = lines.flatMap((line, at) => {
    const begins = at === 0 || (marked ? isOpening(line) : line.gap && !line.bullet && isHeadLike(line));
    return begins && !line.bullet ? [at] : [];
  });
  return starts.map((from, i) => {
    const next = starts[i + 1] ?? lines.length;
    let to = from + 1;
    while (
      to < next &&
      to - from <= MOST_BELOW &&
      isHeadLike(lines[to] as TextLine) &&
      !lines[to]?.bullet &&
      !lines[to]?.gap
    )
      to += 1;
    return { from, to, dateAt: undefined };
  });
}

/** Whether the line could be a title, an employer, a place: short and no sentence. */
export function isHeadLike({ text, heading, full }: TextLine): boolean {
  if (heading !== undefined) return true;
  if (full && text.length > LONG_LINE) return false;
  const flat = flatten(text);
  if (
    flat.length > LONGEST_HEAD ||
    /[.!?;]$/u.test(flat.replace(/\b(?:Inc|Ltd|Corp|Co|LLC|Jr|Sr|Dr|B\.?S|M\.?S|Ph\.?D)\.$/iu, ''))
  )
    return false;
  if (/^[\p{Ll}]/u.test(flat) && !/\d{4}/.test(flat)) return false;
  if (isProse(flat) || /[.!?]\s+\p{Lu}\p{Ll}+\s\p{Ll}/u.test(flat)) return false;
  return flat.split(' ').length <= 16 && !/^[^:]{2,30}:\s/u.test(flat.replace(/https?:/g, ''));
}

function isDated(line: TextLine | undefined): boolean {
  if (!line || line.bullet) return false;
  const dates = readDates(line.text);
  if (dates.length === 0) return false;
  const rest = withoutDates(line.text, dates);
  if (line.heading !== undefined) return true;
  const flat = flatten(rest);
  return (
    flat.length <= LONGEST_HEAD && !/[.!?;]$/u.test(flat) && !/^[^:]{2,30}:\s/u.test(flat) && !isProse(flat)
  );
}

/** More small words than names have. */
function isProse(text: string): boolean {
  const words = text.split(' ').filter((word) => /^\p{L}/u.test(word));
  const small = words.filter(
    (word) => /^\p{Ll}/u.test(word) && !/^(?:of|and|the|for|in|at|to|de|und|la|des|&|by|on)$/u.test(word),
  );
  return words.length > 4 && small.length > words.length / 2;
}

export function isDateOnly(text: string): boolean {
  const dates = readDates(text);
  return (
    dates.length > 0 &&
    !/[\p{L}\d]/u.test(withoutDates(text, dates).replace(/\b(?:full|part)[- ]time\b|\bpresent\b/giu, ''))
  );
}

/** The range of a line, else its first date. */
export function bestDate(text: string): DateRange | undefined {
  const dates = readDates(text);
  return dates.find(({ isRange }) => isRange) ?? dates[0];
}

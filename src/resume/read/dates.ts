import { BETWEEN, MONTHS, PRESENT, SEASONS, SINCE, UNTIL } from '../words/months.ts';

/** A time named in a line. Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export interface DateRange {
  start?: string;
  /** Absent where it goes on or is not said. */
  end?: string;
  /** Whether the text says that it goes on. */
  open: boolean;
  /** A range of two ends, or since when; a single date is none. */
  isRange: boolean;
  /** UTF-16 offsets of what was read. */
  at: number;
  length: number;
  /** What was read in one of several ways. */
  ambiguous?: string;
}

interface Atom {
  first: string;
  last: string;
  at: number;
  length: number;
  present?: boolean;
  /** A month without its year: takes it from the other end. */
  yearless?: boolean;
  ambiguous?: string;
}

type Reader = (groups: Record<string, string | undefined>) => Omit<Atom, 'at' | 'length'> | undefined;

const MONTH = Object.keys(MONTHS)
  .sort((a, b) => b.length - a.length)
  .join('|');
const SEASON = Object.keys(SEASONS).join('|');
const YEAR = '(?<y>(?:19[5-9]|20[0-4])\\d)';
const SHORT_YEAR = "['’](?<yy>\\d\\d)";

/** Every way to write a date, the more telling ones first. */
const ATOMS: readonly { pattern: RegExp; read: Reader }[] = [
  atom(`${YEAR}-(?<m>\\d\\d)-(?<d>\\d\\d)(?:T[\\d:.Z+-]*)?`, numeric),
  atom(`(?<d>\\d{1,2})\\.\\s?(?<m>\\d{1,2})\\.\\s?${YEAR}`, numeric),
  atom(`(?<a>\\d{1,2})[/-](?<b>\\d{1,2})[/-]${YEAR}`, slashed),
  atom(`(?<d>\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+)?(?<n>${MONTH})\\.?,?\\s+${YEAR}`, named),
  atom(`(?<n>${MONTH})\\.?\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?,\\s*${YEAR}`, named),
  atom(`(?<n>${MONTH})\\.?[\\s,/-]*(?:${YEAR}|${SHORT_YEAR})`, named),
  atom(`${YEAR}[\\s,/-]+(?<n>${MONTH})\\b\\.?`, named),
  atom(`(?<s>${SEASON})(?:\\s+of)?[\\s,/-]*(?:${YEAR}|${SHORT_YEAR})`, season),
  atom(`${YEAR}[\\s-]*(?<s>q[1-4])`, season),
  atom(`(?<!\\d[/.])(?<m>0?[1-9]|1[0-2])\\s?[/.]\\s?${YEAR}`, numeric),
  atom(`(?<!\\d[/.-])(?<m>0?[1-9]|1[0-2])-${YEAR}`, numeric),
  atom(`${YEAR}[/.-](?<m>0[1-9]|1[0-2])(?!\\d)`, numeric),
  atom(`(?<m>0[1-9]|1[0-2])/(?<yy>\\d\\d)(?![\\d/])`, numeric),
  atom(YEAR, ({ y }) => ({ first: y as string, last: y as string })),
  atom(`(?<n>${MONTH})\\.?`, ({ n }) => {
    const month = pad(MONTHS[(n ?? '').toLowerCase()] ?? 1);
    return { first: month, last: month, yearless: true };
  }),
  atom(`(?:${PRESENT})`, () => ({ first: '', last: '', present: true })),
];

function atom(source: string, read: Reader): { pattern: RegExp; read: Reader } {
  // What belongs to a number, an amount or a word is no date.
  return {
    pattern: new RegExp(`(?<![\\p{L}\\d$€£])(?<![\\d][.,])${source}(?![\\d\\p{L}%])(?![.,]\\d)`, 'giu'),
    read,
  };
}

function numeric({ y, yy, m, d }: Record<string, string | undefined>) {
  const month = Number(m);
  const day = d === undefined ? undefined : Number(d);
  if (month < 1 || month > 12 || (day !== undefined && (day < 1 || day > 31))) return undefined;
  return same(`${y ?? longYear(yy)}-${pad(month)}${day === undefined ? '' : `-${pad(day)}`}`);
}

/** 03/04/2020 is a day in March or in April; which one, only a number above 12 tells. */
function slashed({ a, b, y }: Record<string, string | undefined>) {
  const [first, second] = [Number(a), Number(b)];
  if (first > 12 && first <= 31 && second >= 1 && second <= 12)
    return same(`${y}-${pad(second)}-${pad(first)}`);
  if (second > 12 && second <= 31 && first >= 1 && first <= 12)
    return same(`${y}-${pad(first)}-${pad(second)}`);
  if (first < 1 || second < 1 || first > 12 || second > 12) return undefined;
  if (first === second) return same(`${y}-${pad(first)}-${pad(second)}`);
  return { ...same(y as string), ambiguous: `${a}/${b}/${y}` };
}

function named({ y, yy, n, d }: Record<string, string | undefined>) {
  const month = MONTHS[(n ?? '').toLowerCase()];
  if (month === undefined || (d !== undefined && Number(d) > 31)) return undefined;
  return same(`${y ?? longYear(yy)}-${pad(month)}${d === undefined ? '' : `-${pad(Number(d))}`}`);
}

function season({ y, yy, s }: Record<string, string | undefined>) {
  const span = SEASONS[(s ?? '').toLowerCase()];
  const year = Number(y ?? longYear(yy));
  return span && { first: monthOf(year, span[0]), last: monthOf(year, span[1]) };
}

function same(date: string) {
  return { first: date, last: date };
}

function monthOf(year: number, month: number): string {
  return month > 12 ? `${year + 1}-${pad(month - 12)}` : `${year}-${pad(month)}`;
}

function longYear(yy: string | undefined): string {
  return Number(yy) >= 50 ? `19${yy}` : `20${yy}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

const BETWEEN_ONLY = new RegExp(`^\\s*(?:${BETWEEN})\\s*$`, 'iu');
/** 2018-20: two digits of the same century; what could be a month was read as one before. */
const SHORT_END = /^\s*[-–—/]\s*(\d\d)(?![\d\p{L}])/u;
const SINCE_BEFORE = new RegExp(`(?:^|[^\\p{L}])(?<word>${SINCE})\\s*:?\\s*$`, 'iu');
const UNTIL_BEFORE = new RegExp(`(?:^|[^\\p{L}])(?<word>${UNTIL})\\s*:?\\s*$`, 'iu');
const OPEN_BEHIND = /^\s*(?:[-–—]|to)\s*(?=$|[)\]|,;·•\t])/u;

/**
 * Every time that a line names, in order: "Jan 2021 - present", "2019/03-2020/11", "seit 03.2021", "Summer 2019",
 * "2018–20", "03/2021 to date". 03/04/2020 is read as its year, `ambiguous`.
 */
export function readDates(text: string): DateRange[] {
  const atoms = findAtoms(text);
  const found: DateRange[] = [];
  for (let i = 0; i < atoms.length; i += 1) {
    const atom = atoms[i] as Atom;
    const next = atoms[i + 1];
    const end = atom.at + atom.length;
    if (
      !atom.present &&
      next &&
      BETWEEN_ONLY.test(text.slice(end, next.at)) &&
      !(next.yearless && !next.present)
    ) {
      const first = atom.yearless ? `${next.last.slice(0, 4)}-${atom.first}` : atom.first;
      if (next.present || first.slice(0, 4) <= next.last.slice(0, 4)) {
        found.push({
          start: first,
          ...(!next.present && { end: next.last }),
          open: next.present === true,
          isRange: true,
          ...spanOf(text, atom.at, next.at + next.length),
          ...ambiguousOf(atom, next),
        });
        i += 1;
        continue;
      }
    }
    if (atom.present || atom.yearless) continue;
    const short = /^\d{4}$/.test(atom.first) ? SHORT_END.exec(text.slice(end)) : null;
    const shortEnd = short && `${atom.first.slice(0, 2)}${short[1]}`;
    if (short && shortEnd && shortEnd > atom.first) {
      found.push({
        start: atom.first,
        end: shortEnd,
        open: false,
        isRange: true,
        at: atom.at,
        length: atom.length + short[0].length,
      });
      continue;
    }
    const before = text.slice(0, atom.at);
    const since = SINCE_BEFORE.exec(before)?.groups?.word;
    const until = UNTIL_BEFORE.exec(before)?.groups?.word;
    const trailing = OPEN_BEHIND.exec(text.slice(end));
    if (since !== undefined || trailing) {
      const at = since === undefined ? atom.at : before.toLowerCase().lastIndexOf(since.toLowerCase());
      found.push({
        start: atom.first,
        open: true,
        isRange: true,
        at,
        length: end + (trailing?.[0].trimEnd().length ?? 0) - at,
        ...ambiguousOf(atom),
      });
    } else if (until !== undefined) {
      const at = before.toLowerCase().lastIndexOf(until.toLowerCase());
      found.push({ end: atom.last, open: false, isRange: true, at, length: end - at, ...ambiguousOf(atom) });
    } else {
      found.push({
        start: atom.first,
        end: atom.last,
        open: false,
        isRange: atom.first !== atom.last,
        ...spanOf(text, atom.at, end),
        ...ambiguousOf(atom),
      });
    }
  }
  return found;
}

function spanOf(text: string, from: number, to: number): { at: number; length: number } {
  // "from 2019 to 2021": the word goes with the date.
  const word = /(?:^|[^\p{L}])(from)\s+$/iu.exec(text.slice(0, from))?.[1];
  const at = word === undefined ? from : text.slice(0, from).toLowerCase().lastIndexOf('from');
  return { at, length: to - at };
}

function ambiguousOf(...atoms: readonly Atom[]): { ambiguous?: string } {
  const found = atoms.find(({ ambiguous }) => ambiguous !== undefined)?.ambiguous;
  return found === undefined ? {} : { ambiguous: found };
}

function findAtoms(text: string): Atom[] {
  if (!/\d/.test(text)) return [];
  const atoms: Atom[] = [];
  const taken = new Uint8Array(text.length);
  for (const { pattern, read } of ATOMS) {
    for (const match of text.matchAll(pattern)) {
      const { index: at } = match;
      const length = match[0].length;
      if (taken.subarray(at, at + length).includes(1)) continue;
      const value = read(match.groups ?? {});
      if (!value) continue;
      taken.fill(1, at, at + length);
      atoms.push({ ...value, at, length });
    }
  }
  return atoms.sort((a, b) => a.at - b.at);
}

/** The line without those times, and without the brackets, commas and dashes that are left around them. */
export function withoutDates(text: string, dates: readonly DateRange[]): string {
  let rest = text;
  for (const { at, length } of [...dates].sort((a, b) => b.at - a.at))
    rest = `${rest.slice(0, at)}\t${rest.slice(at + length)}`;
  return rest
    .replace(
      /\b\d+\+?\s*(?:years?|yrs?)(?:\s*,?\s*\d+\s*(?:months?|mos?))?\b|\b\d+\s*(?:months?|mos?)\b/giu,
      '\t',
    )
    .replace(/\(\s*\)|\[\s*\]/g, '\t')
    .replace(/[\s,;|·•–—-]*\t[\s,;|·•–—-]*/g, '\t')
    .replace(/^[\s,;|·•–—:-]+|[\s,;|·•–—-]+$/gu, '')
    .replace(/\(\s*$|^\s*\)/g, '')
    .trim();
}

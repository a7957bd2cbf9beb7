import type { Catalog } from './catalog.ts';
import { groupByStart, noSpellings, type Spellings } from './group-by-start.ts';
import type { SkillEntry } from './skill-entry.ts';
import { startOf } from './start-of.ts';

/** A skill named in running text. `start` and `end` are UTF-16 offsets. */
export interface Mention {
  entry: SkillEntry;
  start: number;
  end: number;
}

interface Spelling {
  folded: string;
  entry: SkillEntry;
  /** Stands letter by letter or not at all. */
  exact: string | undefined;
}

/** Spellings by the first letters of the first word, folded: `PREFIX` of them, fewer where the word is shorter. */
type Bucket = ReadonlyMap<string, readonly Spelling[]>;

/** Gives the bucket of a start (`startOf`), made ready when the first text asks for it. */
type Index = (start: number) => Bucket | undefined;

const PREFIX = 4;
const indexes = new WeakMap<Catalog, Index>();
const WORD = /[\p{L}\p{N}]/u;
const GAP = /[\s_\-\u2010-\u2015]/u;
const ASCII = /^[\p{ASCII}]*$/u;
const LISTED = /^\s*(?:[,/;&|+]|\band\b|\bor\b|, and|, or)\s*$/iu;
/** Second halves that leave a name what it is: Python-based. */
const COMPOUND =
  /^(?:based|powered|driven|native|first|related|specific|certified|compatible|focused)(?!\p{L})/iu;
const URL_LIKE = /:\/\/|www\./;
const URLS = /(?:https?:\/\/|www\.)\S+/giu;
/** Longest way between two members of a list: `, and ` with room for a line break. */
const BESIDE = 12;

/**
 * Finds the skills of the catalog in running text, longest name first. Names that are common words (`ambiguous`)
 * count only in their exact case and with context: one of their context words within 60 characters, or another
 * skill beside them in a list. Addresses are passed over. Spellings that are only good in a skills list (`fieldAliases`) never count here.
 */
export function scanMentions(text: string, catalog: Catalog): Mention[] {
  let index = indexes.get(catalog);
  if (!index) {
    index = buildIndex(catalog);
    indexes.set(catalog, index);
  }
  const folded = fold(URL_LIKE.test(text) ? text.replace(URLS, (url) => ' '.repeat(url.length)) : text);
  const sure: Mention[] = [];
  let doubtful: Mention[] = [];
  let at = 0;
  while (at < text.length) {
    const hit = startsWord(text, at) ? longestAt(text, folded, at, index) : undefined;
    if (!hit) {
      at += 1;
      continue;
    }
    (isDoubtful(hit, text) ? doubtful : sure).push(hit);
    at = hit.end;
  }
  if (doubtful.length === 0) return sure;
  const starts = new Map(sure.map((mention) => [mention.start, mention]));
  const ends = new Map(sure.map((mention) => [mention.end, mention]));
  const found = [...sure];
  // A name that is meant makes its neighbours in the list meant too, so this goes on as long as it finds any.
  for (let before = -1; before !== found.length; ) {
    before = found.length;
    doubtful = doubtful.filter((mention) => {
      if (!isMeant(text, mention, starts, ends)) return true;
      found.push(mention);
      starts.set(mention.start, mention);
      ends.set(mention.end, mention);
      return false;
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The name of an ambiguous entry, or one word of it (Spark of Apache Spark); other aliases are clear by themselves. */
function isDoubtful({ entry, start, end }: Mention, text: string): boolean {
  if (!entry.ambiguous) return false;
  const said = text.slice(start, end).toLowerCase();
  return said === entry.name.toLowerCase() || entry.name.toLowerCase().split(' ').includes(said);
}

function buildIndex(catalog: Catalog): Index {
  const { plain, odd } = groupByStart(catalog.entries);
  const oddly = new Map<number, Spellings>();
  for (const [at, spelling] of odd.spellings.entries()) {
    const start = startOf(fold(spelling));
    const group = oddly.get(start) ?? noSpellings();
    group.spellings.push(spelling);
    group.owners.push(odd.owners[at] as SkillEntry);
    group.listOnly.push(odd.listOnly[at] as boolean);
    oddly.set(start, group);
  }
  const ready = new Map<number, Bucket | undefined>();
  return (start) => {
    if (!ready.has(start)) {
      const parts = [plain.get(start), oddly.get(start)].flatMap((part) => part ?? []);
      ready.set(start, parts.length === 0 ? undefined : makeBucket(parts));
    }
    return ready.get(start);
  };
}

function makeBucket(parts: readonly Spellings[]): Bucket {
  const bucket = new Map<string, Spelling[]>();
  for (const { spellings, owners, listOnly } of parts) {
    for (const [at, spelling] of spellings.entries()) {
      if (listOnly[at]) continue;
      const entry = owners[at] as SkillEntry;
      const folded = fold(spelling).replace(/ +/gu, ' ');
      const exact =
        entry.caseSensitive || (entry.ambiguous && spelling === entry.name) ? spelling : undefined;
      const key = prefixOf(folded, 0, PREFIX);
      const list = bucket.get(key);
      if (list) list.push({ folded, entry, exact });
      else bucket.set(key, [{ folded, entry, exact }]);
    }
  }
  for (const list of bucket.values()) {
    list.sort(
      (a, b) =>
        b.folded.length - a.folded.length || Number(b.exact !== undefined) - Number(a.exact !== undefined),
    );
  }
  return bucket;
}

/** At most `length` folded letters from `start`, up to the first gap. */
function prefixOf(folded: string, start: number, length: number): string {
  const prefix = folded.slice(start, start + length);
  const gap = prefix.indexOf(' ');
  return gap < 0 ? prefix : prefix.slice(0, gap);
}

/** Lower case with every gap a space; as long as the text, so that offsets hold. */
function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(/[\s_-]/g, ' ');
  let folded = '';
  for (const unit of text.split('')) {
    const lower = unit.toLowerCase();
    folded += GAP.test(unit) ? ' ' : lower.length === 1 ? lower : unit;
  }
  return folded;
}

function longestAt(text: string, folded: string, start: number, index: Index): Mention | undefined {
  let best: Mention | undefined;
  let length = 0;
  const first = prefixOf(folded, start, PREFIX);
  const bucket = index(startOf(first));
  const single = first.length > 1 ? index(startOf(first[0] as string)) : bucket;
  for (let size = first.length; size > 0; size -= 1) {
    const home = size === 1 ? single : bucket;
    for (const { folded: spelling, entry, exact } of home?.get(first.slice(0, size)) ?? []) {
      if (spelling.length <= length) break;
      const end = endOfMatch(folded, start, spelling);
      if (end === undefined || !endsWord(text, end)) continue;
      if (exact !== undefined && text.slice(start, end) !== exact) continue;
      best = { entry, start, end };
      length = spelling.length;
      break;
    }
  }
  return best;
}

function endOfMatch(folded: string, start: number, spelling: string): number | undefined {
  if (folded.startsWith(spelling, start)) return start + spelling.length;
  if (!spelling.includes(' ')) return undefined;
  let at = start;
  for (const char of spelling.split('')) {
    if (folded[at] !== char) return undefined;
    at += 1;
    if (char === ' ') while (folded[at] === ' ') at += 1;
  }
  return at;
}

/** What makes a name that follows it a part of something longer; for plain text by code, which is much faster. */
const BINDS = /[\p{L}\p{N}_@#.+]/u;
const BINDS_PLAIN: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
  BINDS.test(String.fromCharCode(code)),
);

function startsWord(text: string, at: number): boolean {
  if (at > 0) {
    const code = text.charCodeAt(at - 1);
    if (BINDS_PLAIN[code] ?? BINDS.test(text[at - 1] as string)) return false;
  }
  return !/\s/.test(text[at] as string);
}

function endsWord(text: string, at: number): boolean {
  const after = text[at];
  if (after === undefined) return true;
  if (WORD.test(after) || after === '+' || after === '#' || after === '_') return false;
  if (after === '.' || after === '&' || after === '@') return !WORD.test(text[at + 1] ?? ' ');
  if (after === '-') return !WORD.test(text[at + 1] ?? ' ') || COMPOUND.test(text.slice(at + 1, at + 14));
  return true;
}

function isMeant(
  text: string,
  mention: Mention,
  starts: ReadonlyMap<number, Mention>,
  ends: ReadonlyMap<number, Mention>,
): boolean {
  for (let gap = 0; gap <= BESIDE; gap += 1) {
    if (ends.has(mention.start - gap) && LISTED.test(text.slice(mention.start - gap, mention.start)))
      return true;
    if (starts.has(mention.end + gap) && LISTED.test(text.slice(mention.end, mention.end + gap))) return true;
  }
  const around = text.slice(Math.max(0, mention.start - 60), mention.end + 60).toLowerCase();
  return (mention.entry.context ?? []).some((word) => holdsWord(around, word));
}

/** Whether the word stands there whole; plurals and other endings of up to three letters are let through. */
function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const after = /^[\p{L}\p{N}]*/u.exec(text.slice(at + word.length))?.[0].length ?? 0;
    if (!WORD.test(text[at - 1] ?? ' ') && after <= 3) return true;
  }
  return false;
}

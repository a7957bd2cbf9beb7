import type { Resume } from '../../../schemas/resume.ts';
import { flatten } from '../clean-text.ts';
import type { Certainty } from '../extraction.ts';
import type { NoteList } from '../note-list.ts';
import type { TextLine } from '../text-document.ts';
import { ORGANISATION_WORDS, POSITION_WORDS } from '../words/people.ts';
import { PLACE } from './contacts.ts';
import type { DateRange } from './dates.ts';
import { type Entry, readEntries } from './entries.ts';

type Work = NonNullable<Resume['work']>[number];

/** The parts of a head, each with the line it stands on. */
export interface HeadPart {
  text: string;
  /** A city, with or without its region, or "remote". */
  place?: true;
  line: TextLine;
}

interface Named {
  position?: HeadPart;
  employer?: HeadPart;
  location?: HeadPart;
  /** The two were told apart by their order alone. */
  guessed: boolean;
  first: 'position' | 'employer';
  /** What else stands in the head. */
  left?: HeadPart[];
}

/** Reads jobs, or voluntary work, which has an organisation in the place of an employer. */
export function readWork(
  lines: readonly TextLine[],
  key: 'work' | 'volunteer',
  notes: NoteList,
  all: string,
): Work[] {
  const entries = readEntries(lines, all);
  const named = entries.map((entry) => withLeft(splitHead(entry)));
  const order = usualOrder(named);
  const jobs: Work[] = [];
  let employer: { text: string; above: boolean } | undefined;
  for (const [i, entry] of entries.entries()) {
    const parts = named[i]?.guessed ? reorder(named[i] as Named, order) : (named[i] as Named);
    if (!parts.position && !parts.employer && entry.body.length === 0) continue;
    const at = `${key}[${jobs.length}]`;
    const job: Work = {};
    const put = (field: 'name' | 'position' | 'location', part: HeadPart | undefined, sure: Certainty) => {
      if (!part) return;
      job[field] = flatten(part.text);
      const shown = field === 'name' && key === 'volunteer' ? 'organization' : field;
      notes.field(`${at}.${shown}`, sure, part.line);
    };
    put('position', parts.position, parts.guessed ? 'guess' : 'likely');
    put('name', parts.employer, parts.guessed ? 'guess' : 'likely');
    put('location', parts.location, 'likely');
    if (parts.guessed && parts.position && parts.employer)
      notes.note(
        'order-guessed',
        `Which of "${flatten(parts.position.text)}" and "${flatten(parts.employer.text)}" is the position was told by their order alone; correct ${at} if it is the other way round.`,
        parts.position.line,
      );
    if (
      !parts.employer &&
      parts.position &&
      employer?.above &&
      !entry.body.some(({ lines: [first] }) => first?.gap)
    ) {
      job.name = employer.text;
      notes.field(`${at}.${key === 'volunteer' ? 'organization' : 'name'}`, 'guess', parts.position.line);
      notes.note(
        'employer-carried',
        `${flatten(parts.position.text)} names no employer and is read as another position at the one above it.`,
        parts.position.line,
      );
    }
    if (parts.employer) employer = { text: flatten(parts.employer.text), above: parts.first === 'employer' };
    readPeriod(job, entry.dates, entry.dateLine, at, notes);
    if (!entry.dates)
      notes.note(
        'no-dates',
        `No dates were found for ${job.position ?? job.name ?? at}; its time counts for nothing until they are added.`,
        entry.head[0]?.line,
      );
    const left = (parts.left ?? []).filter(({ text }) => !EMPLOYMENT.test(text));
    const told = left.map(({ text, line }) => ({ bullet: false, text: flatten(text), lines: [line] }));
    readBody(job, { body: [...told, ...entry.body] }, at, notes);
    jobs.push(job);
  }
  return jobs;
}

/** Sets start and end, and notes a date that could be two. */
export function readPeriod(
  target: { startDate?: string | undefined; endDate?: string | undefined },
  dates: DateRange | undefined,
  line: TextLine | undefined,
  at: string,
  notes: NoteList,
): void {
  if (!dates || !line) return;
  const sure: Certainty = dates.isRange && !dates.ambiguous ? 'certain' : 'likely';
  if (dates.start !== undefined) {
    target.startDate = dates.start;
    notes.field(`${at}.startDate`, sure, line);
  }
  if (dates.end !== undefined) {
    target.endDate = dates.end;
    notes.field(`${at}.endDate`, sure, line);
  }
  if (dates.ambiguous !== undefined)
    notes.note(
      'date-ambiguous',
      `"${dates.ambiguous}" can be two days; only its year is read. Write it as YYYY-MM-DD.`,
      line,
    );
}

/** Prose before the first list is the summary, the items of lists are highlights; without a list all is summary. */
export function readBody(
  target: { summary?: string | undefined; highlights?: string[] | undefined },
  { body }: Pick<Entry, 'body'>,
  at: string,
  notes: NoteList,
): void {
  const highlights: string[] = [];
  const summary: string[] = [];
  for (const { bullet, text, lines } of body) {
    const [line] = lines;
    if (!line) continue;
    if (bullet || highlights.length > 0) {
      notes.field(`${at}.highlights[${highlights.length}]`, bullet ? 'certain' : 'likely', line);
      highlights.push(text);
    } else {
      if (summary.length === 0) notes.field(`${at}.summary`, 'likely', line);
      summary.push(text);
    }
  }
  if (summary.length > 0) target.summary = summary.join('\n');
  if (highlights.length > 0) target.highlights = highlights;
}

/** The lines of a head, parted where signs part them; a place at the end of a part is a part of its own. */
export function splitHead({ head }: Pick<Entry, 'head'>): HeadPart[] {
  return head.flatMap(({ text, line }) =>
    text
      .split(/\t|\s*[|·•∙]\s*|\s+[–—]\s+|\s+-\s+|\s+@\s+/u)
      .flatMap((part) => splitPlace(part))
      .map((part) => ({ ...part, text: part.text.replace(/^[\s,;:()]+|[\s,;:(]+$/gu, '').trim(), line }))
      .filter((part) => /[\p{L}\d]/u.test(part.text)),
  );
}

function splitPlace(part: string): Omit<HeadPart, 'line'>[] {
  if (isPlace(part)) return [{ text: part, place: true }];
  const company = COMPANY_AND_CITY.exec(part);
  if (company) return [{ text: company[1] ?? '' }, { text: company[2] ?? '', place: true }];
  const bracketed = /^(.*\S)\s*\(([^()]+)\)\s*$/u.exec(part);
  if (bracketed && isPlace(bracketed[2] ?? ''))
    return [{ text: bracketed[1] ?? '' }, { text: bracketed[2] ?? '', place: true }];
  const pieces = part.split(/,\s*/);
  for (let from = 1; from < pieces.length; from += 1) {
    const tail = pieces.slice(from).join(', ');
    if (isPlace(tail)) return [{ text: pieces.slice(0, from).join(', ') }, { text: tail, place: true }];
  }
  return [{ text: part }];
}

/** "Beispiel GmbH, Berlin", "Power Co., Lincoln NE" */
const COMPANY_AND_CITY =
  /^(.+\s(?:GmbH|AG|SE|KG|Inc|LLC|Ltd|Limited|Corp|Co|plc|LLP|S\.?A|B\.?V|Oy|AB|College|University|School|Hospital|Clinic|Bank|Group|Institute|Academy|Council)\.?),\s*(\p{Lu}[\p{L}.' -]{1,40}(?:\s[A-Z]{2})?)$/u;

function isPlace(text: string): boolean {
  const flat = flatten(text);
  if (/^(?:remote|hybrid|on-?site|homeoffice|home office|worldwide)(?:\s*\(.*\))?$/iu.test(flat)) return true;
  return PLACE.test(flat) && !POSITION_WORDS.test(flat);
}

/** Kinds of employment, which say nothing of the work. */
const EMPLOYMENT =
  /^(?:full|part)[- ]?time$|^(?:permanent|temporary|contract|freelance|self-employed|internship|seasonal|voluntary|vollzeit|teilzeit)$/iu;

/** The named parts and, of a head with more than two, those that are neither. */
function withLeft(parts: readonly HeadPart[]): Named {
  const named = nameParts(parts);
  const used = [named.position, named.employer, named.location];
  const left = parts.filter((part) => !used.includes(part));
  // A part that was taken in two was used whole.
  return left.length === parts.filter((part) => part !== named.location).length ? named : { ...named, left };
}

function nameParts(parts: readonly HeadPart[]): Named {
  const rest: HeadPart[] = [];
  let location: HeadPart | undefined;
  for (const part of parts) {
    if (!location && part.place) location = part;
    else rest.push(part);
  }
  const found = { ...(location && { location }) };
  const [a, b] = rest;
  if (!a) return { ...found, guessed: false, first: 'position' };
  if (!b) return { ...found, ...nameOne(a) };
  const positions = rest.filter(({ text }) => isPosition(text));
  const others = rest.filter((part) => !positions.includes(part));
  if (positions.length >= 1 && others.length >= 1) {
    const [position] = positions;
    const [employer] = others;
    const first =
      rest.indexOf(position as HeadPart) < rest.indexOf(employer as HeadPart) ? 'position' : 'employer';
    return {
      ...found,
      position: position as HeadPart,
      employer: employer as HeadPart,
      guessed: false,
      first,
    };
  }
  // Both are positions, or neither is: an organisation's word decides, else the order does.
  const organisation = [a, b].filter(({ text }) => ORGANISATION_WORDS.test(text));
  if (organisation.length === 1) {
    const employer = organisation[0] as HeadPart;
    const position = employer === a ? b : a;
    return { ...found, position, employer, guessed: false, first: employer === a ? 'employer' : 'position' };
  }
  return { ...found, position: a, employer: b, guessed: true, first: 'position' };
}

const LEGAL_FORM = /\s(?:gmbh|ag|inc|llc|ltd|limited|corp|plc|llp|s\.?a|b\.?v)\.?$/iu;

/** "Engineer at Acme", "Engineer, Acme Inc." */
function nameOne(part: HeadPart): Omit<Named, 'location'> {
  const at = /^(.+?)\s+(?:at|for|with|bei)\s+(\p{Lu}.+)$/u.exec(part.text);
  if (at && isPosition(at[1] ?? ''))
    return {
      position: { ...part, text: at[1] ?? '' },
      employer: { ...part, text: at[2] ?? '' },
      guessed: false,
      first: 'position',
    };
  const comma = part.text.indexOf(', ');
  if (comma > 0) {
    const [before, after] = [part.text.slice(0, comma), part.text.slice(comma + 2)];
    if (isPosition(before) && !isPosition(after))
      return {
        position: { ...part, text: before },
        employer: { ...part, text: after },
        guessed: false,
        first: 'position',
      };
    if (!isPosition(before) && isPosition(after))
      return {
        position: { ...part, text: after },
        employer: { ...part, text: before },
        guessed: false,
        first: 'employer',
      };
    // "Bookseller, Foyles & Daughters Ltd.": of two words that nobody knows the legal form tells which is the house.
    if (LEGAL_FORM.test(after) && !LEGAL_FORM.test(before))
      return {
        position: { ...part, text: before },
        employer: { ...part, text: after },
        guessed: true,
        first: 'position',
      };
  }
  return isPosition(part.text) || !ORGANISATION_WORDS.test(part.text)
    ? { position: part, guessed: !isPosition(part.text), first: 'position' }
    : { employer: part, guessed: false, first: 'employer' };
}

/** Titles name what somebody does; "Bank of America" and "Acme Consulting Group" do not. */
function isPosition(text: string): boolean {
  return (
    POSITION_WORDS.test(text) &&
    !/\b(?:inc|llc|ltd|gmbh|corp|group|company|agency|university|hospital|college)\b\.?$/iu.test(text)
  );
}

/** What comes first in the entries that can be told. */
function usualOrder(named: readonly Named[]): 'position' | 'employer' {
  const sure = named.filter(({ guessed, position, employer }) => !guessed && position && employer);
  return sure.filter(({ first }) => first === 'employer').length * 2 > sure.length ? 'employer' : 'position';
}

function reorder(parts: Named, order: 'position' | 'employer'): Named {
  if (order === 'position' || !parts.position || !parts.employer) return parts;
  return { ...parts, position: parts.employer, employer: parts.position, first: 'employer' };
}

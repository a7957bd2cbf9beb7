import type { Resume } from '../../../schemas/resume.ts';
import { flatten } from '../clean-text.ts';
import type { NoteList } from '../note-list.ts';
import type { TextLine } from '../text-document.ts';
import { type Block, readBlocks } from './blocks.ts';
import { readDates, withoutDates } from './dates.ts';
import { bestDate, isDateOnly } from './entries.ts';

type Certificate = NonNullable<Resume['certificates']>[number];

const NOISE =
  /\b(?:issued|obtained|earned|awarded|received|completed|valid|expires?|expiry|expiration|credential id|id|no\.?|licen[sc]e(?: no| number| id|)(?=[.:#\s]*[A-Z]*\d{3})|certificate (?:no|number))\b\s*(?:on|in|date|until|through|by)?\s*[:#]?\s*(?:[A-Z]*-?\d[\w-]{3,})?/giu;
const EXPIRES =
  /\b(?:expir(?:es|y|ing|ation)|valid (?:until|through|till)|exp\.?|renewal|until)\s*(?:on|date|in)?\s*:?\s*$/iu;
/** Words of those who give certificates. */
const ISSUERS =
  /\b(?:board|association|council|institute|society|university|college|academy|foundation|red cross|authority|commission|department|ministry|organi[sz]ation|chamber|alliance|google|microsoft|amazon web services|cisco|comptia|oracle|coursera|udemy|edx|linkedin|isaca|axelos|pmi)\b/iu;
const NOT_YET =
  /\b(?:in progress|planned|expected|pending|preparing|studying for|ongoing|not yet|anticipated|scheduled)\b/iu;
const ISSUER = /^(?:by|from|issued by|issuer|provider|via|through)\s*:?\s+/iu;

/**
 * Reads certificates, one a line: its name, who issued it, when. One that is planned or in progress is noted and not
 * held.
 */
export function readCertificates(
  lines: readonly TextLine[],
  notes: NoteList,
  all: string,
  first = 0,
): Certificate[] {
  const found: Certificate[] = [];
  for (const { text, lines: own } of readBlocks(lines, all, { items: true }).flatMap(splitBlock)) {
    const [line] = own;
    if (!line) continue;
    const last = found.at(-1);
    const at = `certificates[${first + found.length}]`;
    if (NOT_YET.test(text)) {
      notes.note(
        'not-held',
        `"${flatten(text)}" is not finished, so it is no certificate that is held.`,
        line,
      );
      continue;
    }
    // "Google, March 2024" on a line of its own belongs to the name above it.
    if (
      last &&
      last.date === undefined &&
      !line.bullet &&
      !line.gap &&
      (isDateOnly(text) || (own.length === 1 && ISSUER.test(text)))
    ) {
      const date = bestDate(text);
      if (date)
        setDate(last, date.end ?? date.start, `certificates[${first + found.length - 1}]`, line, notes);
      else last.issuer ??= text.replace(ISSUER, '');
      continue;
    }
    const dates = readDates(text);
    const rest = withoutDates(text, dates)
      .replace(NOISE, '\t')
      .replace(/https?:\/\/\S+/giu, '\t')
      .replace(/\(\s*\)/g, '');
    const [name = '', ...more] = rest
      .split(/\t|\s*[|·•]\s*|\s+[–—]\s+/u)
      .map((part) => part.replace(/^[\s,;:()-]+|[\s,;:(-]+$/gu, ''))
      .filter((part) => /\p{L}/u.test(part));
    if (name === '') continue;
    const split =
      more.length === 0 ? splitIssuer(name) : { name, issuer: more.join(', ').replace(ISSUER, '') };
    const certificate: Certificate = { name: split.name, ...(split.issuer && { issuer: split.issuer }) };
    notes.field(`${at}.name`, line.bullet || own.length === 1 ? 'likely' : 'guess', line);
    if (split.issuer) notes.field(`${at}.issuer`, more.length > 0 ? 'likely' : 'guess', line);
    // The first date is the issue's; what follows, or stands behind an "until", is when it ends.
    const issued = dates.find(
      ({ at: from, start }) => start !== undefined && !EXPIRES.test(text.slice(0, from)),
    );
    setDate(certificate, issued?.start, at, line, notes);
    found.push(certificate);
  }
  return found;
}

function setDate(
  certificate: Certificate,
  date: string | undefined,
  at: string,
  line: TextLine,
  notes: NoteList,
): void {
  if (date === undefined) return;
  certificate.date = date;
  notes.field(`${at}.date`, 'likely', line);
}

/** "Scrum Master (Scrum.org)", "Data Analytics by Google". */
function splitIssuer(text: string): { name: string; issuer?: string } {
  const bracketed = /^(.{3,}?)\s*\(([^()]{3,})\)$/u.exec(text);
  if (bracketed && !/^[A-Z]{2,6}(?:-[A-Z0-9]+)?$/u.test(bracketed[2] ?? ''))
    return { name: bracketed[1] ?? '', issuer: bracketed[2] ?? '' };
  const pieces = text.split(/,\s+|\s+-\s+/u);
  const from = pieces.findIndex((piece, at) => at > 0 && ISSUERS.test(piece));
  const comma = from < 0 ? -1 : text.indexOf(pieces[from] as string);
  if (comma > 0)
    return {
      name: text.slice(0, comma).replace(/[\s,–-]+$/u, ''),
      issuer: text.slice(comma).replace(/[\s,]+$/u, ''),
    };
  const by = /^(.{3,}?),?\s+(?:by|from|issued by)\s+(\p{Lu}.*)$/u.exec(text);
  if (by) return { name: by[1] ?? '', issuer: by[2] ?? '' };
  return { name: text };
}

/** Several in one line, parted by semicolons, or a line each, with a date of its own. */
function splitBlock(block: Block): Block[] {
  if (
    block.lines.length > 1 &&
    block.lines.every(({ text }) => readDates(text).length > 0 && !isDateOnly(text))
  )
    return block.lines.map((line) => ({ ...block, text: flatten(line.text), lines: [line] }));
  const parts = block.text.split(/\s*;\s+/u).filter((part) => part !== '');
  return parts.length < 2 ? [block] : parts.map((text) => ({ ...block, text }));
}

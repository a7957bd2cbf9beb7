import type { Resume } from '../../../schemas/resume.ts';
import { type Catalog, normalizeName, parseLevel, scanMentions } from '../../skills/index.ts';
import { flatten } from '../clean-text.ts';
import type { NoteList } from '../note-list.ts';
import type { TextLine } from '../text-document.ts';
import { GENERIC_LABELS, NOT_HELD_REMARK } from '../words/skills.ts';
import { type Block, readBlocks } from './blocks.ts';
import { readClaims } from './claims.ts';
import { readSkillItem, saysNotHeld } from './skill-item.ts';

type Skill = NonNullable<Resume['skills']>[number];

/** More words than this are a sentence, not a name. */
const MOST_WORDS = 7;
const LABEL = /^([^:]{2,60}?)\s*:\s+(.+)$/u;
/** Labels of what is not held: `Learning: ...`, `Not any more: ...`. */
const NOT_HELD_LABEL =
  /^(?:currently |now |still )?(?:learning|studying|exploring|to learn|want(?:s|ed)? to learn|planned|next)$|\b(?:not?|never|interested|formerly|outdated|rusty)\b/iu;
const LABEL_DASH = /^([^–—]{2,40}?)\s+[–—]\s+(.+,.+)$/u;

/** Collects skills; one that is listed twice is one, at the first level given. */
export class SkillList {
  readonly skills: Skill[] = [];
  readonly #at = new Map<string, number>();
  readonly #parts = new Set<string>();
  readonly #catalog: Catalog;
  readonly #notes: NoteList;

  constructor(catalog: Catalog, notes: NoteList) {
    this.#catalog = catalog;
    this.#notes = notes;
  }

  /** Whether it is listed, by itself or among the parts of another. */
  has(name: string): boolean {
    const key = this.#keyOf(name);
    return this.#at.has(key) || this.#parts.has(key);
  }

  add(skill: Skill, line: TextLine, sure?: 'certain' | 'likely' | 'guess', duration?: string): void {
    for (const keyword of skill.keywords ?? []) this.#parts.add(this.#keyOf(keyword));
    const key = this.#keyOf(skill.name);
    const known = this.#at.get(key);
    const at = known ?? this.skills.length;
    if (duration !== undefined)
      this.#notes.note(
        'skill-duration',
        `${skill.name}: ${duration}, as it says; a resume has no field for it, so its time of use is read from the work that names it.`,
        line,
      );
    const old = known === undefined ? undefined : (this.skills[known] as Skill);
    if (old) {
      old.level ??= skill.level;
      if (skill.keywords) old.keywords = [...new Set([...(old.keywords ?? []), ...skill.keywords])];
      return;
    }
    this.#at.set(key, at);
    this.skills.push(
      Object.fromEntries(Object.entries(skill).filter(([, value]) => value !== undefined)) as Skill,
    );
    this.#notes.field(`skills[${at}]`, sure ?? (this.#catalog.find(skill.name) ? 'certain' : 'likely'), line);
  }

  #keyOf(name: string): string {
    return this.#catalog.find(name)?.name ?? `?${normalizeName(name)}`;
  }
}

/**
 * Reads the lines of a skills section: lists with or without labels, levels and durations at the names, sentences.
 * What is said not to be held (any more, or yet) is noted and left out.
 */
export function readSkills(
  lines: readonly TextLine[],
  list: SkillList,
  catalog: Catalog,
  notes: NoteList,
  all: string,
): void {
  let group: { level?: string | undefined; label?: string; line: TextLine } | undefined;
  const blocks = readBlocks(tableCells(lines), all, { items: true, tabs: true });
  for (const { text, lines: own } of blocks.flatMap(splitLabels)) {
    const line = own[0] as TextLine;
    if (line.heading !== undefined || (line.gap && !line.bullet)) group = undefined;
    const label =
      LABEL.exec(text) ??
      (parseLevel(LABEL_DASH.exec(text)?.[1]) !== null || isGeneric(LABEL_DASH.exec(text)?.[1] ?? '')
        ? LABEL_DASH.exec(text)
        : null);
    const labelled =
      label && !catalog.find(text) ? readLabel(label[1] ?? '', label[2] ?? '', catalog) : undefined;
    if (labelled) {
      readList(labelled.rest, { ...labelled, line }, list, catalog, notes);
      continue;
    }
    const bare = /^(.{2,60}?)\s*:$/u.exec(text)?.[1] ?? (line.heading !== undefined ? text : undefined);
    if (bare !== undefined || (parseLevel(text) !== null && !catalog.find(text))) {
      group = { ...readGroup(bare ?? text), line };
      continue;
    }
    readList(text, { ...(group && { level: group.level }), line }, list, catalog, notes);
  }
}

/** "Expert: Python, SQL; Basic: Go" is a line for each label. */
function splitLabels(block: Block): Block[] {
  const parts = block.text.split(/;\s+/u);
  return parts.length > 1 && parts.every((part) => LABEL.test(part))
    ? parts.map((text) => ({ ...block, text }))
    : [block];
}

/** `Advanced: ...` gives a level, `Databases: ...` only sorts, `Web Development (Master): ...` is a skill with its parts. */
function readLabel(
  label: string,
  rest: string,
  catalog: Catalog,
): { level?: string; name?: string; rest: string } | undefined {
  if (saysNotHeld(`${label} ${rest}`) !== undefined && NOT_HELD_LABEL.test(label))
    return { rest: `${label} ${rest}` };
  if (!/[,;]/u.test(rest) && NOT_HELD_REMARK.test(`: ${rest}`)) return undefined;
  if (parseLevel(label) !== null && !catalog.find(label)) return { level: label, rest };
  if (parseLevel(rest) !== null || /^\d+\+?\s*(?:years?|months?|yrs?)\b/iu.test(rest)) return undefined;
  const bracket = /^(.+?)\s*[([]([^()[\]]+)[)\]]$/u.exec(label) ?? /^(.+?)\s+[-–—,]\s+(.+)$/u.exec(label);
  if (bracket && parseLevel(bracket[2]) !== null)
    return { name: flatten(bracket[1] ?? ''), level: flatten(bracket[2] ?? ''), rest };
  if (isGeneric(label) || label.split(/\s+/u).length > 5) return { rest };
  return { name: flatten(label), rest };
}

function readGroup(text: string): { level?: string } {
  return parseLevel(text) === null ? {} : { level: flatten(text) };
}

function isGeneric(label: string): boolean {
  const plain = label
    .toLowerCase()
    .replace(/[&/+,]/gu, ' and ')
    .replace(/[^\p{L}\s-]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (GENERIC_LABELS.has(plain)) return true;
  const parts = plain.split(' and ').map((part) => part.trim());
  return parts.length > 1 && parts.every((part) => GENERIC_LABELS.has(part));
}

function readList(
  text: string,
  { level, name, line }: { level?: string | undefined; name?: string; line: TextLine },
  list: SkillList,
  catalog: Catalog,
  notes: NoteList,
): void {
  const keywords: string[] = [];
  let denied: string | undefined;
  for (const part of splitItems(text, catalog)) {
    const known = catalog.find(flatten(part.text)) !== undefined && !deniesName(part.text, catalog);
    const said = known ? undefined : saysNotHeld(part.text);
    // "no experience with SAP, Oracle or Salesforce": the no goes on to the end of the sentence.
    if (part.begins) denied = undefined;
    if (said !== undefined) denied = said;
    if (denied !== undefined) {
      const claims = readClaims(part.text, catalog);
      const held = said === undefined ? [] : claims.filter((claim) => claim.held);
      for (const claim of held) list.add({ name: claim.name, level: claim.level }, line);
      const named = [...claims, ...scanMentions(part.text, catalog).map(({ entry }) => entry)].map(
        (known) => known.name,
      );
      const names = [...new Set(named)].filter((name) => !held.some((claim) => claim.name === name));
      notes.note(
        'not-held',
        `"${flatten(part.text)}"${said === undefined ? ` (after "${denied}")` : ''}: ${names.length > 0 ? names.join(', ') : 'what it names'} is not taken as held.`,
        line,
      );
      if (NOT_HELD_REMARK.test(part.text)) denied = undefined;
      continue;
    }
    if (part.text.split(/\s+/u).length > MOST_WORDS && !readsAsItem(part.text, catalog)) {
      for (const claim of readClaims(part.text, catalog))
        if (claim.held)
          list.add({ name: claim.name, level: claim.level ?? level }, line, 'likely', claim.duration);
      const claimed = new Set(readClaims(part.text, catalog).map((claim) => claim.name));
      for (const { entry } of scanMentions(part.text, catalog))
        if (!claimed.has(entry.name)) list.add({ name: entry.name, level }, line, 'likely');
      continue;
    }
    const item = readSkillItem(part.text, catalog);
    if (!item) continue;
    if (name !== undefined && item.level === undefined && item.duration === undefined)
      keywords.push(item.name, ...item.keywords);
    else
      list.add(
        {
          name: item.name,
          level: item.level ?? level,
          ...(item.keywords.length > 0 && { keywords: item.keywords }),
        },
        line,
        undefined,
        item.duration,
      );
  }
  if (name !== undefined) list.add({ name, level, ...(keywords.length > 0 && { keywords }) }, line);
}

/** "no SQL" denies SQL, while "NoSQL" and "No SQL" are a name. */
function deniesName(text: string, catalog: Catalog): boolean {
  const denied = /^(?:no|not)\s+(.+)$/u.exec(text)?.[1];
  return denied !== undefined && catalog.find(denied) !== undefined;
}

function readsAsItem(text: string, catalog: Catalog): boolean {
  const item = readSkillItem(text, catalog);
  return item !== undefined && catalog.find(item.name) !== undefined;
}

interface Part {
  text: string;
  /** Begins a sentence or a line. */
  begins: boolean;
}

/** Parts a list at its commas and like signs, outside brackets; "X and Y" where both are known names and the whole is none. */
function splitItems(text: string, catalog: Catalog): Part[] {
  const parts: Part[] = [];
  let depth = 0;
  let current = '';
  let begins = true;
  const push = (next: boolean) => {
    const trimmed = current.trim();
    if (trimmed !== '') {
      for (const [at, piece] of splitPair(trimmed, catalog).entries())
        parts.push({ text: piece, begins: begins && at === 0 });
      begins = next;
    } else begins ||= next;
    current = '';
  };
  for (const [at, char] of [...text].entries()) {
    if (char === '(' || char === '[') depth += 1;
    if (char === ')' || char === ']') depth = Math.max(0, depth - 1);
    const after = text.slice(at + 1);
    if (depth === 0 && /[,;|•·\t]/u.test(char)) {
      if (char === '\t' && parseLevel(after.split(/[,;|•·\t]/u)[0]) !== null) current += char;
      else push(char !== ',');
    } else if (depth === 0 && char === '.' && /^\s+\p{Lu}/u.test(after) && current.trim().length > 2)
      push(true);
    else current += char;
  }
  push(true);
  return parts;
}

function splitPair(text: string, catalog: Catalog): string[] {
  const bare = text.replace(/^(?:and|or)\s+/iu, '');
  if (catalog.find(bare)) return [bare];
  const pair = bare.split(/\s+(?:and|&)\s+|\s*\/\s*/iu);
  if (pair.length > 1 && pair.every((part) => catalog.find(part.trim()) !== undefined)) return pair;
  const spoken = bare.split(/\s+and\s+/iu);
  if (
    spoken.length === 2 &&
    spoken.every((part) => {
      const item = readSkillItem(part, catalog);
      return item !== undefined && catalog.find(item.name) !== undefined;
    })
  )
    return spoken;
  return [bare];
}

/** Rows of a table: its head is left out, a label's cell goes before what it labels. */
function tableCells(lines: readonly TextLine[]): TextLine[] {
  return lines
    .filter(({ text }) => !text.includes('\t') || !text.split('\t').every((cell) => TABLE_HEADS.test(cell)))
    .map((line) => (line.text.includes('\t') ? { ...line, text: line.text.replace(/:\t/g, ': ') } : line));
}

const TABLE_HEADS =
  /^(?:skills?|name|levels?|proficiency|rating|years?|experience|category|tools?|technolog(?:y|ies)|last used|competency)$/iu;

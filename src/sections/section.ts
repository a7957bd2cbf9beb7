import type { FactSheet, Table } from '../../schemas/index.ts';
import { type MessageId, wordsOf } from '../language/index.ts';
import type { Style } from './style.ts';

/** A sentence before its values are filled in. */
export interface SentenceDraft {
  text: string;
  /** Ids of the facts it rests on. */
  facts: string[];
}

/** A fact that the section must mention: a sentence must cite one of `any`. */
export interface MustMention {
  any: readonly string[];
  /** What is to be said, for the finding. */
  what: string;
}

/** One section of the report: what it is about, which facts it may use, and how it is written without a model. */
export interface Section {
  /** Kebab-case; also the name of its prompt file. */
  id: string;
  /** In English; reports in another language take `titleId`. */
  title: string;
  /** The title as a message of the catalog. */
  titleId?: MessageId;
  /** Ids of the facts that it may use. */
  brief(facts: FactSheet): string[];
  mustMention(facts: FactSheet): MustMention[];
  /** The section in prose, by code alone: paragraphs of sentences. */
  offline(facts: FactSheet, style: Style): SentenceDraft[][];
  /** Tables beneath the prose. */
  tables(facts: FactSheet): Table[];
}

export function defineSection(section: Section): Section {
  return section;
}

/** The title of a section in the language of the facts; its own where the catalog has none. */
export function titleOf({ title, titleId }: Section, facts: Pick<FactSheet, 'language'>): string {
  return titleId === undefined ? title : wordsOf(facts).say(titleId);
}

/**
 * The ids of a sheet that fit one of the patterns, in the sheet's order. In a pattern `*` stands for one part of an id
 * and `**` at the end for all that follows: `skill.*.status`, `roadmap.**`.
 */
export function idsLike(facts: FactSheet, patterns: readonly string[]): string[] {
  const index = indexIds(facts);
  const found = new Map<number, string>();
  for (const pattern of patterns) {
    const parts = pattern.split('.');
    const open = parts.at(-1) === '**';
    const head = open ? parts.slice(0, -1) : parts;
    const [first = '', second = '*'] = head;
    const ids = second === '*' ? index.byFirst.get(first) : index.byPair.get(`${first}.${second}`);
    for (const id of ids ?? []) {
      if (open ? id.parts.length <= head.length : id.parts.length !== head.length) continue;
      if (head.every((part, at) => part === '*' || part === id.parts[at])) found.set(id.place, id.text);
    }
  }
  return [...found].sort(([a], [b]) => a - b).map(([, text]) => text);
}

interface FactId {
  text: string;
  parts: readonly string[];
  place: number;
}

interface IdIndex {
  /** By the first part, and by the first two. */
  byFirst: ReadonlyMap<string, readonly FactId[]>;
  byPair: ReadonlyMap<string, readonly FactId[]>;
}

const indexes = new WeakMap<FactSheet['facts'], IdIndex>();

/** A sheet has thousands of facts, and a section asks for those of each skill by itself. */
function indexIds({ facts }: FactSheet): IdIndex {
  const known = indexes.get(facts);
  if (known) return known;
  const byFirst = new Map<string, FactId[]>();
  const byPair = new Map<string, FactId[]>();
  const put = (map: Map<string, FactId[]>, key: string, id: FactId) => {
    const list = map.get(key);
    if (list) list.push(id);
    else map.set(key, [id]);
  };
  for (const [place, { id: text }] of facts.entries()) {
    const parts = text.split('.');
    const id = { text, parts, place };
    put(byFirst, parts[0] ?? '', id);
    put(byPair, `${parts[0]}.${parts[1]}`, id);
  }
  const index = { byFirst, byPair };
  indexes.set(facts, index);
  return index;
}

import type { FactSheet } from '../../schemas/index.ts';
import { type MessageId, wordsOf } from '../language/index.ts';
import type { SentenceDraft } from './section.ts';
import type { Style } from './style.ts';

/** A piece of a sentence with the facts behind it. */
export interface Piece {
  text: string;
  facts: readonly string[];
}

/** The value of a fact: written as a slot, cited. */
export function slot(id: string): Piece {
  return { text: `{{${id}}}`, facts: [id] };
}

/** Words that rest on facts. */
export function words(text: string, ...facts: readonly string[]): Piece {
  return { text, facts };
}

/** What a sentence rests on where its words do not show it. */
export function cite(...facts: readonly string[]): Piece {
  return { text: '', facts };
}

/** What fills a message: pieces, and what chooses a form of it. */
export type PieceArgs = Readonly<Record<string, Piece | string | number>>;

/**
 * A message of the catalog, in the language of the facts, as a piece of a sentence. It cites what its pieces cite, in
 * their order.
 */
export function piece(facts: Spoken, id: MessageId, args: PieceArgs = {}): Piece {
  const cited = new Set<string>();
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(args)) {
    if (typeof value === 'object') for (const fact of value.facts) cited.add(fact);
    values[name] = typeof value === 'object' ? value.text : value;
  }
  return { text: wordsOf(facts).say(id, values), facts: [...cited] };
}

/** A message of the catalog as a sentence: its first letter is seen to. */
export function say(facts: Spoken, id: MessageId, args: PieceArgs = {}): SentenceDraft {
  const { text, facts: cited } = piece(facts, id, args);
  const line = text.replace(/\s+/gu, ' ').trim();
  return { text: line.startsWith('{{') ? line : wordsOf(facts).capitalize(line), facts: [...cited] };
}

/** Pieces in a row, joined as one. */
export function join(facts: Spoken, pieces: readonly Piece[]): Piece {
  return {
    text: wordsOf(facts).list(pieces.map(({ text }) => text)),
    facts: pieces.flatMap((one) => one.facts),
  };
}

/** What has a language. */
type Spoken = Pick<FactSheet, 'language'>;

/**
 * Chooses a wording: the same choice for the same role and place, so that a report can be made again, and another
 * candidate's name changes no word.
 */
export function pick<T>(facts: FactSheet, place: string, options: readonly [T, ...T[]]): T {
  let hash = 2166136261;
  for (const char of `${facts.role.title}|${place}`)
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619);
  return options[(hash >>> 0) % options.length] ?? options[0];
}

/** The wording for the tone asked for. */
export function byTone<T>({ tone }: Pick<Style, 'tone'>, wordings: Readonly<Record<Style['tone'], T>>): T {
  return wordings[tone];
}

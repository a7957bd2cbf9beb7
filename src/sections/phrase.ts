import type { FactSheet } from '../../schemas/index.ts';
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

/** A sentence of words and pieces; it cites what its pieces cite. First letter and full stop are seen to. */
export function say(strings: TemplateStringsArray, ...pieces: readonly (Piece | string)[]): SentenceDraft {
  let text = '';
  const facts = new Set<string>();
  for (const [index, string] of strings.entries()) {
    text += string;
    const piece = pieces[index];
    if (piece === undefined) continue;
    text += typeof piece === 'string' ? piece : piece.text;
    if (typeof piece !== 'string') for (const id of piece.facts) facts.add(id);
  }
  text = text.replace(/\s+/gu, ' ').trim();
  return { text: upperFirst(text), facts: [...facts] };
}

/** Pieces in a row, joined as one. */
export function join(pieces: readonly Piece[], word = 'and'): Piece {
  const texts = pieces.map((piece) => piece.text);
  const text =
    texts.length < 3
      ? texts.join(` ${word} `)
      : `${texts.slice(0, -1).join(', ')}, ${word} ${texts.at(-1) ?? ''}`;
  return { text, facts: pieces.flatMap((piece) => piece.facts) };
}

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

/** "is" for one, "are" for more. */
export function isAre(count: number): string {
  return count === 1 ? 'is' : 'are';
}

function upperFirst(text: string): string {
  return text.startsWith('{{') ? text : text.slice(0, 1).toUpperCase() + text.slice(1);
}

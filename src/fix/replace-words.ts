import type { Change } from './fix.ts';
import { articleBefore } from './grammar.ts';

/** A change of words with the article before them mended. */
export function replaceWords(text: string, start: number, end: number, replacement: string): Change {
  const before = articleBefore(text.slice(Math.max(0, start - 4), start), replacement);
  if (!before) return { start, end, replacement };
  const from = Math.max(0, start - 4) + before.start;
  return { start: from, end, replacement: `${before.article} ${replacement}` };
}

/** Where whole words stand in a stretch of the text, letter case aside. */
export function placesOf(
  text: string,
  words: string,
  from: number,
  to: number,
): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  if (words === '') return places;
  const inside = text.slice(from, to).toLowerCase();
  const wanted = words.toLowerCase();
  for (let at = inside.indexOf(wanted); at >= 0; at = inside.indexOf(wanted, at + 1)) {
    const start = from + at;
    const end = start + wanted.length;
    if (!isLetter(text[start - 1]) && !isLetter(text[end])) places.push({ start, end });
  }
  return places;
}

const isLetter = (letter: string | undefined): boolean =>
  letter !== undefined && /[\p{L}\p{N}]/u.test(letter);

/** Words in the letter case of others: "Core" for "preferred" gives "Preferred". */
export function inCaseOf(words: string, like: string): string {
  if (like.length > 1 && like === like.toUpperCase()) return words.toUpperCase();
  return /^\p{Lu}/u.test(like) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

/** The sentence around a place: from the end of the one before, a blank line or a new item, to its own end. */
export function sentenceAround(text: string, start: number, end: number): { start: number; end: number } {
  const before = text.slice(0, start);
  let from = 0;
  for (const match of before.matchAll(/[.!?]["')\]*_]*\s+|\n\s*\n|\n\s*(?:[-*+|]|\d+\.)\s|\n#/g))
    from = match.index + match[0].length;
  const stop = /[.!?](?=["')\]*_]*(?:\s|$))|\n\s*\n|\n\s*(?:[-*+|]|\d+\.)\s|\n#/.exec(text.slice(end));
  return { start: from, end: stop ? end + stop.index + (stop[0].startsWith('\n') ? 0 : 1) : text.length };
}

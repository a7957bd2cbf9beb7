import { syllable } from 'syllable';

/** Counting takes ten times as long as looking up, and reports share most of their words. */
const known = new Map<string, number>();
const MOST = 20_000;

/** Syllables of a word, one at least: what has no Latin vowels (figures, other scripts) is read as one. */
export function countSyllables(word: string): number {
  const low = word.toLowerCase();
  const before = known.get(low);
  if (before !== undefined) return before;
  const count = Math.max(1, syllable(low));
  if (known.size < MOST) known.set(low, count);
  return count;
}

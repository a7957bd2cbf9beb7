import { MONTHS } from '../words/months.ts';
import { CLOSENESS, CURRENCY_SIGNS, CURRENCY_WORDS, NUMBER_WORDS, ORDINALS } from '../words/numbers.ts';
import type { Closeness } from './figure.ts';
import { readDate } from './read-date.ts';
import { readFraction } from './read-fraction.ts';
import type { Read } from './read-number.ts';
import { readMoney, readOrdinal, readQuantity } from './read-quantity.ts';
import type { Token } from './token.ts';

/** Replaces the tokens of each number, with its unit, by one token of kind `figure`. */
export function readFigures(tokens: readonly Token[], mask: string): Token[] {
  const merged: Token[] = [];
  let i = 0;
  while (i < tokens.length) {
    const read = readAt(tokens, i);
    if (!read) {
      merged.push(tokens[i] as Token);
      i += 1;
      continue;
    }
    const taken = takeCloseness(merged);
    const loose = /^ ?(?:or so|or thereabouts|give or take)(?![\p{L}])/u.test(
      mask.slice(tokens[read.end - 1]?.end ?? 0, (tokens[read.end - 1]?.end ?? 0) + 16),
    );
    const closeness = taken?.closeness ?? (loose ? 'about' : read.figure.closeness);
    const figure = { ...read.figure, closeness };
    const first = taken?.first ?? (tokens[i] as Token);
    const last = tokens[read.end - 1] as Token;
    const text = mask.slice(first.start, last.end);
    merged.push({
      start: first.start,
      end: last.end,
      text,
      norm: text.toLowerCase(),
      kind: 'figure',
      figure,
      glued: first.glued,
    });
    i = read.end;
  }
  return merged;
}

/** Removes the words before a figure that say how close it is ("just under"). */
function takeCloseness(merged: Token[]): { closeness: Closeness; first: Token } | undefined {
  for (const [words, closeness] of phrases) {
    const from = merged.length - words.length;
    if (from < 0 || !words.every((word, k) => (merged[from + k] as Token).text.toLowerCase() === word))
      continue;
    // "Adds up to six" is a sum, no bound.
    if (words[0] === 'up' && /^(?:adds?|added|adding|sums?)$/.test(merged[from - 1]?.norm ?? '')) continue;
    const first = merged[from] as Token;
    merged.length = from;
    return { closeness, first };
  }
  return undefined;
}

const phrases = CLOSENESS.map(([phrase, closeness]) => [phrase.split(' '), closeness] as const).sort(
  (a, b) => b[0].length - a[0].length,
);

function readAt(tokens: readonly Token[], i: number): Read | undefined {
  const token = tokens[i] as Token;
  if (token.kind === 'term') return undefined;
  const word = token.text.toLowerCase();
  if (token.kind !== 'number' && !opening.has(word)) return undefined;
  return (
    readDate(tokens, i) ??
    (token.text in CURRENCY_SIGNS ? readMoney(tokens, i, CURRENCY_SIGNS[token.text] as string) : undefined) ??
    (word in CURRENCY_WORDS && word.length === 3
      ? readMoney(tokens, i, CURRENCY_WORDS[word] as string)
      : undefined) ??
    readFraction(tokens, i) ??
    readOrdinal(tokens, i) ??
    readQuantity(tokens, i)
  );
}

/** Words and signs that a figure can start with. */
const opening: ReadonlySet<string> = new Set([
  ...Object.keys(NUMBER_WORDS),
  ...Object.keys(ORDINALS),
  ...Object.keys(MONTHS),
  ...Object.keys(CURRENCY_SIGNS),
  ...Object.keys(CURRENCY_WORDS),
  'a',
  'an',
  'half',
  'twice',
  'double',
]);

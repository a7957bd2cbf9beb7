import { MONTHS } from '../words/months.ts';
import {
  CLOSENESS,
  CURRENCY_SIGNS,
  CURRENCY_WORDS,
  NUMBER_WORDS,
  ORDINALS,
  UNITS,
} from '../words/numbers.ts';
import type { Closeness, Figure } from './figure.ts';
import { readDate, readFraction, readOrdinal } from './read-fraction.ts';
import { blank, isDash, lower, numberAt, perAt, type Read, withUnit } from './read-number.ts';
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
    const figure = taken ? { ...read.figure, closeness: taken.closeness } : read.figure;
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

function readMoney(tokens: readonly Token[], i: number, currency: string): Read | undefined {
  const low = numberAt(tokens, i + 1);
  if (!low?.digits) return undefined;
  let end = low.end;
  let high: number | null = null;
  let value = low.value;
  if (
    isDash(tokens[end]) ||
    lower(tokens, end) === 'to' ||
    (lower(tokens, end) === 'and' && lower(tokens, i - 1) === 'between')
  ) {
    const at =
      tokens[end + 1]?.text === tokens[i]?.text || lower(tokens, end + 1) in CURRENCY_SIGNS
        ? end + 2
        : end + 1;
    const upper = numberAt(tokens, at);
    if (upper?.digits) {
      high = upper.value;
      end = upper.end;
      if (upper.step >= 1000 && value < 1000) value *= upper.step;
    }
  }
  const per = perAt(tokens, end);
  return {
    end: per?.end ?? end,
    figure: { ...blank, unit: 'money', value, high, currency, per: per?.per ?? null, step: low.step },
  };
}

const pronounBefore = /^(?:the|this|that|any|every|no|each|which|some|only|every)$/;

function readQuantity(tokens: readonly Token[], i: number): Read | undefined {
  const word = lower(tokens, i);
  if (word === 'a' || word === 'an') return readArticle(tokens, i);
  if (word === 'twice' || word === 'double')
    return { end: i + 1, figure: { ...blank, unit: 'factor', value: 2 } };
  const low = numberAt(tokens, i);
  if (!low) return undefined;
  if (
    word === 'one' &&
    (pronounBefore.test(lower(tokens, i - 1)) || tokens[low.end]?.kind === 'sign') &&
    !UNITS[tokens[low.end]?.norm ?? ''] &&
    tokens[low.end]?.text !== '-'
  )
    return undefined;
  let { end } = low;
  let high: number | null = null;
  const joined =
    isDash(tokens[end]) ||
    lower(tokens, end) === 'to' ||
    (lower(tokens, end) === 'and' && lower(tokens, i - 1) === 'between') ||
    (lower(tokens, end) === 'or' && !low.digits);
  let { value, step } = low;
  if (joined) {
    const at = tokens[end + 1] && (tokens[end + 1]?.text ?? '') in CURRENCY_SIGNS ? end + 2 : end + 1;
    const upper = numberAt(tokens, at);
    if (upper && upper.value > value) {
      high = upper.value;
      end = upper.end;
      if (upper.step >= 1000 && value < 1000) value *= upper.step;
      step = upper.step;
    }
  }
  const figure: Figure = { ...blank, value, high, step };
  if (tokens[end]?.text === '%') return { end: end + 1, figure: { ...figure, unit: 'percent' } };
  if (lower(tokens, end) === 'percent') return { end: end + 1, figure: { ...figure, unit: 'percent' } };
  if (lower(tokens, end) === 'per' && lower(tokens, end + 1) === 'cent')
    return { end: end + 2, figure: { ...figure, unit: 'percent' } };
  const currency = CURRENCY_WORDS[lower(tokens, end)] ?? CURRENCY_SIGNS[tokens[end]?.text ?? ''];
  if (currency) {
    const per = perAt(tokens, end + 1);
    return {
      end: per?.end ?? end + 1,
      figure: { ...figure, unit: 'money', currency, per: per?.per ?? null },
    };
  }
  return withUnit(tokens, end, figure);
}

/** "a year", "an hour", "a week and a half"; an article alone is no number. */
function readArticle(tokens: readonly Token[], i: number): Read | undefined {
  if (!UNITS[tokens[i + 1]?.norm ?? ''] || UNITS[tokens[i - 1]?.norm ?? '']) return undefined;
  const read = withUnit(tokens, i + 1, { ...blank, value: 1 });
  // "a week" alone mostly says how often; "a year" and "a month" may be lengths.
  return read.figure.value === 1 && !/^(?:year|month)$/.test(read.figure.unit) ? undefined : read;
}

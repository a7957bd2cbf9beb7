import { MONTHS } from '../words/months.ts';
import {
  CLOSENESS,
  CURRENCY_SIGNS,
  CURRENCY_WORDS,
  FRACTIONS,
  NUMBER_WORDS,
  ORDINALS,
  UNITS,
} from '../words/numbers.ts';
import { table } from '../words/table.ts';
import type { Closeness, Figure } from './figure.ts';
import type { Token } from './token.ts';

interface Read {
  /** Index after the last token used. */
  end: number;
  figure: Figure;
  /** Index of the first token used, where words before the number belong to it. */
  from?: number;
}

const SCALES = table({ k: 1e3, thousand: 1e3, hundred: 100, m: 1e6, million: 1e6, dozen: 12, lakh: 1e5 });
const ADVERBS = table({
  weekly: 'week',
  yearly: 'year',
  annually: 'year',
  monthly: 'month',
  hourly: 'hour',
  daily: 'day',
});

const blank: Figure = {
  value: 0,
  high: null,
  unit: 'count',
  currency: null,
  closeness: 'exact',
  per: null,
  step: 1,
  fraction: false,
};

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

const lower = (tokens: readonly Token[], i: number): string => tokens[i]?.text.toLowerCase() ?? '';

function readDate(tokens: readonly Token[], i: number): Read | undefined {
  const month = MONTHS[lower(tokens, i)];
  const token = tokens[i] as Token;
  if (month !== undefined && /^\p{Lu}/u.test(token.text)) {
    let at = i + 1;
    if (tokens[at]?.kind === 'number' && Number(tokens[at]?.text) <= 31)
      at += tokens[at + 1]?.text === ',' ? 2 : 1;
    if (lower(tokens, at) === 'of') at += 1;
    const year = yearOf(tokens[at]);
    return year ? { end: at + 1, figure: { ...blank, unit: 'date', value: year * 100 + month } } : undefined;
  }
  const year = yearOf(token);
  if (!year) return undefined;
  const dash = tokens[i + 1];
  const next = tokens[i + 2];
  if (
    dash?.text === '-' &&
    dash.glued &&
    next?.kind === 'number' &&
    next.glued &&
    /^(0[1-9]|1[0-2])$/.test(next.text)
  ) {
    const day = tokens[i + 3]?.text === '-' && tokens[i + 4]?.kind === 'number' && tokens[i + 4]?.glued;
    return {
      end: day ? i + 5 : i + 3,
      figure: { ...blank, unit: 'date', value: year * 100 + Number(next.text) },
    };
  }
  const before = lower(tokens, i - 1);
  const unit = UNITS[tokens[i + 1]?.norm ?? ''];
  if (
    unit ||
    before in CURRENCY_SIGNS ||
    tokens[i + 1]?.text === '%' ||
    lower(tokens, i + 1) in CURRENCY_WORDS
  )
    return undefined;
  return /postings?|adverts?|ads|openings|jobs|vacancies|listings/.test(lower(tokens, i + 1))
    ? undefined
    : { end: i + 1, figure: { ...blank, unit: 'date', value: year } };
}

function yearOf(token: Token | undefined): number {
  return token?.kind === 'number' && /^(?:19[5-9]|20[0-4])\d$/.test(token.text) ? Number(token.text) : 0;
}

/** A plain number at `i`: digits or words, with thousands, k and million. */
function numberAt(
  tokens: readonly Token[],
  i: number,
): { value: number; end: number; step: number; digits: boolean } | undefined {
  const token = tokens[i];
  if (!token) return undefined;
  const word = token.text.toLowerCase();
  let value: number;
  let end = i + 1;
  let step = 1;
  const digits = token.kind === 'number';
  if (digits) {
    value = parseDigits(token.text);
    if (Number.isNaN(value)) return undefined;
    const decimals = /^\d+[.,](\d{1,2})$/.exec(token.text)?.[1];
    if (decimals) step = 10 ** -decimals.length;
  } else if (word in NUMBER_WORDS) {
    value = NUMBER_WORDS[word] as number;
    const joint = tokens[end]?.text === '-' ? end + 1 : end;
    const small = NUMBER_WORDS[lower(tokens, joint)];
    if (value >= 20 && small !== undefined && small > 0 && small < 10) {
      value += small;
      end = joint + 1;
    }
  } else if ((word === 'a' || word === 'an') && /^(hundred|thousand|dozen)$/.test(lower(tokens, i + 1)))
    value = 1;
  else return undefined;
  const scale = SCALES[lower(tokens, end)];
  if (scale && (lower(tokens, end).length > 1 || tokens[end]?.glued)) {
    value *= scale;
    step *= scale;
    end += 1;
  }
  return { value, end, step, digits };
}

function parseDigits(text: string): number {
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(text)) return Number(text.replace(/[.,]/g, ''));
  if (/^\d{1,3}(?:,\d{3})+\.\d+$/.test(text)) return Number(text.replace(/,/g, ''));
  return Number(text.replace(',', '.'));
}

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

const isDash = (token: Token | undefined): boolean => token !== undefined && /^[-–—]$/.test(token.text);

function perAt(
  tokens: readonly Token[],
  i: number,
): { end: number; per: NonNullable<Figure['per']> } | undefined {
  const adverb = ADVERBS[lower(tokens, i)];
  if (adverb) return { end: i + 1, per: adverb as 'week' };
  if (!/^(?:a|an|per|each|every|\/)$/.test(lower(tokens, i))) return undefined;
  const unit = UNITS[tokens[i + 1]?.norm ?? ''];
  return unit ? { end: i + 2, per: unit } : undefined;
}

const sharers = /^(?:posting|advert|employer|vacancy|job)$/;

/** "two thirds", "a quarter of", "nine out of ten", "one employer in five", "half". */
function readFraction(tokens: readonly Token[], i: number): Read | undefined {
  const word = lower(tokens, i);
  const make = (end: number, top: number, bottom: number): Read => ({
    end,
    figure: { ...blank, unit: 'percent', value: (100 * top) / bottom, fraction: true, step: 3 },
  });
  const top = word === 'a' || word === 'an' ? 1 : NUMBER_WORDS[word];
  const next = tokens[i + 1]?.text === '-' ? i + 2 : i + 1;
  const part = FRACTIONS[lower(tokens, next)];
  if (top !== undefined && top > 0 && part && top < part) {
    const after = tokens[next + 1];
    const noun =
      after?.kind === 'word' && !/^(?:of|and|or|in|while|but|the|ask|mention|name|want)$/.test(after.norm);
    if (part === 2 && lower(tokens, next + 1) === 'a') return undefined;
    return noun && top === 1 ? undefined : make(next + 1, top, part);
  }
  if (
    word === 'half' &&
    lower(tokens, i - 1) !== 'and' &&
    !(isDash(tokens[i + 1]) && tokens[i + 1]?.glued) &&
    !/^(?:other|better|first|second|way)$/.test(lower(tokens, i + 1))
  ) {
    const unit = /^(?:a|an)$/.test(lower(tokens, i + 1)) ? UNITS[tokens[i + 2]?.norm ?? ''] : undefined;
    if (unit) return { end: i + 3, figure: { ...blank, unit, value: 0.5, step: 0.1 } };
    return make(i + 1, 1, 2);
  }
  const count = numberAt(tokens, i);
  if (!count || count.value > 99) return undefined;
  let at = count.end;
  if (tokens[at]?.kind === 'word' && !/^(?:in|out|of)$/.test(lower(tokens, at))) at += 1;
  if (lower(tokens, at) === 'out' && lower(tokens, at + 1) === 'of') at += 2;
  else if (lower(tokens, at) === 'in') at += 1;
  // "Nine of ten postings" is a share; "two of ten skills" is a count.
  else if (lower(tokens, at) === 'of' && sharers.test(tokens[numberAt(tokens, at + 1)?.end ?? 0]?.norm ?? ''))
    at += 1;
  else return undefined;
  if (lower(tokens, at) === 'every') at += 1;
  const whole = numberAt(tokens, at);
  if (!whole || whole.value <= count.value || whole.value > 100 || whole.value < 2) return undefined;
  // "24 postings in 25": beyond twenty only what is counted among its like is a share.
  if (count.value > 20 && !tokens.slice(i, whole.end + 1).some((one) => sharers.test(one.norm)))
    return undefined;
  return UNITS[tokens[whole.end]?.norm ?? ''] ? undefined : make(whole.end, count.value, whole.value);
}

function readOrdinal(tokens: readonly Token[], i: number): Read | undefined {
  const word = lower(tokens, i);
  const suffixed = tokens[i]?.kind === 'number' && tokens[i + 1]?.glued ? word + lower(tokens, i + 1) : word;
  const value = ORDINALS[suffixed];
  if (value === undefined) return undefined;
  return { end: suffixed === word ? i + 1 : i + 2, figure: { ...blank, unit: 'ordinal', value } };
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

/** "six years and two months", "6 years, 2 months": the months. */
function monthsAt(tokens: readonly Token[], at: number): { months: number; end: number } | undefined {
  const from = /^(?:and|,)$/.test(lower(tokens, at)) ? at + 1 : at;
  const months = numberAt(tokens, from);
  return months && months.value < 12 && UNITS[tokens[months.end]?.norm ?? ''] === 'month'
    ? { months: months.value, end: months.end + 1 }
    : undefined;
}

/** "weeks", "-week", "working days", "and a half months", "hours a week". */
function withUnit(tokens: readonly Token[], from: number, figure: Figure): Read {
  let at = from;
  let { value } = figure;
  if (lower(tokens, at) === 'and' && lower(tokens, at + 1) === 'a' && lower(tokens, at + 2) === 'half') {
    value += 0.5;
    at += 3;
  }
  if (tokens[at]?.text === '-') at += 1;
  if (
    /^(?:full|whole|study|working|professional|calendar|short|more|further|consecutive|additional|entire|solid)$/.test(
      lower(tokens, at),
    ) &&
    UNITS[tokens[at + 1]?.norm ?? '']
  )
    at += 1;
  const unit = UNITS[tokens[at]?.norm ?? ''];
  if (!unit) return { end: from, figure };
  if (lower(tokens, at - 1) === 'working')
    return { end: at + 1, figure: { ...figure, value, unit: 'count' } };
  at += 1;
  if (lower(tokens, at) === 'and' && lower(tokens, at + 1) === 'a' && lower(tokens, at + 2) === 'half') {
    value += 0.5;
    at += 3;
  }
  const rest = unit === 'year' ? monthsAt(tokens, at) : undefined;
  if (rest) return { end: rest.end, figure: { ...figure, value: value * 12 + rest.months, unit: 'month' } };
  const per = perAt(tokens, at);
  return {
    end: per?.end ?? at,
    figure: { ...figure, value, unit, per: per?.per ?? null, step: value % 1 === 0 ? figure.step : 0.5 },
  };
}

/** "a year", "an hour", "a week and a half"; an article alone is no number. */
function readArticle(tokens: readonly Token[], i: number): Read | undefined {
  if (lower(tokens, i + 1) === 'single' && UNITS[tokens[i + 2]?.norm ?? '']) {
    const read = withUnit(tokens, i + 2, { ...blank, value: 1 });
    return read.figure.value === 1 && !/^(?:year|month|week)$/.test(read.figure.unit) ? undefined : read;
  }
  if (!UNITS[tokens[i + 1]?.norm ?? ''] || UNITS[tokens[i - 1]?.norm ?? '']) return undefined;
  const read = withUnit(tokens, i + 1, { ...blank, value: 1 });
  // "a week" alone mostly says how often; "a year" and "a month" may be lengths.
  return read.figure.value === 1 && !/^(?:year|month)$/.test(read.figure.unit) ? undefined : read;
}

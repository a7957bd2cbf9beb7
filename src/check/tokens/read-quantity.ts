import { CURRENCY_SIGNS, CURRENCY_WORDS, NUMBER_WORDS, ORDINALS, UNITS } from '../words/numbers.ts';
import { table } from '../words/table.ts';
import type { Figure } from './figure.ts';
import { blank, isDash, lower, numberAt, type Read } from './read-number.ts';
import type { Token } from './token.ts';

const ADVERBS = table({
  weekly: 'week',
  yearly: 'year',
  annually: 'year',
  monthly: 'month',
  hourly: 'hour',
  daily: 'day',
});

export function readMoney(tokens: readonly Token[], i: number, currency: string): Read | undefined {
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
    // "€45 – 13 h": a dash before something smaller joins nothing.
    if (upper?.digits && (upper.value > value || upper.step >= 1000)) {
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

function perAt(
  tokens: readonly Token[],
  i: number,
): { end: number; per: NonNullable<Figure['per']> } | undefined {
  const adverb = ADVERBS[lower(tokens, i)];
  if (adverb) return { end: i + 1, per: adverb as 'week' };
  // "Six hours in every week".
  if (/^(?:in|of)$/.test(lower(tokens, i)) && /^(?:each|every)$/.test(lower(tokens, i + 1)))
    return perAt(tokens, i + 1);
  if (!/^(?:a|an|per|each|every|\/)$/.test(lower(tokens, i))) return undefined;
  const unit = UNITS[tokens[i + 1]?.norm ?? ''];
  return unit ? { end: i + 2, per: unit } : undefined;
}

export function readOrdinal(tokens: readonly Token[], i: number): Read | undefined {
  const word = lower(tokens, i);
  const suffixed = tokens[i]?.kind === 'number' && tokens[i + 1]?.glued ? word + lower(tokens, i + 1) : word;
  const value = ORDINALS[suffixed];
  // "The twenty-first week".
  const unit = tokens[i + 1]?.text === '-' ? ORDINALS[lower(tokens, i + 2)] : undefined;
  if (/^(?:twenty|thirty|forty|fifty)$/.test(word) && unit !== undefined && unit < 10)
    return { end: i + 3, figure: { ...blank, unit: 'ordinal', value: (NUMBER_WORDS[word] ?? 0) + unit } };
  if (value === undefined) return undefined;
  return { end: suffixed === word ? i + 1 : i + 2, figure: { ...blank, unit: 'ordinal', value } };
}

const pronounBefore = /^(?:the|this|that|any|every|no|each|which|some|only|every)$/;

export function readQuantity(tokens: readonly Token[], i: number): Read | undefined {
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
  let bare = from;
  if (lower(tokens, at) === 'and' && lower(tokens, at + 1) === 'a' && lower(tokens, at + 2) === 'half') {
    value += 0.5;
    at += 3;
    if (figure.high === null && figure.step <= 1) bare = at;
  }
  if (tokens[at]?.text === '-') at += 1;
  if (
    /^(?:full|whole|study|working|professional|calendar|short|more|further|consecutive|additional|entire|solid)$/.test(
      lower(tokens, at),
    ) &&
    UNITS[tokens[at + 1]?.norm ?? '']
  )
    at += 1;
  // "Three HR assistants" are no hours.
  const unit = tokens[at]?.text === 'HR' ? undefined : UNITS[tokens[at]?.norm ?? ''];
  // "Has six and a half": the unit stands elsewhere.
  if (!unit) return { end: bare, figure: bare === from ? figure : { ...figure, value, step: 0.5 } };
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

import { MONTHS } from '../words/months.ts';
import { CURRENCY_SIGNS, CURRENCY_WORDS, UNITS } from '../words/numbers.ts';
import { blank, lower, type Read } from './read-number.ts';
import type { Token } from './token.ts';

export function readDate(tokens: readonly Token[], i: number): Read | undefined {
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

import { NUMBER_WORDS } from '../words/numbers.ts';
import { table } from '../words/table.ts';
import type { Figure } from './figure.ts';
import type { Token } from './token.ts';

export interface Read {
  /** Index after the last token used. */
  end: number;
  figure: Figure;
  /** Index of the first token used, where words before the number belong to it. */
  from?: number;
}

const SCALES = table({ k: 1e3, thousand: 1e3, hundred: 100, m: 1e6, million: 1e6, dozen: 12, lakh: 1e5 });

export const blank: Figure = {
  value: 0,
  high: null,
  unit: 'count',
  currency: null,
  closeness: 'exact',
  per: null,
  step: 1,
  fraction: false,
};

export const lower = (tokens: readonly Token[], i: number): string => tokens[i]?.text.toLowerCase() ?? '';

/** A plain number at `i`: digits or words, with thousands, k and million. */
export function numberAt(
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
    const read = belowHundred(tokens, i) as Words;
    value = read.value;
    end = read.end;
  } else if ((word === 'a' || word === 'an') && /^(hundred|thousand|dozen)$/.test(lower(tokens, i + 1)))
    value = 1;
  else return undefined;
  const scale = SCALES[lower(tokens, end)];
  if (scale && (lower(tokens, end).length > 1 || tokens[end]?.glued)) {
    value *= scale;
    step *= scale;
    end += 1;
    const rest = digits ? undefined : restOf(tokens, end, scale);
    if (rest) return { value: value + rest.value, end: rest.end, step: rest.step, digits };
  }
  return { value, end, step, digits };
}

interface Words {
  value: number;
  end: number;
}

/** "seven", "forty-two", "five-and-twenty". */
function belowHundred(tokens: readonly Token[], i: number): Words | undefined {
  const value = NUMBER_WORDS[lower(tokens, i)];
  if (value === undefined) return undefined;
  const joint = tokens[i + 1]?.text === '-' ? i + 2 : i + 1;
  const small = NUMBER_WORDS[lower(tokens, joint)];
  if (value >= 20 && small !== undefined && small > 0 && small < 10)
    return { value: value + small, end: joint + 1 };
  const tens =
    tokens[i + 1]?.text === '-' && lower(tokens, i + 2) === 'and' && tokens[i + 3]?.text === '-'
      ? NUMBER_WORDS[lower(tokens, i + 4)]
      : undefined;
  if (tens !== undefined && value > 0 && value < 10 && tens >= 20 && tens % 10 === 0)
    return { value: tens + value, end: i + 5 };
  return { value, end: i + 1 };
}

/** What follows "nine hundred" or "a thousand" in words: "and forty-two", "two hundred and forty". */
function restOf(
  tokens: readonly Token[],
  from: number,
  scale: number,
): (Words & { step: number }) | undefined {
  if (scale !== 100 && scale !== 1000) return undefined;
  const isJoined = lower(tokens, from) === 'and';
  const at = isJoined ? from + 1 : from;
  const small = belowHundred(tokens, at);
  if (!small || small.value === 0) return undefined;
  if (scale === 1000 && lower(tokens, small.end) === 'hundred' && small.value < 10) {
    const rest = restOf(tokens, small.end + 1, 100);
    const value = small.value * 100;
    return rest ? { ...rest, value: value + rest.value } : { value, end: small.end + 1, step: 100 };
  }
  // "A thousand two" is no number; "two hundred and two" is.
  return isJoined || small.value >= 20 ? { ...small, step: 1 } : undefined;
}

function parseDigits(text: string): number {
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(text)) return Number(text.replace(/[.,]/g, ''));
  if (/^\d{1,3}(?:,\d{3})+\.\d+$/.test(text)) return Number(text.replace(/,/g, ''));
  return Number(text.replace(',', '.'));
}

export const isDash = (token: Token | undefined): boolean =>
  token !== undefined && /^[-–—]$/.test(token.text);

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

export const isDash = (token: Token | undefined): boolean =>
  token !== undefined && /^[-–—]$/.test(token.text);

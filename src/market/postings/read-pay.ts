import type { PostedPay } from './posting.ts';
import { readPeriod } from './read-period.ts';

const SIGNS: Readonly<Record<string, string>> = {
  US$: 'USD',
  CA$: 'CAD',
  C$: 'CAD',
  AU$: 'AUD',
  A$: 'AUD',
  NZ$: 'NZD',
  S$: 'SGD',
  HK$: 'HKD',
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
};

const known = new Set(Intl.supportedValuesOf('currency'));
const SIGN = String.raw`(?:US|CA|C|AU|A|NZ|S|HK)?\$|[€£₹]|\b[A-Z]{3}\b`;
const NUMBER = String.raw`\d{1,3}(?:[ .,’']\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?`;
/** Words in either case, while codes of currencies stand in capitals alone: "per" is none. */
const anyCase = (words: string) =>
  words.replace(/(?<!\\)[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
const PER = anyCase(
  String.raw`\s*(?:(?:per|\/|an?|each)\s*(?:hour|hr|day|week|month|mo|year|yr|annum)\b|p\.?\s?a\.?(?!\p{L})|annually|yearly|monthly|hourly|weekly|daily)`,
);

const RANGE = new RegExp(
  `(?<s1>${SIGN})?\\s?(?<low>${NUMBER})\\s?(?<k1>[kK]\\b)?(?:\\s?(?<s2>${SIGN}))?(?:\\s?(?:-|–|—|to|and|bis)\\s?(?:${SIGN})?\\s?(?<high>${NUMBER})\\s?(?<k2>[kK]\\b)?(?:\\s?(?<s3>${SIGN}))?)?(?<per>${PER})?`,
  'gu',
);

/** Least and most that somebody can be paid in a period: what lies outside is another figure. */
const SENSIBLE: Readonly<Record<string, readonly [number, number]>> = {
  hour: [1, 2000],
  day: [10, 20_000],
  week: [50, 100_000],
  month: [100, 1_000_000],
  year: [1000, 20_000_000],
};

/**
 * The first pay that a text states with its period: "$120,000 - $150,000 per year", "€25/hour", "GBP 45k-60k p.a.".
 * `trusted` says that the text is a field for pay, so that a figure without a period counts too.
 */
export function readPay(text: string, { trusted = false } = {}): PostedPay | undefined {
  for (const { groups } of text.matchAll(RANGE)) {
    if (!groups) continue;
    const { s1, s2, s3, k1, k2, per } = groups;
    const sign = [s1, s2, s3].find((one) => one !== undefined && currencyOf(one) !== null);
    const period = per === undefined ? undefined : readPeriod(per);
    if (!trusted && (sign === undefined || period === undefined)) continue;
    const thousand = k1 !== undefined || k2 !== undefined ? 1000 : 1;
    const low = toAmount(groups.low ?? '') * thousand;
    const high = groups.high === undefined ? low : toAmount(groups.high) * thousand;
    const [least, most] = SENSIBLE[period ?? 'year'] ?? [0, Number.MAX_SAFE_INTEGER];
    if (!(low <= high) || high > most || (period !== undefined && low < least)) continue;
    return {
      min: low,
      max: high,
      currency: sign === undefined ? undefined : (currencyOf(sign) ?? undefined),
      period,
    };
  }
  return undefined;
}

/** The code; undefined for the bare $ of many currencies; null for letters that are no currency. */
export function currencyOf(sign: string): string | undefined | null {
  const upper = sign.toUpperCase();
  if (upper === '$') return undefined;
  const code = SIGNS[upper] ?? upper;
  return known.has(code) ? code : null;
}

/** `120,000`, `60.000`, `1 200.50`: three digits behind a sign are thousands. */
export function toAmount(text: string): number {
  const plain = text.replace(/[ .,’'](?=\d{3}(?!\d))/g, '').replace(',', '.');
  return Number(plain);
}

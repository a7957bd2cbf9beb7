import { ENGLISH, SMALL_SAMPLE } from '../language/index.ts';
import { parseLevel } from '../skills/parse-level.ts';
import { plural } from './plural.ts';

export { plural, SMALL_SAMPLE };

/**
 * Values as English writes them, for what is no part of a report (findings, the checker, progress) and for reports in
 * English. Reports in any language take `wordsOf(facts)`.
 */

/** A count as prose writes it: words up to twelve, digits from 13 on; 0 is "no" before a noun. */
export const formatCount = (count: number): string => ENGLISH.count(count);

/** Digits with thousands separators and at most one decimal. */
export const formatNumber = (value: number): string => ENGLISH.number(value);

/** Count and noun: "three weeks", "no gaps", "one skill". */
export function formatCounted(count: number, one: string, many?: string): string {
  return `${formatCount(count)} ${plural(count, one, many)}`;
}

/** Hours or weeks in digits, as plans write them: "264 hours", "1 week". */
export function formatMeasure(value: number, one: string, many?: string): string {
  return `${formatNumber(value)} ${plural(value, one, many)}`;
}

/** A share of 0 to 1 as a whole per cent; what would round to 0 or 100 without being it keeps a decimal. */
export const formatShare = (share: number): string => ENGLISH.share(share);

/** A share counted over a small sample, in words that fit before "postings": "four of the five". */
export const formatPart = (part: { postings: number; of: number }): string => ENGLISH.part(part);

/** A share as prose says it: a whole per cent, or the counts where the sample is small. */
export const formatSampled = (share: number, sample: { postings: number; of: number } | undefined): string =>
  ENGLISH.sampled(share, sample);

/** Money in the currency's own manner, cents only where there are some. */
export const formatMoney = (amount: number, currency: string): string => ENGLISH.money(amount, currency);

/** A length of work in months as people say it: "three years", "one year and two months", "five months". */
export const formatMonths = (months: number): string => ENGLISH.months(months);

/** "A", "A and B", "A, B, and C". */
export const formatList = (items: readonly string[], word: 'and' | 'or' = 'and'): string =>
  ENGLISH.list(items, word);

/** A list that names at most `most` items and counts the rest: "A, B, and three more". Never leaves only one unnamed. */
export const formatCutList = (items: readonly string[], most: number): string => ENGLISH.cutList(items, most);

/** `2026-10` is "October 2026", `2026` stays, `2026-11-24` is "24 November 2026". */
export const formatDate = (date: string): string => ENGLISH.date(date);

/** First letter upper case, the rest untouched. */
export const capitalize = (text: string): string => ENGLISH.capitalize(text);

/** Fluency as it stands within a sentence: words of the scale in small letters ("native speaker"), codes as they are. */
export function formatFluency(fluency: string): string {
  if (parseLevel(fluency) === null) return fluency;
  return fluency.replace(/\p{Lu}\p{Ll}+/gu, (word) => word.toLowerCase());
}

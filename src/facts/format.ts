import { parseLevel } from '../skills/parse-level.ts';
import { plural } from './plural.ts';

export { plural };

const SMALL = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** A count as prose writes it: words up to twelve, digits from 13 on; 0 is "no" before a noun. */
export function formatCount(count: number): string {
  return (Number.isInteger(count) ? SMALL[count] : undefined) ?? formatNumber(count);
}

/** Formatters by their settings: making one takes a hundred times as long as using it. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatterOf(settings: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(settings);
  const known = formatters.get(key) ?? new Intl.NumberFormat('en-US', settings);
  formatters.set(key, known);
  return known;
}

/** Digits with thousands separators and at most one decimal. */
export function formatNumber(value: number): string {
  if (!(Math.abs(value) < 1e15)) return formatterOf({ maximumFractionDigits: 1 }).format(value);
  return groupThousands(String(Math.round(value * 10) / 10));
}

/** Count and noun: "three weeks", "no gaps", "one skill". */
export function formatCounted(count: number, one: string, many?: string): string {
  return `${formatCount(count)} ${plural(count, one, many)}`;
}

/** Hours or weeks in digits, as plans write them: "264 hours", "1 week". */
export function formatMeasure(value: number, one: string, many?: string): string {
  return `${formatNumber(value)} ${plural(value, one, many)}`;
}

/** A share of 0 to 1 as a whole per cent; what would round to 0 or 100 without being it keeps a decimal. */
export function formatShare(share: number): string {
  const whole = Math.round(share * 100);
  const misleading = (whole === 0 && share > 0) || (whole === 100 && share < 1);
  if (!misleading) return `${whole}%`;
  return `${Math.min(99.9, Math.max(0.1, Math.round(share * 1000) / 10))}%`;
}

/** Below so many postings a percentage says more than is known. */
export const SMALL_SAMPLE = 10;

/** A share counted over a small sample, in words that fit before "postings": "four of the five". */
export function formatPart({ postings, of }: { postings: number; of: number }): string {
  if (of === 1) return postings === 1 ? 'the one' : 'not the one';
  const part = postings === of ? (of === 2 ? 'both' : `all ${formatCount(of)}`) : undefined;
  return part ?? `${postings === 0 ? 'none' : formatCount(postings)} of the ${formatCount(of)}`;
}

/** A share as prose says it: a whole per cent, or the counts where the sample is small. */
export function formatSampled(share: number, sample: { postings: number; of: number } | undefined): string {
  return sample && sample.of < SMALL_SAMPLE ? formatPart(sample) : formatShare(share);
}

/** Signs of the commonest currencies: the machine takes milliseconds to look up the first one. */
const SIGNS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£' };

/** Money in the currency's own manner, cents only where there are some. */
export function formatMoney(amount: number, currency: string): string {
  const digits = Number.isInteger(amount) ? 0 : 2;
  const sign = SIGNS[currency];
  if (sign !== undefined && amount >= 0 && Number(amount.toFixed(digits)) === amount)
    return `${sign}${groupThousands(amount.toFixed(digits))}`;
  return formatterOf({
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount);
}

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+(?:\.|$))/g, ',');
}

/** A length of work in months as people say it: "three years", "one year and two months", "five months". */
export function formatMonths(months: number): string {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  if (years === 0) return rest === 0 ? 'less than a month' : formatCounted(rest, 'month');
  if (rest === 0) return formatCounted(years, 'year');
  return `${formatCounted(years, 'year')} and ${formatCounted(rest, 'month')}`;
}

/** "A", "A and B", "A, B, and C". */
export function formatList(items: readonly string[], word = 'and'): string {
  if (items.length < 3) return items.join(` ${word} `);
  return `${items.slice(0, -1).join(', ')}, ${word} ${items.at(-1)}`;
}

/** A list that names at most `most` items and counts the rest: "A, B, and three more". Never leaves only one unnamed. */
export function formatCutList(items: readonly string[], most: number): string {
  if (items.length <= most + 1) return formatList(items);
  return `${items.slice(0, most).join(', ')}, and ${formatCount(items.length - most)} more`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `2026-10` is "October 2026", `2026` stays, `2026-11-24` is "24 November 2026". */
export function formatDate(date: string): string {
  const [year, month, day] = date.split('-');
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  if (name === undefined) return year ?? date;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** First letter upper case, the rest untouched. */
export function capitalize(text: string): string {
  const first = [...text][0] ?? '';
  return first.toUpperCase() + text.slice(first.length);
}

/** Fluency as it stands within a sentence: words of the scale in small letters ("native speaker"), codes as they are. */
export function formatFluency(fluency: string): string {
  if (parseLevel(fluency) === null) return fluency;
  return fluency.replace(/\p{Lu}\p{Ll}+/gu, (word) => word.toLowerCase());
}

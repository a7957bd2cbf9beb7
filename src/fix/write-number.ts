import { toWords } from './number-words.ts';
import type { NumberSpan } from './read-numbers.ts';

/** A value in the style of another number of the text; undefined where the style cannot say it exactly. */
export function writeNumber(value: number, like: NumberSpan): string | undefined {
  if (!Number.isFinite(value) || value < 0 || like.style === 'fraction') return undefined;
  if (like.style === 'words') {
    const word = toWords(value);
    if (word === undefined) return Number.isInteger(value) ? group(String(value), ',') : undefined;
    return /^\p{Lu}/u.test(like.raw) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  }
  const scaled = value / like.scale;
  // Half thousands are still short; beyond that the number is given in full, where the scale can be left out.
  if (Number.isInteger(scaled * 2)) {
    const digits = group(String(scaled), separatorOf(like, scaled));
    return digits === undefined ? undefined : digits + like.suffix;
  }
  if (like.scale > 1) return like.suffix === '' ? undefined : group(String(value), ',');
  return Number.isInteger(value * 100) ? group(String(value), separatorOf(like, value)) : undefined;
}

/** As the text does it; where its own number is too short to tell, thousands are grouped from five digits on. */
function separatorOf({ group: given, value, scale }: NumberSpan, written: number): string {
  if (given !== '') return given;
  return value / scale < 1000 && written >= 10_000 ? ',' : '';
}

function group(digits: string, separator: string): string | undefined {
  const [whole = '', fraction] = digits.split('.');
  const grouped = separator === '' ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, separator);
  if (fraction === undefined) return grouped;
  // The text groups by points: what it puts before a fraction is not known.
  return separator === '.' ? undefined : `${grouped}.${fraction}`;
}

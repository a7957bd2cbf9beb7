import { formatCount } from '../../facts/format.ts';

/** Numbers that facts write as words; from 13 on they write digits. */
const WORDS: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 11 }, (_, at) => [formatCount(at + 2), String(at + 2)]),
);

/**
 * The numbers of a text in one form: "1,284" and "1284", "two" and "2" are the same. "One" is left out, it is a word
 * of its own too often.
 */
export function numbersIn(text: string): string[] {
  return (text.toLowerCase().match(/\d[\d,]*(?:\.\d+)?|\p{L}+/gu) ?? []).flatMap((token) => {
    if (/^\d/u.test(token)) return [token.replaceAll(',', '')];
    const number = WORDS.get(token);
    return number === undefined ? [] : [number];
  });
}

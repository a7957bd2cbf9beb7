import { formatDate } from '../facts/format.ts';
import { defineFixer } from './fix.ts';
import { placesOf, replaceWords } from './replace-words.ts';

/** A wrong title, provider or date becomes the right one. */
export const nameFixer = defineFixer({
  id: 'name',
  propose({ text, facts, finding }) {
    const { actual, expected, start, end } = finding;
    const wrong = /^role "(.+)"$/.exec(actual)?.[1] ?? /^(.+) for .+$/.exec(actual)?.[1] ?? actual;
    const right = /^\d{4}-\d{2}/.test(expected) ? dateLike(expected, wrong) : expected;
    const known = [
      facts.role.title,
      ...[...facts.resources.chosen, ...facts.resources.others].map((one) => one.provider),
    ];
    if (right === undefined || !(right !== expected || known.includes(right))) return [];
    // What is said of several at once, or by way of contrast, cannot be put right by a name.
    if (/\b(?:both|all|each|not|but|neither)\b/i.test(finding.quote)) return [];
    const places = placesOf(text, wrong, start, end);
    // A provider stands at the end of what is quoted; before that the word may be part of a title.
    const place = places.length === 1 ? places[0] : places.find((one) => one.end === end);
    return place ? [replaceWords(text, place.start, place.end, right)] : [];
  },
});

/** "October 2025" for 2026-10 is "October 2026"; a year alone stays alone. */
function dateLike(iso: string, like: string): string | undefined {
  const [long, short] = [formatDate(iso.slice(0, 7)), iso.slice(0, 7)];
  if (/^\d{4}$/.test(like)) return iso.slice(0, 4);
  if (/^\d{4}-\d{2}$/.test(like)) return short;
  if (/^\p{Lu}\p{Ll}{3,} \d{4}$/u.test(like)) return long;
  return /^\p{Lu}\p{Ll}{2} \d{4}$/u.test(like) ? long.replace(/^(\p{L}{3})\p{L}*/u, '$1') : undefined;
}

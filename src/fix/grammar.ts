import indefinite from 'indefinite';

/** Nouns that reports count, singular and plural. */
const NOUNS: readonly (readonly [string, string])[] = [
  ['week', 'weeks'],
  ['hour', 'hours'],
  ['day', 'days'],
  ['month', 'months'],
  ['year', 'years'],
  ['phase', 'phases'],
  ['skill', 'skills'],
  ['requirement', 'requirements'],
  ['posting', 'postings'],
  ['opening', 'openings'],
  ['advert', 'adverts'],
  ['job', 'jobs'],
  ['vacancy', 'vacancies'],
  ['course', 'courses'],
  ['book', 'books'],
  ['resource', 'resources'],
];
const toPlural = new Map(NOUNS);
const toSingular = new Map(NOUNS.map(([one, many]) => [many, one]));

/** Verbs that have another form beside one than beside several. */
const VERBS: readonly (readonly [string, string])[] = [
  ['is', 'are'],
  ['was', 'were'],
  ['has', 'have'],
];
export const toPluralVerb: ReadonlyMap<string, string> = new Map(VERBS);
export const toSingularVerb: ReadonlyMap<string, string> = new Map(VERBS.map(([one, many]) => [many, one]));

/**
 * Changes the noun and verb after a number that is now one, or no longer one.
 * @param after the text after the number
 * @returns the new beginning of `after` and how much of it that replaces; undefined where the words are not known
 */
export function agreeAfter(after: string, singular: boolean): { text: string; length: number } | undefined {
  const nouns = singular ? toSingular : toPlural;
  const verbs = singular ? toSingularVerb : toPluralVerb;
  if (/^-\p{L}/u.test(after)) return { text: '', length: 0 };
  const ofGroup = /^ of (?:the|these|those|its|her|his|your) [^.;:,\n]*?\b(is|are|was|were|has|have)\b/.exec(
    after,
  );
  if (ofGroup) return swapLast(ofGroup[0], ofGroup[1] ?? '', verbs);
  for (const pattern of [/^ (\p{L}+)/u, /^ [\p{L}-]+ (\p{L}+)/u, /^ [\p{L}-]+ [\p{L}-]+ (\p{L}+)/u]) {
    const [head = '', word = ''] = pattern.exec(after) ?? [];
    const other = nouns.get(word);
    if (other === undefined) continue;
    const changed = head.slice(0, -word.length) + other;
    const [said = '', verb = ''] = /^ (is|are|was|were|has|have)\b/.exec(after.slice(head.length)) ?? [];
    const form = verbs.get(verb);
    return form === undefined
      ? { text: changed, length: head.length }
      : { text: `${changed} ${form}`, length: head.length + said.length };
  }
  return /^ \p{L}/u.test(after) ? undefined : { text: '', length: 0 };
}

function swapLast(head: string, verb: string, verbs: ReadonlyMap<string, string>) {
  const form = verbs.get(verb);
  return form === undefined ? undefined : { text: head.slice(0, -verb.length) + form, length: head.length };
}

/** Whether the words need another article than the one that ends `before`; gives the text and the change of its end. */
export function articleBefore(before: string, words: string): { start: number; article: string } | undefined {
  const [whole = '', article = ''] = /\b(an?) $/i.exec(before) ?? [];
  if (article === '') return undefined;
  const right = indefinite(words, { articleOnly: true, numbers: 'colloquial' });
  if (right === article.toLowerCase()) return undefined;
  return {
    start: before.length - whole.length,
    article: article.startsWith('A') ? right.charAt(0).toUpperCase() + right.slice(1) : right,
  };
}

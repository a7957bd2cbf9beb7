import { UsageError } from '../errors.ts';
import { normalizeName } from '../skills/index.ts';

/** What a title or code is looked up among. */
export interface Named {
  code: string;
  title: string;
  alternateTitles: readonly string[];
}

/** What was found, and by which title where it was not its own. */
export interface Found<T> {
  occupation: T;
  by: string | undefined;
}

/** Candidates listed in one message, at most. */
const LISTED = 20;

/**
 * Finds an occupation by its code, its title, or an alternate title that only one has. A plural or singular of a title
 * is the title. An alternate title that is part of the titles of others ("teacher", of one lecturer) fits them too.
 * @throws UsageError with the candidates where several fit, or where only parts of titles do
 */
export function findOccupation<T extends Named>(
  wanted: string,
  occupations: readonly T[],
  { source }: { source: string },
): Found<T> {
  const code = wanted.trim().toLowerCase();
  const byCode = occupations.find((one) => one.code.toLowerCase() === code);
  if (byCode) return { occupation: byCode, by: undefined };
  const form = titleForm(wanted);
  const own = occupations.filter((one) => titleForm(one.title) === form);
  if (own.length === 1 && own[0]) return { occupation: own[0], by: undefined };
  const others =
    own.length > 0
      ? own
      : occupations.filter((one) => one.alternateTitles.some((title) => titleForm(title) === form));
  const [only] = others;
  if (others.length === 1 && only) {
    const wider = occupations.filter((one) => one !== only && hasWords(one.title, form));
    if (wider.length > 0)
      throw ask(
        wanted,
        [only, ...wider],
        source,
        'is another title of the first of these and part of the titles of the others',
      );
    return { occupation: only, by: wanted.trim() };
  }
  if (others.length > 1) throw ask(wanted, others, source, 'fits several occupations');
  throw ask(wanted, nearest(form, occupations), source, 'is no title of an occupation');
}

function ask(wanted: string, candidates: readonly Named[], source: string, what: string): UsageError {
  const lines = candidates.slice(0, LISTED).map(({ code, title }) => `  ${code}  ${title}`);
  const more = candidates.length - lines.length;
  if (more > 0) lines.push(`  and ${more} more`);
  const list = lines.length === 0 ? '' : `; say one of these by its code:\n${lines.join('\n')}`;
  return new UsageError(
    `cannot choose an occupation of ${source}: found --role "${wanted}", which ${what}, expected a title or code that only one has${list}`,
  );
}

/** Whether all words of a form of a title stand in another title. */
function hasWords(title: string, form: string): boolean {
  const words = new Set(titleForm(title).split(' '));
  return form.split(' ').every((word) => words.has(word));
}

/** Occupations with a title that has all words, then those with one that has the last word. */
function nearest<T extends Named>(form: string, occupations: readonly T[]): T[] {
  const words = form.split(' ').filter((word) => word.length > 2);
  if (words.length === 0) return [];
  const ranked = occupations.flatMap((one) => {
    const best = [one.title, ...one.alternateTitles].reduce((most, title, at) => {
      const has = new Set(titleForm(title).split(' '));
      const share = words.filter((word) => has.has(word)).length / words.length;
      return Math.max(most, at === 0 ? share + 0.1 : share);
    }, 0);
    return best >= 0.5 ? [{ one, best }] : [];
  });
  return ranked.sort((a, b) => b.best - a.best || (a.one.title < b.one.title ? -1 : 1)).map(({ one }) => one);
}

const forms = new Map<string, string>();

/** Small letters, no signs, each word in the singular as far as an "s" goes. */
export function titleForm(title: string): string {
  const known = forms.get(title);
  if (known !== undefined) return known;
  const form = normalizeName(title)
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .split(' ')
    .map((word) => (word.length > 3 ? word.replace(/(?<=[^s])s$/u, '') : word))
    .join(' ')
    .trim();
  forms.set(title, form);
  return form;
}

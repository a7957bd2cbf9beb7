import type { FactSheet, Resume } from '../../schemas/index.ts';
import { ORGANISATION_WORDS } from './organisation-words.ts';
import { collectPersonal, type PersonalValue } from './personal-values.ts';

export interface PrivacyOptions {
  /** Where contacts, addresses and the names of other people stand; without it only the sheet's own names are known. */
  resume?: Resume | undefined;
  /** The names of the candidate, of employers and of schools may be shown. Contacts and addresses never are. */
  shareNames?: boolean | undefined;
}

/** What a model may not see. */
export interface Privacy {
  shareNames: boolean;
  /** Free text of the resume (a position, a degree, a label) without personal values: `[name]`, `[mail]` and so on stand for them. */
  hide(text: string): string;
  /**
   * The same for text of ours that may quote the report: it leaves more standing, so that a word of the language or
   * the name of a skill is not taken for a name.
   */
  hideQuoted(text: string): string;
}

const MAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const LINK =
  /\b[a-z][a-z0-9+.-]*:\/\/\S+|\bwww\.\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|io|dev|me|co|de|fr|uk|eu|info|app|ai|tech|page|site|xyz|in|it|ca|au|ch|nl|es|us|edu|gov)\/\S*/gu;
/** Eight digits or more, as people write a number to call. */
const PHONE = /(?<![\p{L}\p{Nd}])\+?\(?\p{Nd}(?:[\s()./-]{0,2}\p{Nd}){7,14}(?![\p{L}\p{Nd}])/gu;
const DATES = /^(?:(?:19|20)\d\d\D{0,3}){2}$|^(?:19|20)\d\d[-/.]\d\d[-/.]\d\d$/;

/** Scripts that write without spaces: a name in them has no edges. */
const UNSPACED =
  /[\p{Script=Hani}\p{Script=Hira}\p{Script=Kana}\p{Script=Thai}\p{Script=Laoo}\p{Script=Khmr}\p{Script=Mymr}\p{Script=Tibt}]/u;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Shorter words must have the very same letters: "Will" is a name where "will" is none. */
const SURE_LENGTH = 4;

/** Gives what may not be seen of this case. The tables are made when they are first needed. */
export function privacyOf(sheet: FactSheet, { resume, shareNames = false }: PrivacyOptions = {}): Privacy {
  let made: Tables | undefined;
  const tables = () => {
    made ??= makeTables(
      sheet,
      collectPersonal(sheet, resume).filter((value) => !(shareNames && value.shareable)),
    );
    return made;
  };
  // Sections share most of their facts.
  const known = new Map<string, string>();
  return {
    shareNames,
    hide(text) {
      const hidden = known.get(text) ?? hide(text, tables(), false);
      known.set(text, hidden);
      return hidden;
    },
    hideQuoted: (text) => hide(text, tables(), true),
  };
}

interface Tables {
  /** Longest first. `spared` values are words that prompts say anyway. */
  wholes: { pattern: RegExp; by: string; spared: boolean }[];
  words: Map<string, { by: string; exact: ReadonlySet<string>; spared: boolean }>;
  phones: ReadonlySet<string>;
}

function makeTables(sheet: FactSheet, values: readonly PersonalValue[]): Tables {
  const said = wordsSaid(sheet);
  const wholes: (Tables['wholes'][number] & { length: number })[] = [];
  const words: Tables['words'] = new Map();
  for (const { text, kind, parts } of values) {
    const by = `[${kind}]`;
    const whole = text.normalize('NFC').trim();
    if (whole.length < 2) continue;
    const own = wordsOf(whole);
    wholes.push({
      pattern: wholePattern(whole),
      by,
      spared: own.every((word) => said.has(fold(word))),
      length: whole.length,
    });
    for (const word of parts === 'none' ? [] : own) {
      const key = fold(word);
      if (UNSPACED.test(word)) {
        if (word.length > 1)
          wholes.push({ pattern: wholePattern(word), by, spared: said.has(key), length: word.length });
        continue;
      }
      if (word.length < 2) continue;
      if (parts === 'telling' && (word.length < SURE_LENGTH || ORGANISATION_WORDS.has(key) || said.has(key)))
        continue;
      const known = words.get(key);
      words.set(key, {
        by: known?.by ?? by,
        exact: new Set([...(known?.exact ?? []), word]),
        spared: said.has(key),
      });
    }
  }
  return {
    wholes: wholes.sort((a, b) => b.length - a.length),
    words,
    phones: new Set(values.filter(({ kind }) => kind === 'phone').map(({ text }) => digitsOf(text))),
  };
}

function hide(text: string, { wholes, words, phones }: Tables, quoted: boolean): string {
  let hidden = text
    .normalize('NFC')
    .replace(MAIL, '[mail]')
    .replace(LINK, '[link]')
    .replace(/\+?\(?\p{Nd}[\p{Nd}\s()./-]+\p{Nd}/gu, (run) => (phones.has(digitsOf(run)) ? '[phone]' : run))
    .replace(PHONE, (run) => (DATES.test(run.trim()) ? run : '[phone]'));
  for (const { pattern, by, spared } of wholes) if (!(quoted && spared)) hidden = hidden.replace(pattern, by);
  hidden = hidden.replace(/\[\w+\]|[\p{L}\p{M}\p{N}]+/gu, (word) => {
    const found = word.startsWith('[') ? undefined : words.get(fold(word));
    if (!found) return word;
    if (quoted && (found.spared || !found.exact.has(word))) return word;
    return word.length >= SURE_LENGTH || found.exact.has(word) ? found.by : word;
  });
  return hidden.replace(/(\[\w+\])(?:[\s.,'’-]+\1)+/gu, '$1');
}

/** Words that prompts hold whoever the candidate is: those of the role, the plan, the resources and the skills. */
function wordsSaid(sheet: FactSheet): Set<string> {
  const texts = sheet.facts
    .filter(({ source, unit, personal }) => !personal && (source.input !== 'resume' || unit === 'name'))
    .filter(({ id }) => id !== 'candidate.leadership')
    .flatMap(({ value, display }) => (Array.isArray(value) ? [...value, display] : [display]));
  return new Set(texts.flatMap(wordsOf).map(fold));
}

function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

function wholePattern(text: string): RegExp {
  const bodyOf = (spelling: string) =>
    spelling
      .split(/\s+/u)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
      .join(UNSPACED.test(text) ? '\\s*' : '\\s+');
  // Capitals of some letters are two: the flag for case does not know them.
  const body = `(?:${[...new Set([text, text.toUpperCase()])].map(bodyOf).join('|')})`;
  const edge = (char: string | undefined) => /[\p{L}\p{N}]/u.test(char ?? '') && !UNSPACED.test(char ?? '');
  const start = edge(text[0]) ? '(?<![\\p{L}\\p{N}])' : '';
  const end = edge(text.at(-1)) ? '(?![\\p{L}\\p{N}])' : '';
  // "IN" and "OR" are places only in capitals.
  const sure = text.length >= SURE_LENGTH || !/\p{Script=Latn}/u.test(text);
  return new RegExp(start + body + end, sure ? 'giu' : 'gu');
}

function digitsOf(text: string): string {
  return text.replace(/\P{Nd}/gu, '');
}

/** Without marks and case: "Jose" is the "José" of the name, and "WEISS" the "Weiß". */
function fold(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase().toLowerCase();
}

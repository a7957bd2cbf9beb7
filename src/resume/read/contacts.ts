import type { Resume } from '../../../schemas/resume.ts';
import { flatten } from '../clean-text.ts';
import type { NoteList } from '../note-list.ts';
import { kindsOf } from '../split-sections.ts';
import type { TextLine } from '../text-document.ts';
import { TITLES } from '../words/headings.ts';
import { COUNTRIES, POSITION_WORDS, REGION_CODES, SCHOOL_WORDS } from '../words/people.ts';
import { readDates } from './dates.ts';

type Basics = NonNullable<Resume['basics']>;

const MAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/u;
const LINK =
  /(?:https?:\/\/|www\.)[^\s|·•,;<>()]{1,500}|(?<![@\p{L}\p{N}.-])(?:[\p{L}\p{N}-]{1,63}\.){1,5}(?:com|net|org|io|dev|me|co|de|fr|uk|eu|info|app|ai|tech|page|site|xyz|ch|at|nl|es|us|ca|edu|gov)(?:\/[^\s|·•,;<>()]{0,500})?(?![\p{L}\p{N}@])/giu;
const PHONE = /(?<![\p{L}\p{N}/=])(?:\+|00)?\(?\d(?:[\s().–/-]{0,2}\d){6,14}(?![\p{L}\p{N}])/u;
const LABEL =
  /^\s*(?:e-?mail|mail|phone|tel|telephone|mobile|cell|m|t|p|e|address|location|website|web|url|portfolio|linkedin|github|twitter|x|mastodon|name|city)\s*[.:]\s*/iu;
const NETWORKS: Readonly<Record<string, string>> = {
  'linkedin.com': 'LinkedIn',
  'github.com': 'GitHub',
  'gitlab.com': 'GitLab',
  'twitter.com': 'Twitter',
  'x.com': 'X',
  'stackoverflow.com': 'Stack Overflow',
  'medium.com': 'Medium',
  'xing.com': 'Xing',
  'kaggle.com': 'Kaggle',
  'behance.net': 'Behance',
  'dribbble.com': 'Dribbble',
  'orcid.org': 'ORCID',
  'soundcloud.com': 'SoundCloud',
};
/** A city with its region or country, a postal code perhaps between. */
export const PLACE = new RegExp(
  `^(?<city>\\p{Lu}[\\p{L}.'’ -]{1,40}?),\\s*(?:(?<code>${REGION_CODES})(?:\\s+(?<zip>\\d{5}(?:-\\d{4})?))?|(?<country>${COUNTRIES}))(?:,\\s*(?:USA|US|${COUNTRIES}))?$`,
  'u',
);
const STREET =
  /^\d{1,5}\s+\p{Lu}|\b(?:street|st\.|avenue|ave|road|rd\.|lane|drive|blvd|boulevard|way|straße|strasse|platz|apt|suite|unit)\b|(?:str\.|straße|strasse|weg|platz|allee|gasse)\s*\d+|\b\d{5}\s+\p{Lu}\p{L}+/iu;

/** One or two words in capitals. */
const TOWN = /^\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]+)?$/u;

/**
 * Who it is and how to reach her: mail, phone and links wherever the head of the document (and its margins) says
 * them, the name on the first line that can be one, what stands under it as the label.
 * @returns the lines of the head that are none of these
 */
export function readContacts(
  head: readonly TextLine[],
  contact: readonly TextLine[],
  margins: readonly TextLine[],
  notes: NoteList,
): { basics: Basics; rest: TextLine[] } {
  const basics: Basics = {};
  const profiles: NonNullable<Basics['profiles']> = [];
  const location: NonNullable<Basics['location']> = {};
  const rest: TextLine[] = [];
  const set = (
    key: 'name' | 'label' | 'email' | 'phone' | 'url',
    value: string,
    line: TextLine,
    sure: 'certain' | 'likely' | 'guess',
  ) => {
    if (basics[key] !== undefined) return;
    basics[key] = value;
    notes.field(`basics.${key}`, sure, line);
  };
  const visit = (line: TextLine, place: 'head' | 'contact' | 'margin') => {
    let left = ` ${line.text} `;
    left = left.replace(new RegExp(MAIL, 'gu'), (mail) => {
      set('email', mail, line, 'certain');
      return '\t';
    });
    left = left.replace(LINK, (found) => {
      const url = found.replace(/[.,;:]+$/, '');
      readLink(url, line);
      return '\t';
    });
    const phone = PHONE.exec(left);
    if (phone && readDates(phone[0]).length === 0) {
      set(
        'phone',
        phone[0].trim(),
        line,
        /tel|phone|mobile|cell|\+|\(/i.test(line.text) ? 'certain' : 'likely',
      );
      left = left.replace(phone[0], '\t');
    }
    if (place === 'margin') return;
    const parts = left
      .split(/[\t|·•]|\s[–—]\s/u)
      .map((part) => stripLabels(part))
      .filter((part) => /[\p{L}\d]/u.test(part));
    const kept = parts.filter((part) => !readPlace(part, line, place));
    if (kept.length === 0) return;
    // "mail · number · Bristol": beside what reaches her a word of no profession is a town.
    const [town = '', ...others] = kept;
    const isReached = left.includes('\t') && basics.name !== undefined && location.city === undefined;
    if (isReached && others.length === 0 && TOWN.test(town) && !POSITION_WORDS.test(town)) {
      location.city = town;
      notes.field('basics.location', 'guess', line);
      return;
    }
    if (place === 'contact') return;
    const text = kept.join('\t');
    if (basics.name === undefined && isTitle(text)) return;
    const [first = '', ...more] = kept;
    if (basics.name === undefined && isName(first, line)) {
      set('name', tidyName(first), line, 'likely');
      if (more.length > 0 && isLabel(more.join(', '))) set('label', more.join(', '), line, 'guess');
      return;
    }
    const whole = flatten(text.replace(/\t/g, ', '));
    if (basics.name !== undefined && basics.label === undefined && rest.length === 0 && isLabel(whole)) {
      set('label', whole, line, POSITION_WORDS.test(whole) ? 'likely' : 'guess');
      return;
    }
    // Where nothing was taken out the line stays as it is, signs and all.
    rest.push(left.trim() === line.text.trim() ? line : { ...line, text });
  };
  const readLink = (found: string, line: TextLine) => {
    const url = /^https?:/i.test(found) ? found : `https://${found}`;
    const host = /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
    const key = Object.keys(NETWORKS).find((known) => host === known || host.endsWith(`.${known}`));
    if (!URL.canParse(url)) return;
    if (key === undefined) return set('url', url, line, 'likely');
    const username = url
      .replace(/\/+$/, '')
      .split('/')
      .slice(3)
      .filter((part) => !/^(?:in|users?|people|profile)$/i.test(part))[0];
    if (profiles.some((profile) => profile.url === url)) return;
    profiles.push({ network: NETWORKS[key], ...(username && { username: username.replace(/^@/, '') }), url });
    notes.field(`basics.profiles[${profiles.length - 1}]`, 'certain', line);
  };
  const readPlace = (part: string, line: TextLine, place: 'head' | 'contact' | 'margin'): boolean => {
    const pieces = part.split(/,\s*/);
    for (let from = 0; from < pieces.length - 1; from += 1) {
      const match = PLACE.exec(pieces.slice(from).join(', '));
      if (!match?.groups || POSITION_WORDS.test(part) || SCHOOL_WORDS.test(part)) continue;
      if (location.city === undefined) {
        const { city = '', code, zip, country } = match.groups;
        Object.assign(location, {
          city,
          ...(from > 0 && { address: pieces.slice(0, from).join(', ') }),
          ...(zip && { postalCode: zip }),
          ...((code ?? country) && { region: code ?? country }),
        });
        notes.field('basics.location', 'likely', line);
      }
      return true;
    }
    if (/\d/.test(part) && STREET.test(part) && place !== 'margin' && part.length < 80) {
      location.address ??= part;
      return true;
    }
    return false;
  };
  for (const line of head) visit(line, 'head');
  for (const line of contact) visit(line, 'contact');
  for (const line of margins) visit(line, 'margin');
  if (Object.keys(location).length > 0) basics.location = location;
  if (profiles.length > 0) basics.profiles = profiles;
  if (basics.name === undefined)
    notes.note(
      'no-name',
      'No name was found on the first lines; add basics.name if the report should say it.',
    );
  return { basics, rest };
}

const SIGNS = /^[\s,;:/(-]+|[\s,;:/(-]+$/gu;
const LABEL_ALONE =
  /^(?:linkedin|github|website|web|portfolio|e-?mail|phone|mobile|tel|telephone|cell|fax|address|contact)$/iu;

function stripLabels(part: string): string {
  let text = flatten(part).replace(SIGNS, '');
  for (let shorter = text.replace(LABEL, ''); shorter !== text; shorter = text.replace(LABEL, ''))
    text = shorter;
  text = text.replace(SIGNS, '');
  return LABEL_ALONE.test(text) ? '' : text;
}

function isTitle(text: string): boolean {
  const plain = flatten(text)
    .toLowerCase()
    .replace(/[^\p{L} ]/gu, '')
    .trim();
  return TITLES.includes(plain);
}

/** Two to five words with capitals and no digits, or one set as a heading. */
function isName(text: string, line: TextLine): boolean {
  const bare = text.replace(TITLE_BEFORE, '').split(',')[0] ?? '';
  const words = bare.trim().split(/\s+/u);
  if (/[\d@:;!?]/.test(bare) || words.length > 6 || kindsOf(bare).length > 0) return false;
  if (words.length === 1) return line.heading === 1 && /^\p{L}{2,}$/u.test(bare);
  const capital = words.filter((word) => /^[\p{Lu}\p{Lo}"“(]/u.test(word)).length;
  return (
    capital >= 2 &&
    words.every((word) =>
      /^[\p{Lu}\p{Lo}"“(]|^(?:de|da|di|del|della|der|den|van|von|zu|bin|ibn|al|el|la|le|dos|du|y|e|st)\b|^d['’]/u.test(
        word,
      ),
    ) &&
    (isSurname(words) || !POSITION_WORDS.test(bare.replace(/^(?:Prof|Doctor|Captain)\b\.?/u, '')))
  );
}

/** Trades that people are called by, where no word before them makes a position of it. */
function isSurname(words: readonly string[]): boolean {
  const [last = '', ...before] = [...words].reverse();
  return (
    words.length <= 3 &&
    /^(?:baker|cook|carpenter|steward|coach|chef|driver|guard|porter|waiter|clerk|packer|plumber|cleaner|planner|pilot|host|fellow|agent)$/iu.test(
      last,
    ) &&
    !before.some((word) => POSITION_WORDS.test(word) || AS_POSITION.test(word))
  );
}

const AS_POSITION =
  /^(?:head|pastry|line|truck|bus|delivery|master|sous|executive|junior|senior|private|night|day|security|life|school|sales|town|office|event|career|life|job|real|estate|ticket|travel|airline|flight|research|teaching|forklift|van|taxi|production|financial|wedding|test|kitchen|prep|commis|demi|football|soccer|basketball|fitness|agile)$/iu;

/** Without what is said before and behind it ("CV of", ", RN, BSN"); in small letters where it is all capitals. */
function tidyName(text: string): string {
  const bare = (text.replace(TITLE_BEFORE, '').split(',')[0] ?? '').trim();
  const shouted = bare === bare.toUpperCase() && /\p{Lu}{3}/u.test(bare);
  if (!shouted) return bare;
  return bare
    .toLowerCase()
    .replace(/(?<![\p{L}'’])\p{L}|(?<=['’-])\p{L}(?=\p{L})/gu, (letter) => letter.toUpperCase());
}

const TITLE_BEFORE = /^(?:resume|résumé|cv|curriculum vitae)\s*(?:of|for|[-–:])?\s*/iu;

function isLabel(text: string): boolean {
  return (
    text.length <= 90 &&
    !/[.!?]$/.test(text) &&
    /\p{L}{2}/u.test(text) &&
    text.split(/\s+/).length <= 12 &&
    (POSITION_WORDS.test(text) || !/\d/.test(text)) &&
    kindsOf(text).length === 0
  );
}

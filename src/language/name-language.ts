/** Languages that resumes name, by their codes. */
const CODES =
  'af ar bg bn ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km ko ku lo lt lv mk ml mr ms mt my nb nl no pa pl ps pt ro ru sk sl so sq sr sv sw ta te th tl tr uk ur uz vi yo zh zu'.split(
    ' ',
  );

let codes: ReadonlyMap<string, string> | undefined;
const namers = new Map<string, Intl.DisplayNames>();

/** Gives the name of a language that goes by its English name ("Swedish") in the language `tag`; others stay as they are. */
export function nameLanguage(name: string, tag: string): string {
  // What is English already needs no looking up, which takes 20 ms the first time.
  if (tag === 'en') return name;
  codes ??= new Map(CODES.map((code) => [(namerOf('en').of(code) ?? code).toLowerCase(), code]));
  const code = codes.get(name.trim().toLowerCase());
  return code === undefined ? name : (namerOf(tag).of(code) ?? name);
}

function namerOf(tag: string): Intl.DisplayNames {
  const known = namers.get(tag) ?? new Intl.DisplayNames(tag, { type: 'language' });
  namers.set(tag, known);
  return known;
}

/** Words that resumes use for fluency, by the form of the message `fact.fluency` that says the same. */
const FLUENCIES: readonly (readonly [kind: string, words: RegExp])[] = [
  ['native', /^(?:native(?: speaker| or bilingual(?: proficiency)?)?|mother tongue|first language)$/i],
  ['bilingual', /^bilingual$/i],
  ['fluent', /^fluent(?:ly)?$/i],
  ['business', /^(?:business fluent|full professional(?: proficiency)?)$/i],
  ['professional', /^professional working(?: proficiency)?$/i],
  ['advanced', /^(?:advanced|proficient|very good)$/i],
  ['good', /^good$/i],
  ['intermediate', /^(?:intermediate|limited working(?: proficiency)?)$/i],
  ['conversational', /^conversational$/i],
  ['basic', /^(?:basic|basics|beginner|elementary(?: proficiency)?|novice)$/i],
];

/** The form of the message `fact.fluency` for a fluency as a resume words it, `other` for one that stays as it is. */
export function fluencyKind(fluency: string): string {
  return FLUENCIES.find(([, words]) => words.test(fluency.trim()))?.[0] ?? 'other';
}

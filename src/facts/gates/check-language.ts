import { normalizeName } from '../../skills/index.ts';
import { identify } from '../identify.ts';
import type { GateCheck } from './gate-check.ts';

/** CEFR, LinkedIn, ILR and plain words, longest first, with the rank from 0 (A1) to 5 (C2). */
const FLUENCY: readonly (readonly [words: string, rank: number])[] = [
  ['near native|native|bilingual|mother tongue|first language', 5],
  ['full professional|business fluent', 4],
  ['professional working|upper intermediate|independent', 3],
  ['limited working|pre intermediate', 1],
  ['advanced|fluent|proficient|professional|excellent|very good', 4],
  ['good', 3],
  ['intermediate|conversational|working', 2],
  ['limited', 1],
  ['beginner|basic|elementary|novice', 0],
];
const CODES = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2'];

/** Rank of a level of a language; a code beats words, of two the lower counts, -1 for none. */
function fluencyRank(text: string | undefined): number {
  let words = normalizeName(text ?? '');
  const codes = words.match(/\b[abc][12]\b/g);
  if (codes) return Math.min(...codes.map((code) => CODES.indexOf(code)));
  const ranks = FLUENCY.flatMap(([phrases, rank]) => {
    const pattern = new RegExp(`\\b(?:${phrases})\\b`, 'g');
    if (!pattern.test(words)) return [];
    words = words.replace(pattern, ' ');
    return [rank];
  });
  return ranks.length === 0 ? -1 : Math.min(...ranks);
}

/** Language asked against `languages`; of several entries for it the most fluent counts. */
export const checkLanguage: GateCheck = (gate, { resume, catalog, words }) => {
  const asked = gate.level === undefined ? gate.name : `${gate.name} (${gate.level})`;
  const keyOf = (name: string) => identify(name.replace(/\s*\([^()]*\)\s*$/u, ''), catalog).key;
  const languages = (resume.languages ?? []).flatMap(({ language, fluency }) =>
    language === undefined ? [] : [{ language, fluency, rank: fluencyRank(fluency) }],
  );
  const [own] = languages
    .filter(({ language }) => keyOf(language) === keyOf(gate.name))
    .sort((a, b) => b.rank - a.rank || (nameOf(a) < nameOf(b) ? -1 : 1));
  if (!own) {
    return languages.length === 0
      ? { asked, found: null, status: 'unknown', reason: words.say('gate.no-languages') }
      : { asked, found: null, status: 'not met', reason: words.say('gate.other-languages') };
  }
  const found = nameOf(own);
  const wanted = fluencyRank(gate.level);
  if (gate.level === undefined || (own.rank >= 0 && wanted >= 0 && own.rank >= wanted))
    return { asked, found, status: 'met', reason: words.say('gate.lists', { found }) };
  if (own.rank < 0 || wanted < 0)
    return { asked, found, status: 'unknown', reason: words.say('gate.level-unclear', { found: gate.name }) };
  return { asked, found, status: 'not met', reason: words.say('gate.lists', { found }) };
};

function nameOf({ language, fluency }: { language: string; fluency: string | undefined }): string {
  return [language, fluency && `(${fluency})`].filter(Boolean).join(' ');
}

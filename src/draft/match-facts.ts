import type { Fact } from '../../schemas/index.ts';
import { slotsOf } from '../sections/index.ts';
import type { Ground } from './check-section.ts';

/** Units whose display is telling enough to be recognised in free prose; a bare "two" is not. */
const TELLING: ReadonlySet<Fact['unit']> = new Set([
  'money',
  'share',
  'weeks',
  'hours',
  'months',
  'years',
  'date',
  'list',
  'name',
  'text',
  'url',
  'demand',
]);

/**
 * The facts of the brief that a sentence of free prose speaks of, as far as their values stand in it: names of
 * skills (with their status), and displays of figures, lists and titles as whole words.
 */
export function matchFacts(sentence: string, { sheet, brief, byId }: Ground): string[] {
  const found = new Set<string>(slotsOf(sentence));
  const skills = [...sheet.skills, ...sheet.extras];
  const ambiguous = new Set(skills.filter((skill) => skill.ambiguous).map(({ name }) => name));
  for (const id of brief) {
    const fact = byId.get(id);
    if (!fact || fact.value === null || !TELLING.has(fact.unit) || fact.display.length < 2) continue;
    if (holdsWord(sentence, fact.display, ambiguous.has(fact.display))) found.add(id);
  }
  for (const skill of skills) {
    const ids = [`skill.${skill.id}`, `skill.${skill.id}.status`].filter((id) => brief.has(id));
    if (ids.length > 0 && skill.spellings.some((spelling) => holdsWord(sentence, spelling, skill.ambiguous)))
      for (const id of ids) found.add(id);
  }
  return [...found];
}

/** Where the word is one of the language as well ("go"), its letters have to be the very same ("Go"). */
function holdsWord(text: string, word: string, isExact = false): boolean {
  const [low, wanted] = isExact ? [text, word] : [text.toLowerCase(), word.toLowerCase()];
  for (let at = low.indexOf(wanted); at >= 0; at = low.indexOf(wanted, at + 1)) {
    const [before, after] = [low[at - 1] ?? ' ', low[at + wanted.length] ?? ' '];
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}+#]/u.test(after)) return true;
  }
  return false;
}

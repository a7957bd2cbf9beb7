import type { Ground } from './check-section.ts';
import { findOnly, plainLetters } from './fit-shape.ts';
import type { RepliedSentence } from './reply-modes.ts';

/** A slot as models write it: with blanks in the id, too. */
const SLOT = /\{\{\s*([^{}]+?)\s*\}\}/gu;

/**
 * The ids of a sentence in the letters that the brief has them in: `Skill.Go`, `skill.machine_learning` or
 * `{{skill.go}}` among the ids cited. Where none or several of the brief would do, an id stays as it is, for the check
 * to find.
 */
export function fitIds<T extends RepliedSentence>(
  sentence: T,
  { brief, byId }: Pick<Ground, 'brief' | 'byId'>,
  mended: string[],
): T {
  const respell = (id: string): string => {
    // A fact that there is but not for this section is a fault, not a spelling.
    if (brief.has(id) || byId.has(id)) return id;
    const known = findOnly(id, brief, plainLetters);
    if (known === undefined) return id;
    mended.push(`the fact id ${JSON.stringify(id)} was read as ${JSON.stringify(known)}`);
    return known;
  };
  return {
    ...sentence,
    facts: sentence.facts.map(respell),
    text: sentence.text.replace(SLOT, (slot, id: string) => {
      const known = respell(id);
      return known === id ? slot : `{{${known}}}`;
    }),
  };
}

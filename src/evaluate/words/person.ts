import type { Style } from '../../sections/index.ts';
import { holdsWords } from '../reading/find-words.ts';

const YOU = /\b(?:you|your|yours|yourself)\b/iu;
const SHE = /\b(?:she|her|hers|herself)\b/iu;
const HE = /\b(?:he|him|his|himself)\b/iu;

/** Words that speak of the candidate otherwise than the style wants. "They" may be anybody and is never held against a sentence. */
const OFF: Readonly<Record<Style['person'] | Style['pronoun'], readonly RegExp[]>> = {
  second: [SHE, HE],
  third: [YOU],
  they: [SHE, HE],
  she: [HE],
  he: [SHE],
};

/** The first word of a sentence that is off the style; in an address to the candidate her own name is. */
export function offPerson(
  text: string,
  { person, pronoun }: Pick<Style, 'person' | 'pronoun'>,
  name: string | null,
): string | undefined {
  const patterns = person === 'second' ? OFF.second : [...OFF.third, ...OFF[pronoun]];
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (found) return found[0];
  }
  return person === 'second' && name && holdsWords(text, name) ? name : undefined;
}

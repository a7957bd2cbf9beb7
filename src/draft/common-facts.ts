import type { FactSheet } from '../../schemas/index.ts';
import type { Section } from '../sections/index.ts';

/**
 * So many sections have to use a fact before it stands in front of all of them. With two, prompts grow by half where no
 * provider caches them; with four, the beginning is too short for providers to keep (`npm run bench:chain`).
 */
const MANY = 3;

/**
 * The ids of the facts that several sections use. They are described once, behind the rules: the beginning of every
 * request of a run is then the same to the letter, and providers that keep prefixes need not read it again.
 */
export function commonFacts(
  sheet: FactSheet,
  sections: readonly Section[],
  many = MANY,
): ReadonlySet<string> {
  const uses = new Map<string, number>();
  for (const section of sections)
    for (const id of new Set(section.brief(sheet))) uses.set(id, (uses.get(id) ?? 0) + 1);
  return new Set([...uses].filter(([, count]) => count >= many).map(([id]) => id));
}

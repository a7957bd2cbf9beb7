import type { Catalog } from './catalog.ts';
import type { Mention } from './scan-mentions.ts';

const patterns = new WeakMap<Catalog, RegExp>();

/**
 * Every place where the name of a skill that is a common word too (`ambiguous`: Go, R, Excel) stands in its exact case,
 * whether the skill is meant or not: the words around it have to tell.
 */
export function scanAmbiguous(text: string, catalog: Catalog): Mention[] {
  let pattern = patterns.get(catalog);
  if (!pattern) {
    const names = catalog.entries
      .filter(({ ambiguous }) => ambiguous)
      .map(({ name }) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .sort((a, b) => b.length - a.length);
    pattern = new RegExp(`(?<![\\p{L}\\p{N}_.+#-])(?:${names.join('|')})(?![\\p{L}\\p{N}_+#])`, 'gu');
    patterns.set(catalog, pattern);
  }
  return [...text.matchAll(pattern)].flatMap(({ 0: name, index: start }) => {
    const entry = catalog.get(name);
    return entry ? [{ entry, start, end: start + name.length }] : [];
  });
}

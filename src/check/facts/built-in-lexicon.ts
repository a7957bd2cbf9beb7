import { builtInCatalog, type Catalog, toSlug } from '../../skills/index.ts';
import type { LexiconEntry } from './lexicon.ts';

const lexicons = new WeakMap<Catalog, readonly LexiconEntry[]>();

/** The skills of the built-in catalog, with the spellings that mean them in running text. */
export function builtInLexicon(): readonly LexiconEntry[] {
  return lexiconOf(builtInCatalog());
}

/** The skills of a catalog in the same form, once for each catalog. */
export function lexiconOf(catalog: Catalog): readonly LexiconEntry[] {
  const known = lexicons.get(catalog);
  if (known) return known;
  const lexicon = catalog.entries.map((entry) => ({
    id: `catalog:${toSlug(entry.name)}`,
    name: entry.name,
    spellings: entry.aliases ?? [],
    ambiguous: entry.ambiguous ?? false,
    kind: entry.kind,
  }));
  lexicons.set(catalog, lexicon);
  return lexicon;
}

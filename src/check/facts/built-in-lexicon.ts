import { builtInCatalog, toSlug } from '../../skills/index.ts';
import type { LexiconEntry } from './lexicon.ts';

let lexicon: readonly LexiconEntry[] | undefined;

/** The skills of the built-in catalog, with the spellings that mean them in running text. */
export function builtInLexicon(): readonly LexiconEntry[] {
  lexicon ??= builtInCatalog().entries.map((entry) => ({
    id: `catalog:${toSlug(entry.name)}`,
    name: entry.name,
    spellings: entry.aliases ?? [],
    ambiguous: entry.ambiguous ?? false,
    kind: entry.kind,
  }));
  return lexicon;
}

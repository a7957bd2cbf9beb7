/** A skill that the world knows, whether or not the facts speak of it. */
export interface LexiconEntry {
  id: string;
  name: string;
  spellings: readonly string[];
  ambiguous: boolean;
  kind: string;
}

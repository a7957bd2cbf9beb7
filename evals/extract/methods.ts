import { type Catalog, type SkillEntry, scanMentions } from '../../src/skills/index.ts';

/** A name that a method finds in a text. UTF-16 offsets. */
export interface Found {
  name: string;
  start: number;
  end: number;
}

/** A way to find skills in running text. */
export interface Method {
  id: 'ours' | 'whole word' | 'substring';
  find(text: string): Found[];
}

/** Ours, and the two ways that such tools mostly work by, over the same catalog: every spelling, in any case. */
export function makeMethods(catalog: Catalog): Method[] {
  const spellings = new Map<string, Map<string, SkillEntry>>();
  let longest = 0;
  for (const entry of catalog.entries)
    for (const spelling of [entry.name, ...(entry.aliases ?? []), ...(entry.fieldAliases ?? [])]) {
      const folded = spelling.toLowerCase();
      const key = folded.slice(0, 2);
      const bucket = spellings.get(key) ?? new Map<string, SkillEntry>();
      bucket.set(folded, entry);
      spellings.set(key, bucket);
      longest = Math.max(longest, folded.length);
    }
  const lengths = [
    ...new Set([...spellings.values()].flatMap((bucket) => [...bucket.keys()].map(({ length }) => length))),
  ].sort((a, b) => b - a);
  const search = (text: string, wholeWord: boolean): Found[] => {
    const folded = text.toLowerCase();
    const found: Found[] = [];
    for (let at = 0; at < folded.length; at += 1) {
      if (wholeWord && WORD.test(folded[at - 1] ?? ' ')) continue;
      const hit = longestAt(folded, at, wholeWord);
      if (!hit) continue;
      found.push({ name: hit.entry.name, start: at, end: at + hit.length });
      at += hit.length - 1;
    }
    return found;
  };
  const longestAt = (text: string, at: number, wholeWord: boolean) => {
    const buckets = [spellings.get(text.slice(at, at + 2)), spellings.get(text.slice(at, at + 1))];
    for (const bucket of buckets)
      for (const length of bucket ? lengths : []) {
        const entry = bucket?.get(text.slice(at, at + length));
        if (entry && at + length <= text.length && !(wholeWord && WORD.test(text[at + length] ?? ' ')))
          return { entry, length };
      }
    return undefined;
  };
  return [
    {
      id: 'ours',
      find: (text) =>
        scanMentions(text, catalog).map(({ entry, start, end }) => ({ name: entry.name, start, end })),
    },
    { id: 'whole word', find: (text) => search(text, true) },
    { id: 'substring', find: (text) => search(text, false) },
  ];
}

const WORD = /[\p{L}\p{N}]/u;

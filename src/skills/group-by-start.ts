import type { SkillEntry } from './skill-entry.ts';
import { plainStartOf } from './start-of.ts';

/** Spellings with their entries, side by side; `listOnly` marks those that count only in a skills list. */
export interface Spellings {
  spellings: string[];
  owners: SkillEntry[];
  listOnly: boolean[];
}

/** All spellings of a catalog by their plain start (`plainStartOf`); `odd` has those without one. */
export interface StartGroups {
  plain: ReadonlyMap<number, Spellings>;
  odd: Spellings;
}

const groups = new WeakMap<readonly SkillEntry[], StartGroups>();

/** Groups the spellings of entries, once for every reader of the same list: a catalog has some ten thousand. */
export function groupByStart(entries: readonly SkillEntry[]): StartGroups {
  const known = groups.get(entries);
  if (known) return known;
  const plain = new Map<number, Spellings>();
  const odd = noSpellings();
  const put = (spelling: string, entry: SkillEntry, listOnly: boolean) => {
    const start = plainStartOf(spelling);
    let group = start === undefined ? odd : plain.get(start);
    if (!group) {
      group = noSpellings();
      plain.set(start as number, group);
    }
    group.spellings.push(spelling);
    group.owners.push(entry);
    group.listOnly.push(listOnly);
  };
  for (const entry of entries) {
    put(entry.name, entry, false);
    for (const alias of entry.aliases ?? []) put(alias, entry, false);
    for (const alias of entry.fieldAliases ?? []) put(alias, entry, true);
  }
  const grouped = { plain, odd };
  groups.set(entries, grouped);
  return grouped;
}

export function noSpellings(): Spellings {
  return { spellings: [], owners: [], listOnly: [] };
}

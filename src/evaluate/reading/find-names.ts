import type { FactSheet } from '../../../schemas/index.ts';
import { findWords } from './find-words.ts';

/** A name that the facts know: the ids of its facts start with `group`. */
interface Name {
  words: string;
  group: string;
  /** Also a common word: counts only as it is spelled. */
  exact: boolean;
}

const lists = new WeakMap<FactSheet, readonly Name[]>();

/** Names of skills, resources and gates, longest first: "Amazon Web Services" is found before "Web Services". */
function namesOf(sheet: FactSheet): readonly Name[] {
  const known = lists.get(sheet);
  if (known) return known;
  const names: Name[] = [
    ...[...sheet.skills, ...sheet.extras].flatMap(({ id, name, spellings, ambiguous }) =>
      [...new Set([name, ...spellings])].map((words) => ({ words, group: `skill.${id}`, exact: ambiguous })),
    ),
    ...[...sheet.resources.chosen, ...sheet.resources.others].map(({ id, title }) => ({
      words: title,
      group: `resource.${id}`,
      exact: false,
    })),
    // "Years of experience" is what a gate is called, not the name of a thing.
    ...sheet.gates
      .filter(({ kind }) => kind !== 'years')
      .map(({ id, name }) => ({ words: name, group: `gate.${id}`, exact: false })),
  ].map((name) => ({ ...name, words: name.exact ? name.words : name.words.toLowerCase() }));
  names.sort((a, b) => b.words.length - a.words.length);
  lists.set(sheet, names);
  return names;
}

export interface FoundName {
  words: string;
  /** All that the words may mean: a skill and a gate can have one name. */
  groups: ReadonlySet<string>;
  start: number;
}

/** The names of a sentence, none within another, in the order in which they stand. */
export function findNames(text: string, sheet: FactSheet): FoundName[] {
  const low = text.toLowerCase();
  const found = new Map<number, { words: string; groups: Set<string>; end: number }>();
  for (const { words, group, exact } of namesOf(sheet)) {
    // A letter that grows or shrinks when lowered would shift all places behind it.
    const source = exact || low.length !== text.length ? text : low;
    for (const start of findWords(source, words)) {
      const end = start + words.length;
      const same = found.get(start);
      if (same?.end === end) {
        same.groups.add(group);
        continue;
      }
      const inside = [...found].some(([from, other]) => from < end && start < other.end);
      if (!inside) found.set(start, { words: text.slice(start, end), groups: new Set([group]), end });
    }
  }
  return [...found].sort(([a], [b]) => a - b).map(([start, { words, groups }]) => ({ start, words, groups }));
}

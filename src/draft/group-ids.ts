import { onceFor } from '../check/once-for.ts';

/** Ids of one thing: `skill.go`, with the ends `.status` and `.tier` of the facts about it. */
export interface IdGroup {
  head: string;
  /** The rest of each id after the head; empty for the head itself, which comes first. */
  tails: string[];
}

/** Ids of the same thing together, in the order of the first of each; a thing is named by the first two parts. */
export function groupIds(ids: Iterable<string>): IdGroup[] {
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    const head = id.split('.').slice(0, 2).join('.');
    const tails = groups.get(head) ?? [];
    groups.set(head, tails);
    if (id === head) tails.unshift('');
    else tails.push(id.slice(head.length));
  }
  return [...groups].map(([head, tails]) => ({ head, tails }));
}

/** How many ids there are of each thing. */
const sizesOf = onceFor(
  (ids: ReadonlySet<string>) => new Map(groupIds(ids).map(({ head, tails }) => [head, tails.length])),
);

/**
 * Some of the ids of a list, in few words: `skill.go.*` where all of a thing are meant, else
 * `skill.go, .status`; things are parted by semicolons.
 */
export function abbreviateIds(ids: ReadonlySet<string>, all: ReadonlySet<string>): string {
  const whole = sizesOf(all);
  return groupIds(ids)
    .map(({ head, tails }) => {
      if (tails.length > 1 && tails.length === whole.get(head)) return `${head}.*`;
      const [first = '', ...rest] = tails;
      return [`${head}${first}`, ...rest.map((tail) => (first === '' ? tail : `${head}${tail}`))].join(', ');
    })
    .join('; ');
}

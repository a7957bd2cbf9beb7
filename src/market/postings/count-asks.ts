import type { Level } from '../../../schemas/index.ts';
import { type Catalog, levelNumber } from '../../skills/index.ts';
import type { Posting } from './posting.ts';
import { type Asks, readAsks, type Strength } from './read-asks.ts';

/** What the postings of a set say of one skill, or of one group of alternatives. */
export interface AskCount {
  /** One name, or the members of the group in the order of the alphabet. */
  names: readonly string[];
  /** Distinct postings. Of a skill those that name it at all, of a group those that name it as alternatives. */
  postings: number;
  /** Of these, those that ask for the skill by itself, not as one of several. */
  alone: number;
  /** Postings by the strongest wording. */
  strengths: Record<Strength, number>;
  /** One for each posting that states any: the highest. */
  levels: Level[];
  years: number[];
}

/** All that is counted over one set of distinct postings. */
export interface AskCounts {
  of: number;
  skills: AskCount[];
  groups: AskCount[];
  /** Years of experience in general, one for each posting that states any. */
  years: number[];
}

const RANK: readonly Strength[] = ['required', 'named', 'preferred'];

/** Counts what distinct postings ask for. A posting counts once for a skill, by its strongest wording. */
export function countAsks(postings: readonly Posting[], catalog: Catalog): AskCounts {
  const skills = new Map<string, AskCount>();
  const groups = new Map<string, AskCount>();
  const years: number[] = [];
  const read = postings.map((posting) => readAsks(posting, catalog));
  const united = uniteGroups(
    read.flatMap(({ asks }) => asks.flatMap(({ names }) => (names.length > 1 ? [names] : []))),
  );
  for (const one of read) {
    if (one.years !== undefined) years.push(one.years);
    countPosting(one, united, skills, groups);
  }
  const byName = (a: AskCount, b: AskCount) =>
    b.postings - a.postings || (a.names.join('|') < b.names.join('|') ? -1 : 1);
  return {
    of: postings.length,
    skills: [...skills.values()].sort(byName),
    groups: [...groups.values()].sort(byName),
    years,
  };
}

function countPosting(
  { asks }: Asks,
  united: ReadonlyMap<string, readonly string[]>,
  skills: Map<string, AskCount>,
  groups: Map<string, AskCount>,
): void {
  const own = new Map<
    string,
    { into: Map<string, AskCount>; names: readonly string[]; asks: Asks['asks']; alone: boolean }
  >();
  const note = (
    into: Map<string, AskCount>,
    names: readonly string[],
    ask: Asks['asks'][number],
    alone: boolean,
  ) => {
    const key = `${into === groups ? 'any' : 'one'}:${names.join('|')}`;
    const known = own.get(key) ?? { into, names, asks: [], alone: false };
    known.asks.push(ask);
    known.alone ||= alone;
    own.set(key, known);
  };
  for (const ask of asks) {
    const single = ask.names.length === 1;
    for (const name of ask.names) note(skills, [name], ask, single);
    if (!single && ask.names.length <= MOST_MEMBERS)
      note(groups, united.get(ask.names.join('|')) ?? ask.names, ask, false);
  }
  for (const { into, names, asks: said, alone } of own.values()) {
    const key = names.join('|');
    const count: AskCount = into.get(key) ?? {
      names,
      postings: 0,
      alone: 0,
      strengths: { required: 0, named: 0, preferred: 0 },
      levels: [],
      years: [],
    };
    into.set(key, count);
    count.postings += 1;
    if (alone) count.alone += 1;
    const strongest = RANK.find((strength) => said.some((ask) => ask.strength === strength)) ?? 'named';
    count.strengths[strongest] += 1;
    const level = said.reduce<Level | null>(
      (best, ask) => (levelNumber(ask.level) > levelNumber(best) ? ask.level : best),
      null,
    );
    if (level !== null) count.levels.push(level);
    const most = Math.max(0, ...said.map((ask) => ask.years ?? 0));
    if (most > 0) count.years.push(most);
  }
}

/** More alternatives than this are an open list ("one of the usual languages"), not a choice between known things. */
const MOST_MEMBERS = 6;

/**
 * A group that is part of a larger one asks for the same choice: "AWS or GCP" and "AWS, Azure or GCP". Of several larger
 * ones that which most postings name, then the smaller.
 * @returns the members of the whole by the key of each group
 */
function uniteGroups(all: readonly (readonly string[])[]): Map<string, readonly string[]> {
  const counts = new Map<string, { names: readonly string[]; count: number }>();
  for (const names of all) {
    const key = names.join('|');
    counts.set(key, { names, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const groups = [...counts.values()].filter(({ names }) => names.length <= MOST_MEMBERS);
  const wholeOf = (names: readonly string[]): readonly string[] => {
    const larger = groups
      .filter(
        (other) => other.names.length > names.length && names.every((name) => other.names.includes(name)),
      )
      .sort(
        (a, b) =>
          b.count - a.count ||
          a.names.length - b.names.length ||
          (a.names.join('|') < b.names.join('|') ? -1 : 1),
      )[0];
    return larger ? wholeOf(larger.names) : names;
  };
  return new Map([...counts].map(([key, { names }]) => [key, wholeOf(names)]));
}

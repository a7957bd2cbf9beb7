import { InputError } from '../errors.ts';
import itPlatforms from './catalog/it-platforms.json' with { type: 'json' };
import itSoftware from './catalog/it-software.json' with { type: 'json' };
import people from './catalog/people.json' with { type: 'json' };
import { groupByStart, type Spellings } from './group-by-start.ts';
import { normalizeName } from './normalize-name.ts';
import type { SkillEntry } from './skill-entry.ts';
import { plainStartOf, startOf } from './start-of.ts';

/** The skills known by name, with their relations. Made by `buildCatalog`. */
export interface Catalog {
  readonly entries: readonly SkillEntry[];
  /** The entry of that canonical name. */
  get(name: string): SkillEntry | undefined;
  /** The entry that a name from a skills list stands for: exact case first, then any spelling; never a neighbour. */
  find(name: string): SkillEntry | undefined;
}

/**
 * Makes a catalog of entries and checks it.
 * @throws InputError where two entries claim one spelling, a relation names no entry, or prerequisites run in a circle.
 */
export function buildCatalog(entries: readonly SkillEntry[], file = 'skill catalog'): Catalog {
  const exact = new Map<string, SkillEntry>();
  const loose = new Map<string, SkillEntry>();
  for (const entry of entries) {
    for (const spelling of spellingsOf(entry)) {
      claim(exact, spelling, entry, file);
      if (!entry.caseSensitive) claim(loose, normalizeName(spelling), entry, file);
    }
  }
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  for (const entry of entries) {
    const related = (entry.related ?? []).map(([to]) => to);
    for (const name of [...(entry.parents ?? []), ...(entry.prerequisites ?? []), ...related]) {
      if (byName.has(name)) continue;
      throw new InputError(
        file,
        `cannot build the ${file}: found "${name}" beside "${entry.name}", expected the name of an entry`,
      );
    }
  }
  refuseCircles(entries, byName, file);
  return indexCatalog(entries);
}

/** A name of more letters is no name with its abbreviation behind it. */
const LONGEST_PAIR = 200;

/**
 * A catalog of entries known to be sound. A case names some dozens of skills and the catalog has thousands, so only
 * the spellings that start like a name that is asked for are made ready.
 */
export function indexCatalog(entries: readonly SkillEntry[]): Catalog {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const { plain, odd } = groupByStart(entries);
  const exact = new Map<Spellings, Map<string, SkillEntry>>();
  const loose = new Map<Spellings, Map<string, SkillEntry>>();
  const among = (group: Spellings, name: string): SkillEntry | undefined => {
    const same = getOrMake(exact, group, () => mapSpellings(group, (spelling) => spelling));
    return (
      same.get(name) ??
      getOrMake(loose, group, () => mapSpellings(looseOf(group), normalizeName)).get(normalizeName(name))
    );
  };
  const lookUp = (name: string): SkillEntry | undefined => {
    const exactly = name.trim();
    const canonical = byName.get(exactly);
    if (canonical) return canonical;
    // What starts oddly may have the same normal form as what starts plainly, so both are looked through.
    const group = plain.get(plainStartOf(exactly) ?? startOf(normalizeName(exactly)));
    return (group && among(group, exactly)) ?? among(odd, exactly);
  };
  const find = (name: string): SkillEntry | undefined => {
    const direct = lookUp(name);
    if (direct || name.length > LONGEST_PAIR) return direct;
    // "Kubernetes (k8s)": a name with its own abbreviation behind it.
    const pair = /^(.+?)\s*\(([^()]+)\)$/u.exec(name.trim());
    const [outer, inner] = pair ? [find(pair[1] ?? ''), find(pair[2] ?? '')] : [];
    return outer && outer === inner ? outer : undefined;
  };
  return { entries, get: (name) => byName.get(name), find };
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

function mapSpellings(
  { spellings, owners }: Pick<Spellings, 'spellings' | 'owners'>,
  form: (spelling: string) => string,
): Map<string, SkillEntry> {
  return new Map(spellings.map((spelling, at) => [form(spelling), owners[at] as SkillEntry]));
}

function looseOf({ spellings, owners }: Spellings): Pick<Spellings, 'spellings' | 'owners'> {
  const kept = spellings.map((_, at) => at).filter((at) => !owners[at]?.caseSensitive);
  return {
    spellings: kept.map((at) => spellings[at] as string),
    owners: kept.map((at) => owners[at] as SkillEntry),
  };
}

function spellingsOf(entry: SkillEntry): string[] {
  return [entry.name, ...(entry.aliases ?? []), ...(entry.fieldAliases ?? [])];
}

function claim(map: Map<string, SkillEntry>, spelling: string, entry: SkillEntry, file: string): void {
  const owner = map.get(spelling);
  if (owner && owner !== entry) {
    throw new InputError(
      file,
      `cannot build the ${file}: found "${spelling}" under "${owner.name}" and "${entry.name}", expected one owner`,
    );
  }
  map.set(spelling, entry);
}

function refuseCircles(
  entries: readonly SkillEntry[],
  byName: ReadonlyMap<string, SkillEntry>,
  file: string,
): void {
  const done = new Set<string>();
  const visit = (name: string, way: readonly string[]): void => {
    if (done.has(name)) return;
    if (way.includes(name)) {
      const circle = [...way.slice(way.indexOf(name)), name].join(' -> ');
      throw new InputError(
        file,
        `cannot order the skills: found prerequisites in a circle (${circle}), expected none`,
      );
    }
    for (const next of byName.get(name)?.prerequisites ?? []) visit(next, [...way, name]);
    done.add(name);
  };
  for (const entry of entries) visit(entry.name, []);
}

let builtIn: Catalog | undefined;

/** The catalog that ships with gapwright. That it is sound is tested, so that start-up need not pay for the proof. */
export function builtInCatalog(): Catalog {
  builtIn ??= indexCatalog([...itSoftware, ...itPlatforms, ...people] as unknown as SkillEntry[]);
  return builtIn;
}

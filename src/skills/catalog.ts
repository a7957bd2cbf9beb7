import { InputError } from '../errors.ts';
import itPlatforms from './catalog/it-platforms.json' with { type: 'json' };
import itSoftware from './catalog/it-software.json' with { type: 'json' };
import people from './catalog/people.json' with { type: 'json' };
import { normalizeName } from './normalize-name.ts';
import type { SkillEntry } from './skill-entry.ts';

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

/** Spellings that start alike, as they come; the maps are made when the first name that starts so is looked up. */
interface Bucket {
  spellings: string[];
  owners: SkillEntry[];
  maps?: { exact: Map<string, SkillEntry>; loose: Map<string, SkillEntry> };
}

/**
 * A catalog of entries known to be sound. A case names some dozens of skills and the catalog has thousands, so only
 * the buckets that are asked for are made ready.
 */
function indexCatalog(entries: readonly SkillEntry[]): Catalog {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const buckets = new Map<number, Bucket>();
  const put = (spelling: string, entry: SkillEntry) => {
    const key = startOf(spelling);
    const bucket = buckets.get(key);
    if (bucket) {
      bucket.spellings.push(spelling);
      bucket.owners.push(entry);
    } else buckets.set(key, { spellings: [spelling], owners: [entry] });
  };
  for (const entry of entries) {
    put(entry.name, entry);
    for (const alias of entry.aliases ?? []) put(alias, entry);
    for (const alias of entry.fieldAliases ?? []) put(alias, entry);
  }
  const lookUp = (name: string): SkillEntry | undefined => {
    const normal = normalizeName(name);
    const bucket = buckets.get(startOfNormal(normal));
    if (!bucket) return undefined;
    bucket.maps ??= mapBucket(bucket);
    return bucket.maps.exact.get(name.trim()) ?? bucket.maps.loose.get(normal);
  };
  const find = (name: string): SkillEntry | undefined => {
    const direct = lookUp(name);
    if (direct) return direct;
    // "Kubernetes (k8s)": a name with its own abbreviation behind it.
    const pair = /^(.+?)\s*\(([^()]+)\)$/u.exec(name.trim());
    const [outer, inner] = pair ? [find(pair[1] ?? ''), find(pair[2] ?? '')] : [];
    return outer && outer === inner ? outer : undefined;
  };
  return { entries, get: (name) => byName.get(name), find };
}

function mapBucket({ spellings, owners }: Bucket): NonNullable<Bucket['maps']> {
  const exact = new Map<string, SkillEntry>();
  const loose = new Map<string, SkillEntry>();
  for (const [at, spelling] of spellings.entries()) {
    const entry = owners[at] as SkillEntry;
    exact.set(spelling, entry);
    if (!entry.caseSensitive) loose.set(normalizeName(spelling), entry);
  }
  return { exact, loose };
}

/** The first two letters of the normal form as one number. */
function startOfNormal(normal: string): number {
  return normal.charCodeAt(0) * 0x10000 + (normal.charCodeAt(1) || 0) || 0;
}

/** The same, without making the normal form where plain letters show how it starts. */
function startOf(spelling: string): number {
  const first = SMALL[spelling.charCodeAt(0)];
  const second = SMALL[spelling.charCodeAt(1)];
  // What follows could be an accent that joins the letter before it.
  const third = spelling.charCodeAt(2);
  if (first && second && !(third >= 0x80)) return first * 0x10000 + second;
  return startOfNormal(normalizeName(spelling));
}

/** Codes of plain letters and digits to those of their small forms, 0 for all other plain characters. */
const SMALL: readonly number[] = Array.from({ length: 0x80 }, (_, code) => {
  const char = String.fromCharCode(code);
  return /[a-z\d]/i.test(char) ? char.toLowerCase().charCodeAt(0) : 0;
});

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

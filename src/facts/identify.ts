import { type Catalog, createSlugger, normalizeName, type SkillEntry } from '../skills/index.ts';

/** A name made definite: equal keys are the same skill. */
export interface Identity {
  key: string;
  /** The catalog's name, or the user's own spelling. */
  name: string;
  entry: SkillEntry | undefined;
}

/** What a name from a skills list stands for. A name that the catalog does not know stands for itself. */
export function identify(name: string, catalog: Catalog): Identity {
  const entry = catalog.find(name);
  if (entry) return { key: entry.name, name: entry.name, entry };
  // The sign keeps an unknown name from ever being taken for a catalog name.
  return { key: `?${normalizeName(name)}`, name: tidyName(name), entry: undefined };
}

/** The user's spelling on one line, without what cannot be seen; the name as it is where nothing else is in it. */
export function tidyName(name: string): string {
  const tidy = name
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    // The joiner holds one emoji together.
    .replace(/(?!\u200d)[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  return tidy === '' ? name : tidy;
}

/** Order of names that depends on no locale and no machine. */
export function compareNames(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  if (x !== y) return x < y ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By name, then by what it stands for: a group may be called like a skill. */
export function compareIdentities(a: Identity, b: Identity): number {
  return compareNames(a.name, b.name) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

/** The id of a skill, the same whenever the same skill is asked for and different from that of any other. */
export type IdOf = (identity: Identity) => string;

/** Ids by the slug of the name. Of two names with one slug, the first asked for goes without a number. */
export function createIds(): IdOf {
  const ids = new Map<string, string>();
  const next = createSlugger();
  return ({ key, name }) => {
    const id = ids.get(key) ?? next(name);
    ids.set(key, id);
    return id;
  };
}

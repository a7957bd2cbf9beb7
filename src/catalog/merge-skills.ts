import { type Catalog, normalizeName, type SkillEntry } from '../skills/index.ts';
import type { CatalogSkill } from './catalog-file.ts';
import { BUILT_IN, type CatalogIssue } from './catalog-issue.ts';
import type { NamedCatalogFile } from './read-catalog-files.ts';

/** Who has a spelling. */
interface Owner {
  name: string;
  /** The file, or the built-in catalog. */
  from: string;
}

/**
 * Lays the skills of a user over those of a catalog. What the user says goes before: an alias that another skill of the
 * catalog has moves over, with a warning; two of the user's own that want one spelling are an error. The entries that
 * come out may still be wrong as a whole (circles, relations to nothing): `findFaults` says so.
 */
export function mergeSkills(
  base: Catalog,
  files: readonly NamedCatalogFile[],
): { entries: SkillEntry[]; issues: CatalogIssue[] } {
  const issues: CatalogIssue[] = [];
  const entries = new Map(base.entries.map((entry) => [entry.name, entry]));
  const origin = new Map<string, string>();
  for (const { file, value } of files) {
    for (const [at, skill] of (value.skills ?? []).entries()) {
      const path = `skills[${at}]`;
      const report = (severity: CatalogIssue['severity'], code: string, message: string) =>
        issues.push({ severity, code, file, message: `${message} (${path})` });
      const name = entries.has(skill.name) ? skill.name : (base.find(skill.name)?.name ?? skill.name);
      const known = entries.get(name);
      const earlier = origin.get(name);
      if (known && earlier === undefined && name !== skill.name)
        report('warning', 'collision', `"${skill.name}" is a spelling of ${name}, which the entry extends`);
      if (earlier !== undefined && earlier !== file)
        report('warning', 'replaced', `${name} stands in ${earlier} too; both are laid over one another`);
      if (!known && skill.kind === undefined) {
        report('error', 'kind-missing', `found no kind for the new skill ${name}, expected one`);
        continue;
      }
      if (known)
        noteReplaced(known, skill, earlier ?? BUILT_IN, (message) => report('warning', 'replaced', message));
      entries.set(name, known ? extend(known, { ...skill, name }) : toEntry(skill));
      origin.set(name, file);
    }
  }
  moveSpellings(entries, origin, base, issues);
  return { entries: [...entries.values()], issues };
}

function toEntry(skill: CatalogSkill): SkillEntry {
  return { ...skill, kind: skill.kind ?? 'knowledge', domain: skill.domain ?? 'general' };
}

/** Lists are joined, single values replaced. */
function extend(known: SkillEntry, skill: CatalogSkill): SkillEntry {
  const { aliases, fieldAliases, context, parents, prerequisites, related, ...rest } = skill;
  const join = <T>(a: readonly T[] | undefined, b: readonly T[] | undefined) => [
    ...new Set([...(a ?? []), ...(b ?? [])]),
  ];
  const joined = {
    fieldAliases: join(known.fieldAliases, fieldAliases),
    context: join(known.context, context),
    parents: join(known.parents, parents),
    prerequisites: join(known.prerequisites, prerequisites),
  };
  const byName = new Map([...(known.related ?? []), ...(related ?? [])]);
  return {
    ...known,
    ...(Object.fromEntries(
      Object.entries(rest).filter(([, value]) => value !== undefined),
    ) as Partial<SkillEntry>),
    name: known.name,
    aliases: join(known.aliases, aliases),
    ...Object.fromEntries(Object.entries(joined).filter(([, list]) => list.length > 0)),
    ...(byName.size > 0 && { related: [...byName] }),
  };
}

function noteReplaced(
  known: SkillEntry,
  skill: CatalogSkill,
  from: string,
  note: (message: string) => void,
): void {
  for (const key of ['kind', 'domain', 'ambiguous', 'caseSensitive'] as const)
    if (skill[key] !== undefined && known[key] !== undefined && skill[key] !== known[key])
      note(
        `${key} of ${known.name} was ${String(known[key])} by the ${from} and is ${String(skill[key])} now`,
      );
}

/** Each spelling to one owner, the user's skill before the catalog's. */
function moveSpellings(
  entries: Map<string, SkillEntry>,
  origin: ReadonlyMap<string, string>,
  base: Catalog,
  issues: CatalogIssue[],
): void {
  const owners = new Map<string, Owner>();
  for (const [name, file] of origin) {
    const entry = entries.get(name);
    if (!entry) continue;
    // What a known skill had before is not claimed anew.
    const before = new Set(base.get(name) ? spellingsOf(base.get(name) as SkillEntry) : []);
    for (const spelling of spellingsOf(entry)) {
      if (before.has(spelling)) continue;
      const key = normalizeName(spelling);
      const owner = owners.get(key);
      if (owner && owner.name !== name)
        issues.push({
          severity: 'error',
          code: 'collision',
          file,
          message: `found "${spelling}" under ${name} and under ${owner.name} (${owner.from}), expected one owner`,
        });
      owners.set(key, { name, from: file });
    }
  }
  if (owners.size === 0) return;
  for (const [name, entry] of entries) {
    const lost = (spelling: string): boolean => {
      const owner = owners.get(normalizeName(spelling));
      return owner !== undefined && owner.name !== name;
    };
    if (lost(name)) {
      const owner = owners.get(normalizeName(name)) as Owner;
      issues.push({
        severity: 'error',
        code: 'collision',
        file: owner.from,
        message: `found "${name}" as a spelling of ${owner.name}, expected none that is the name of another skill`,
      });
      continue;
    }
    // Two of the user's own that want one spelling are an error already.
    if (origin.has(name) && !base.get(name)) continue;
    const moved = [...(entry.aliases ?? []), ...(entry.fieldAliases ?? [])].filter(lost);
    if (moved.length === 0) continue;
    for (const spelling of moved) {
      const owner = owners.get(normalizeName(spelling)) as Owner;
      issues.push({
        severity: 'warning',
        code: 'collision',
        file: owner.from,
        message: `"${spelling}" was a spelling of ${name} and is one of ${owner.name} now`,
      });
    }
    entries.set(name, {
      ...entry,
      aliases: (entry.aliases ?? []).filter((alias) => !lost(alias)),
      ...(entry.fieldAliases && { fieldAliases: entry.fieldAliases.filter((alias) => !lost(alias)) }),
    });
  }
}

function spellingsOf(entry: SkillEntry): string[] {
  return [entry.name, ...(entry.aliases ?? []), ...(entry.fieldAliases ?? [])];
}

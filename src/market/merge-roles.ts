import type { Role, RoleSkill } from '../../schemas/index.ts';
import type { Catalog } from '../skills/index.ts';
import { keyOfSkill } from './keep-once.ts';

type Market = NonNullable<Role['market']>;

/** A profile and what it is called in notes: its file. */
export interface NamedRole {
  name: string;
  role: Role;
}

/**
 * One profile of several, the first named counting most: what it says stands, what it leaves open is taken from the
 * next, and where two say different things a note says which was kept. Skills, pay, sources and gates of all are there.
 */
export function mergeRoles(named: readonly [NamedRole, ...NamedRole[]], catalog: Catalog): Role {
  const [first, ...others] = named;
  return others.reduce((merged, other) => mergeTwo(merged, other, catalog), first).role;
}

function mergeTwo(first: NamedRole, second: NamedRole, catalog: Catalog): NamedRole {
  const notes: string[] = [];
  const b = renameSources(
    second.role,
    (first.role.market?.sources ?? []).map(({ id }) => id),
  );
  const a = first.role;
  const clash = (what: string, kept: unknown, dropped: unknown) => {
    if (kept === undefined || dropped === undefined || JSON.stringify(kept) === JSON.stringify(dropped))
      return;
    notes.push(
      `${what} is ${say(kept)} by ${first.name} and ${say(dropped)} by ${second.name}; the first is kept.`,
    );
  };
  clash('The experience asked for', a.experience, b.experience);
  clash('The demand', a.market?.demand, b.market?.demand);
  clash('The salary', a.market?.salary, b.market?.salary);
  const byKey = new Map(a.skills.map((skill) => [keyOfSkill(skill, catalog), skill]));
  const skills = new Map(byKey);
  for (const skill of b.skills) {
    const key = keyOfSkill(skill, catalog);
    const own = skills.get(key);
    if (!own) {
      skills.set(key, skill);
      continue;
    }
    if (byKey.has(key)) {
      clash(`The tier of ${own.name}`, own.tier, skill.tier);
      clash(`The level of ${own.name}`, own.level, skill.level);
      clash(`The share of ${own.name}`, own.share, skill.share);
    }
    skills.set(key, fill(own, skill));
  }
  const gates = [...(a.gates ?? [])];
  for (const gate of b.gates ?? [])
    if (!gates.some((one) => one.kind === gate.kind && one.name.toLowerCase() === gate.name.toLowerCase()))
      gates.push(gate);
  const aliases = [
    ...new Set([...(a.aliases ?? []), ...(b.title === a.title ? [] : [b.title]), ...(b.aliases ?? [])]),
  ];
  const market = mergeMarkets(a.market, b.market);
  const role: Role = {
    ...b,
    ...a,
    ...(aliases.length > 0 && { aliases }),
    ...(market && { market }),
    skills: [...skills.values()],
    ...(gates.length > 0 && { gates }),
    notes: [...new Set([...(a.notes ?? []), ...(b.notes ?? []), ...notes])],
  };
  return { name: first.name, role };
}

/** Figures that belong together (a share and its sample) come from one side. */
function fill(own: RoleSkill, other: RoleSkill): RoleSkill {
  if (own.share === undefined) return { ...other, ...own };
  const { postings: _, postingsOf: __, interval: ___, share: ____, source: _____, ...rest } = other;
  return { ...rest, ...own };
}

function mergeMarkets(a: Market | undefined, b: Market | undefined): Market | undefined {
  if (!a || !b) return a ?? b;
  const salaries = [...(a.salaries ?? []), ...(b.salaries ?? [])];
  const sources = [...(a.sources ?? []), ...(b.sources ?? [])];
  const growth = [...new Set([...(a.growthAreas ?? []), ...(b.growthAreas ?? [])])];
  // A number of postings and its date belong together.
  const { postings, asOf, demand, demandBasis, ...rest } = b;
  const sample = a.postings === undefined ? { postings, asOf: a.asOf ?? asOf } : {};
  const judged = a.demand === undefined ? { demand, demandBasis } : {};
  return dropUndefined({
    ...rest,
    ...sample,
    ...judged,
    ...a,
    ...(salaries.length > 0 && { salaries }),
    ...(sources.length > 0 && { sources }),
    ...(growth.length > 0 && { growthAreas: growth }),
  });
}

function dropUndefined<T extends object>(object: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}

/** Gives sources whose ids are taken others, everywhere that the profile names them. */
function renameSources(role: Role, taken: readonly string[]): Role {
  const names = new Map<string, string>();
  const used = new Set([...taken, ...(role.market?.sources ?? []).map(({ id }) => id)]);
  for (const { id } of role.market?.sources ?? []) {
    if (!taken.includes(id)) continue;
    let count = 2;
    while (used.has(`${id}-${count}`)) count += 1;
    used.add(`${id}-${count}`);
    names.set(id, `${id}-${count}`);
  }
  if (names.size === 0) return role;
  const rename = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rename);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        key === 'source' && typeof inner === 'string' ? (names.get(inner) ?? inner) : rename(inner),
      ]),
    );
  };
  const renamed = rename(role) as Role;
  return {
    ...renamed,
    market: {
      ...renamed.market,
      sources: (renamed.market?.sources ?? []).map((source) => ({
        ...source,
        id: names.get(source.id) ?? source.id,
      })),
    },
  };
}

function say(value: unknown): string {
  if (typeof value !== 'object' || value === null) return `"${String(value)}"`;
  const { years, min, max, currency, period } = value as Record<string, unknown>;
  if (years !== undefined) return `${String(years)} years`;
  return `${String(min)} to ${String(max)} ${String(currency)} per ${String(period)}`;
}

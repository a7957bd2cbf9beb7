import type { AskedSkill, ExtraSkill, Level } from '../../schemas/index.ts';
import { levelNumber, normalizeName } from '../skills/index.ts';
import type { Asked } from './compute-asked-skills.ts';
import type { SkillEvidence } from './compute-evidence.ts';
import type { HeldSkill } from './compute-held-skills.ts';
import { computePriority } from './compute-priority.ts';
import { computeStudyHours, type HoursTable } from './hours-table.ts';
import { compareIdentities, compareNames, type Identity, type IdOf } from './identify.ts';

/** What asked skills are measured against. */
export interface Ground {
  held: ReadonlyMap<string, HeldSkill>;
  evidence: ReadonlyMap<string, SkillEvidence>;
  /** Credits of held skills by the name of the skill to which they are related. */
  credits: ReadonlyMap<string, ReadonlyMap<string, number>>;
  hoursTable: HoursTable;
  idOf: IdOf;
}

/** Relations read from the held side: held skill to its credit, by the name of the other skill. */
export function computeCredits(held: ReadonlyMap<string, HeldSkill>): Map<string, Map<string, number>> {
  const credits = new Map<string, Map<string, number>>();
  for (const own of held.values()) {
    for (const [name, credit] of own.entry?.related ?? []) {
      const list = credits.get(name) ?? new Map<string, number>();
      list.set(own.name, Math.max(list.get(own.name) ?? 0, credit));
      credits.set(name, list);
    }
  }
  return credits;
}

/** Where a skill of the role stands, all but its rank. A group stands where its best member stands. */
export function computeAsked(skill: Asked, ground: Ground): Omit<AskedSkill, 'rank'> {
  const { held, evidence, idOf } = ground;
  const wanted = skill.level;
  const members = skill.members
    .map((member) => ({
      member,
      own: held.get(member.key),
      score: memberScore(member, skill, held.get(member.key), wanted, ground),
    }))
    .sort(
      (a, b) =>
        b.score - a.score ||
        // What can be studied is the better way to close the gap.
        Number(isCredential(a.member)) - Number(isCredential(b.member)) ||
        compareIdentities(a.member, b.member),
    );
  const best = members[0]?.member ?? skill;
  const holder = held.get(best.key);
  const kind = best.entry?.kind ?? 'unknown';

  const enough =
    holder !== undefined &&
    (wanted === null || holder.level === null || levelNumber(holder.level) >= levelNumber(wanted));
  const status = holder === undefined ? 'missing' : enough ? 'met' : 'partial';
  const target = wanted === null ? 1 : levelNumber(wanted);
  const from = holder === undefined ? 0 : levelNumber(holder.level);
  const steps = status === 'met' ? 0 : target - from;
  // Nobody gets a credential by hours of study alone.
  const open = isCredential(best) ? null : computeStudyHours(kind, from, target, ground.hoursTable);
  return {
    ...withSpellings(
      describeSkill(skill, idOf(skill), holder, holder && evidence.get(holder.key)),
      skill.called,
    ),
    kind,
    tier: skill.tier,
    status,
    held: holder !== undefined,
    levelAsked: wanted,
    share: skill.share,
    ...(skill.sample && { sample: skill.sample }),
    ...(skill.source !== undefined && { source: skill.source }),
    ...(members.length > 0 && {
      anyOf: members.map(({ member, own }) => ({
        id: idOf(member),
        name: member.name,
        held: own !== undefined,
        level: own?.level ?? null,
      })),
    }),
    steps,
    priority: computePriority(skill.tier, skill.share, steps),
    hours: status === 'met' ? 0 : open,
    related: status === 'met' ? [] : relatedTo(best, skill, ground),
  };
}

function isCredential({ entry }: Identity): boolean {
  return entry?.kind === 'credential';
}

/** Best member of a group first: held high enough, then held, then the one with the best head start. */
function memberScore(
  member: Identity,
  skill: Asked,
  own: HeldSkill | undefined,
  wanted: Level | null,
  ground: Ground,
): number {
  if (own) return 10 + (own.level === null ? levelNumber(wanted) : levelNumber(own.level));
  return relatedTo(member, skill, ground)[0]?.credit ?? 0;
}

/** What the catalog and the role call a head start for a skill (or a member of a group), as far as it is held. */
function relatedTo(member: Identity, asked: Asked, { held, credits, idOf }: Ground): AskedSkill['related'] {
  const found = new Map<string, number>();
  const put = (key: string, credit: number) => {
    if (held.has(key) && key !== member.key) found.set(key, Math.max(found.get(key) ?? 0, credit));
  };
  if (member.entry) {
    for (const [name, credit] of credits.get(member.entry.name) ?? []) put(name, credit);
    for (const [name, credit] of member.entry.related ?? []) put(name, credit);
  }
  for (const { identity, credit } of asked.related) put(identity.key, credit);
  return [...found]
    .flatMap(([key, credit]) => {
      const own = held.get(key);
      return own ? [{ id: idOf(own), name: own.name, credit }] : [];
    })
    .sort((a, b) => b.credit - a.credit || compareNames(a.name, b.name));
}

/** What is the same for a skill asked for and an extra one. */
export function describeSkill(
  identity: Identity,
  id: string,
  holder: HeldSkill | undefined,
  more: SkillEvidence | undefined,
): ExtraSkill {
  const { entry } = identity;
  const shown = more?.evidence ?? [];
  const listed = (holder?.paths ?? [])
    .filter((path) => !shown.some((item) => item.path === path))
    .map((path) => ({ kind: 'listed' as const, path, label: '' }));
  return {
    id,
    name: identity.name,
    spellings: entry ? [entry.name, ...(entry.aliases ?? [])] : [identity.name],
    ambiguous: entry?.ambiguous ?? false,
    known: entry !== undefined,
    kind: entry?.kind ?? 'unknown',
    levelHeld: holder?.level ?? null,
    evidence: holder ? [...shown, ...listed] : [],
    monthsUsed: (holder && more?.monthsUsed) ?? null,
    lastUsed: (holder && more?.lastUsed) ?? null,
  };
}

/** What the role calls a skill means it in a report on that role, also where the catalog takes it in lists only. */
function withSpellings(skill: ExtraSkill, called: readonly string[]): ExtraSkill {
  const known = new Set(skill.spellings.map(normalizeName));
  const own = called.filter((name) => !known.has(normalizeName(name)));
  return own.length === 0 ? skill : { ...skill, spellings: [...skill.spellings, ...own] };
}

/** Gives gaps their ranks: by priority, then name, then id. */
export function rankGaps(skills: readonly Omit<AskedSkill, 'rank'>[]): AskedSkill[] {
  const ranks = new Map(
    skills
      .filter((skill) => skill.status !== 'met')
      .sort((a, b) => b.priority - a.priority || compareNames(a.name, b.name) || compareNames(a.id, b.id))
      .map((skill, at) => [skill, at + 1]),
  );
  return skills.map((skill) => ({ ...skill, rank: ranks.get(skill) ?? null }));
}

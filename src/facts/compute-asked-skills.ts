import type { AskedSkill, Level, Note, Role, RoleSkill, Tier } from '../../schemas/index.ts';
import { TIERS } from '../../schemas/scale.ts';
import { ENGLISH, SMALL_SAMPLE } from '../language/index.ts';
import { type Catalog, levelNumber, parseLevel } from '../skills/index.ts';
import { compareIdentities, type Identity, identify, tidyName } from './identify.ts';

/** A skill that the role asks for, all its entries merged into the highest tier. */
export interface Asked extends Identity {
  tier: Tier;
  level: Level | null;
  share: number | null;
  /** Members of an any-of group; empty for a single skill. */
  members: Identity[];
  /** What the share was counted over, where the role says so. */
  sample: AskedSkill['sample'];
  /** Id of the role's source that it comes from. */
  source: string | undefined;
  /** What the role calls it, each spelling once. */
  called: readonly string[];
  /** Skills that the role itself calls a head start. */
  related: readonly { identity: Identity; credit: number }[];
}

/**
 * The skills that a role asks for, each once, in the order of tier, share (unknown last) and name. A skill named
 * several times keeps the highest tier, and of the entries in that tier the highest level and share.
 */
export function computeAskedSkills(
  role: Role,
  catalog: Catalog,
  words = ENGLISH,
): { asked: Asked[]; notes: Note[] } {
  const byKey = new Map<
    string,
    { identity: Identity; members: Map<string, Identity>; entries: RoleSkill[] }
  >();
  for (const skill of role.skills) {
    const members = new Map<string, Identity>();
    for (const name of skill.anyOf ?? []) keepFirstSpelling(members, identify(name, catalog));
    const [only, second] = members.values();
    // Alternatives that are all one skill leave no choice.
    const single = second === undefined ? (only ?? identify(skill.name, catalog)) : undefined;
    const identity = single ?? groupIdentity(skill.name, [...members.values()]);
    const same = byKey.get(identity.key);
    if (!same) byKey.set(identity.key, { identity, members: single ? new Map() : members, entries: [skill] });
    else {
      same.entries.push(skill);
      if (identity.name < same.identity.name) same.identity = identity;
      if (!single) for (const member of members.values()) keepFirstSpelling(same.members, member);
    }
  }

  const notes: Note[] = [];
  const asked = [...byKey.values()].map(({ identity, members, entries }): Asked => {
    const tier = TIERS.find((wanted) => entries.some((skill) => skill.tier === wanted)) as Tier;
    const kept = entries.filter((skill) => skill.tier === tier);
    const levels = kept.map((skill) => parseLevel(skill.level));
    for (const skill of kept) {
      if (skill.level !== undefined && parseLevel(skill.level) === null) {
        notes.push({
          code: 'level-unreadable',
          message: words.say('note.level-asked-unreadable', { level: skill.level, skill: identity.name }),
          facts: [],
        });
      }
    }
    if (entries.length > 1) {
      const tiers = [...new Set(entries.map((skill) => skill.tier))].sort(
        (a, b) => TIERS.indexOf(a) - TIERS.indexOf(b),
      );
      notes.push({
        code: 'merged-skill',
        message: words.say('note.merged-skill', {
          skill: identity.name,
          digits: entries.length,
          tiers: tiers.map((one) => words.say('fact.tier', { tier: one })).join(', '),
          tier: words.say('fact.tier', { tier }),
        }),
        facts: [],
      });
    }
    const shares = kept.flatMap((skill) => skill.share ?? []);
    return {
      ...identity,
      tier,
      level: levels.reduce((best, level) => (levelNumber(level) > levelNumber(best) ? level : best), null),
      share: shares.length > 0 ? Math.max(...shares) : null,
      members: [...members.values()].sort(compareIdentities),
      sample: sampleOf(kept, role),
      // A group is called by its own name; one of its members is no name for it.
      called: [
        ...new Set(
          entries.flatMap(({ name, anyOf }) => (anyOf && members.size === 0 ? anyOf : [name])).map(tidyName),
        ),
      ].sort(),
      source: kept.find((skill) => skill.source !== undefined)?.source,
      related: kept.flatMap((skill) =>
        (skill.related ?? []).map(({ name, credit }) => ({ identity: identify(name, catalog), credit })),
      ),
    };
  });
  asked.sort(
    (a, b) =>
      TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) ||
      (b.share ?? -1) - (a.share ?? -1) ||
      compareIdentities(a, b),
  );
  return { asked, notes };
}

/** The sample of the entry with the highest share; the number of postings may stand at the market alone. */
function sampleOf(entries: readonly RoleSkill[], { market }: Role): AskedSkill['sample'] {
  const [best] = [...entries].sort((a, b) => (b.share ?? -1) - (a.share ?? -1));
  if (best?.share === undefined) return undefined;
  const { postings = 0 } = market ?? {};
  const of = best.postingsOf ?? (postings < SMALL_SAMPLE ? postings : 0);
  if (of === 0) return undefined;
  return {
    postings: best.postings ?? Math.round(best.share * of),
    of,
    ...(best.interval && { interval: [...best.interval] }),
  };
}

/** Groups of the same members are one group, whatever they are called. */
function groupIdentity(name: string, members: readonly Identity[]): Identity {
  const key = members
    .map((member) => member.key)
    .sort()
    .join('|');
  return { key: `any:${key}`, name: tidyName(name), entry: undefined };
}

/** Of two spellings of an unknown skill the choice must not hang on the order of the input. */
function keepFirstSpelling(map: Map<string, Identity>, identity: Identity): void {
  const known = map.get(identity.key);
  if (!known || identity.name < known.name) map.set(identity.key, identity);
}

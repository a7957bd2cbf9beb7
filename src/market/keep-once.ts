import type { Role, RoleSkill } from '../../schemas/index.ts';
import { TIERS } from '../../schemas/scale.ts';
import type { Catalog } from '../skills/index.ts';
import { normalizeName } from '../skills/index.ts';

/** What skills of a profile are compared by: the catalog's name, or the spelling; of alternatives all of them. */
export function keyOfSkill(skill: Pick<RoleSkill, 'name' | 'anyOf'>, catalog: Catalog): string {
  const keyOf = (name: string) => catalog.find(name)?.name ?? `?${normalizeName(name)}`;
  return skill.anyOf ? skill.anyOf.map(keyOf).sort().join('|') : keyOf(skill.name);
}

/**
 * Skills of one source, each once: of two that are the same the higher tier is kept, then the first. O*NET has
 * Mathematics as a skill and as knowledge.
 */
export function keepOnce(skills: readonly RoleSkill[], catalog: Catalog): Role['skills'] {
  const byKey = new Map<string, RoleSkill>();
  for (const skill of skills) {
    const key = keyOfSkill(skill, catalog);
    const known = byKey.get(key);
    if (!known || TIERS.indexOf(skill.tier) < TIERS.indexOf(known.tier)) byKey.set(key, skill);
  }
  return [...byKey.values()];
}

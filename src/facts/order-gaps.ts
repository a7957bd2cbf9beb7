import type { AskedSkill, Tier } from '../../schemas/index.ts';
import { TIERS } from '../../schemas/scale.ts';
import type { Catalog } from '../skills/index.ts';

/** A gap in its place on the way. */
export interface OrderedGap {
  gap: AskedSkill;
  /** The highest tier among the gap and the gaps that build on it. */
  tier: Tier;
  /** Gaps to be learnt before, directly or by way of skills that are no gap. */
  needs: readonly AskedSkill[];
}

/**
 * Gaps in the order in which to learn them: the most pressing first, each right behind what it builds on, so that a
 * prerequisite is as pressing as what waits for it. The order is the same for every order of the input.
 */
export function orderGaps(gaps: readonly AskedSkill[], catalog: Catalog): OrderedGap[] {
  const byRank = [...gaps].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  // A group is called what its author likes, so only a skill of the catalog can be what another builds on.
  const byName = new Map(byRank.flatMap((gap) => (gap.known ? [[gap.name, gap] as const] : [])));
  const needs = new Map(byRank.map((gap) => [gap, prerequisitesAmong(gap, byName, catalog)]));
  const tiers = new Map(byRank.map((gap) => [gap, gap.tier]));
  for (const [gap, before] of needs) {
    for (const other of before) {
      if (TIERS.indexOf(gap.tier) < TIERS.indexOf(tiers.get(other) as Tier)) tiers.set(other, gap.tier);
    }
  }
  const ordered = new Set<AskedSkill>();
  // The catalog refuses circles, so this ends.
  const learn = (gap: AskedSkill) => {
    if (ordered.has(gap)) return;
    for (const other of needs.get(gap) ?? []) learn(other);
    ordered.add(gap);
  };
  for (const gap of byRank) learn(gap);
  return [...ordered].map((gap) => ({
    gap,
    tier: tiers.get(gap) as Tier,
    needs: needs.get(gap) as AskedSkill[],
  }));
}

/** By rank. */
function prerequisitesAmong(
  gap: AskedSkill,
  byName: ReadonlyMap<string, AskedSkill>,
  catalog: Catalog,
): AskedSkill[] {
  const found: AskedSkill[] = [];
  const seen = new Set<string>();
  const visit = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const next of catalog.get(name)?.prerequisites ?? []) {
      const other = byName.get(next);
      if (other && other !== gap && !seen.has(next)) found.push(other);
      visit(next);
    }
  };
  if (gap.known) visit(gap.name);
  return [...new Set(found)].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
}

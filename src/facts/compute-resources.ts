import {
  type AskedSkill,
  type ChosenResource,
  COSTS,
  type Resource,
  type ResourceChoice,
} from '../../schemas/index.ts';
import { type Catalog, levelNumber, parseLevel, toSlugs } from '../skills/index.ts';
import { compareNames, identify } from './identify.ts';

export interface ResourceOptions {
  /** What may be spent in all; only prices in its currency can be paid from it. */
  budget?: { amount: number; currency: string } | undefined;
  freeOnly?: boolean | undefined;
}

interface Candidate extends ChosenResource {
  keys: ReadonlySet<string>;
}

/**
 * Resources for the gaps, most pressing gap first. Of a catalog, one per gap: what teaches before what certifies or
 * accompanies, the nearest to the next level to reach, what is about few skills, the cheapest cost class, the nearest
 * to the hours of the gap, then by title. Of a list given by
 * the user, every entry that serves a gap. Freemium counts as free of charge; a paid entry without a price cannot be
 * weighed against a budget and is left out then. A gap for which nothing fits is named.
 */
export function computeResources(
  gaps: readonly AskedSkill[],
  offers: readonly Resource[],
  origin: ResourceChoice['origin'],
  catalog: Catalog,
  options: ResourceOptions = {},
): ResourceChoice {
  const candidates = toCandidates(offers, catalog);
  const chosen: Candidate[] = [];
  const without: ResourceChoice['without'] = [];
  let spent = 0;
  const affordable = (offer: Candidate) => {
    if (offer.cost !== 'paid' || chosen.includes(offer)) return true;
    if (options.freeOnly) return false;
    if (!options.budget) return true;
    return (
      offer.price?.currency === options.budget.currency && spent + offer.price.amount <= options.budget.amount
    );
  };

  for (const gap of [...gaps].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))) {
    const { id, name } = gap;
    if (gap.hours === null) {
      without.push({ id, name, reason: 'credential' });
      continue;
    }
    const keys = keysOf(gap, catalog);
    const fitting = candidates.filter((offer) => keys.some((key) => offer.keys.has(key)));
    const ranked = fitting.filter(affordable).sort(byFit(gap));
    const picks = origin === 'given' ? ranked : ranked.slice(0, 1);
    for (const pick of picks) {
      if (!affordable(pick)) continue;
      if (!chosen.includes(pick)) {
        chosen.push(pick);
        if (pick.cost === 'paid') spent += pick.price?.amount ?? 0;
      }
      pick.closes.push({ id, name });
    }
    if (picks.length === 0)
      without.push({
        id,
        name,
        reason: fitting.length === 0 ? 'none' : options.freeOnly ? 'paid-only' : 'budget',
      });
  }

  const strip = ({ keys: _, ...resource }: Candidate): ChosenResource => resource;
  const totals = new Map<string, number>();
  for (const { cost, price } of chosen) {
    if (cost === 'paid' && price)
      totals.set(price.currency, (totals.get(price.currency) ?? 0) + price.amount);
  }
  return {
    origin,
    chosen: chosen.map(strip),
    others: origin === 'given' ? candidates.filter((offer) => !chosen.includes(offer)).map(strip) : [],
    without,
    totalHours: chosen.reduce((sum, resource) => sum + (resource.hours ?? 0), 0),
    totals: [...totals]
      .sort()
      .map(([currency, amount]) => ({ currency, amount: Math.round(amount * 100) / 100 })),
  };
}

function toCandidates(offers: readonly Resource[], catalog: Catalog): Candidate[] {
  const sorted = [...offers].sort(
    (a, b) => compareNames(a.title, b.title) || compareNames(a.provider, b.provider),
  );
  const ids = toSlugs(sorted.map((offer) => offer.title));
  return sorted.map((offer, index) => {
    const skills = offer.skills.map((name) => identify(name, catalog));
    return {
      id: ids[index] as string,
      title: offer.title,
      provider: offer.provider,
      url: offer.url,
      cost: offer.cost,
      price: offer.price ?? null,
      hours: offer.hours ?? null,
      level: parseLevel(offer.level),
      kind: offer.kind,
      skills: skills.map((skill) => skill.name),
      closes: [],
      costChecked: offer.costChecked ?? null,
      keys: new Set(skills.map((skill) => skill.key)),
    };
  });
}

/** For a group, what teaches its best member comes first, but any member will do. */
function keysOf(gap: AskedSkill, catalog: Catalog): string[] {
  return [gap.name, ...(gap.anyOf ?? []).map((member) => member.name)].map(
    (name) => identify(name, catalog).key,
  );
}

/** Kinds that teach by themselves; a certification proves, a community accompanies. */
const TEACHES: Readonly<Record<string, number>> = { certification: 1, community: 2 };

/** More skills than this, and a resource touches rather than teaches. */
const FOCUSED = 3;

function byFit(gap: AskedSkill): (a: Candidate, b: Candidate) => number {
  const next = levelNumber(gap.levelHeld) + 1;
  const wants = (offer: Candidate) => TEACHES[offer.kind] ?? 0;
  const distance = (offer: Candidate) =>
    offer.level === null ? 1 : Math.abs(levelNumber(offer.level) - next);
  const focus = (offer: Candidate) => (offer.skills.length > FOCUSED ? 1 : 0);
  const hours = (offer: Candidate) =>
    offer.hours === null ? Number.MAX_SAFE_INTEGER : Math.abs(offer.hours - (gap.hours ?? 0));
  return (a, b) =>
    wants(a) - wants(b) ||
    distance(a) - distance(b) ||
    focus(a) - focus(b) ||
    COSTS.indexOf(a.cost) - COSTS.indexOf(b.cost) ||
    hours(a) - hours(b) ||
    compareNames(a.title, b.title) ||
    compareNames(a.provider, b.provider);
}

import type { AskedSkill, ChosenResource, Resource, ResourceChoice } from '../../schemas/index.ts';
import { COSTS } from '../../schemas/resource.ts';
import { type Catalog, levelNumber, parseLevel, toSlugs } from '../skills/index.ts';
import { sumHours } from './compute-roadmap.ts';
import { compareNames, identify } from './identify.ts';

export interface ResourceOptions {
  /** What may be spent in all; only prices in its currency can be paid from it. */
  budget?: { amount: number; currency: string } | undefined;
  freeOnly?: boolean | undefined;
}

/** An offer read once: its skills identified, its level on the scale. */
interface Offer {
  resource: Omit<ChosenResource, 'closes'>;
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
  { budget, freeOnly }: ResourceOptions = {},
): ResourceChoice {
  const { all, byKey } = origin === 'catalog' ? readOnce(offers, catalog) : readOffers(offers, catalog);
  const chosen = new Map<Offer, ChosenResource>();
  const without: ResourceChoice['without'] = [];
  let spent = 0;
  const affordable = (offer: Offer) => {
    const { cost, price } = offer.resource;
    if (cost !== 'paid' || chosen.has(offer)) return true;
    if (freeOnly) return false;
    if (!budget) return true;
    return price?.currency === budget.currency && spent + cents(price.amount) <= cents(budget.amount);
  };

  for (const gap of [...gaps].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))) {
    const { id, name } = gap;
    if (gap.hours === null) {
      without.push({ id, name, reason: 'credential' });
      continue;
    }
    const groups = keysOf(gap, catalog).map((key) => byKey.get(key) ?? []);
    const fitting = [...new Set(groups.flat())];
    const ranked = fitting.filter(affordable).sort(byFit(gap));
    // One is enough: for a group of skills, one for the member with a head start, where there is any.
    const ahead = gap.held || gap.related.length > 0 ? groups.slice(0, 1).flat() : [];
    const best = ahead.filter(affordable).sort(byFit(gap))[0] ?? ranked[0];
    for (const pick of origin === 'given' ? ranked : best ? [best] : []) {
      if (!affordable(pick)) continue;
      const { cost, price } = pick.resource;
      if (!chosen.has(pick) && cost === 'paid') spent += cents(price?.amount ?? 0);
      const known = chosen.get(pick) ?? withGaps(pick);
      known.closes.push({ id, name });
      chosen.set(pick, known);
    }
    if (ranked.length === 0)
      without.push({ id, name, reason: fitting.length === 0 ? 'none' : freeOnly ? 'paid-only' : 'budget' });
  }

  const list = [...chosen.values()];
  const totals = new Map<string, number>();
  for (const { cost, price } of list) {
    if (cost === 'paid' && price)
      totals.set(price.currency, (totals.get(price.currency) ?? 0) + cents(price.amount));
  }
  return {
    origin,
    chosen: list,
    others: origin === 'given' ? all.filter((offer) => !chosen.has(offer)).map(withGaps) : [],
    without,
    totalHours: sumHours(list),
    totals: [...totals].sort().map(([currency, amount]) => ({ currency, amount: amount / 100 })),
  };
}

/** A copy of its own for every fact sheet. */
function withGaps({ resource }: Offer): ChosenResource {
  return { ...resource, skills: [...resource.skills], closes: [] };
}

/** Money is added in hundredths, because sums of decimals carry dirt behind the last digit. */
function cents(amount: number): number {
  return Math.round(amount * 100);
}

interface Offers {
  all: readonly Offer[];
  byKey: ReadonlyMap<string, readonly Offer[]>;
}

const catalogs = new WeakMap<readonly Resource[], WeakMap<Catalog, Offers>>();

/** The built-in list is the same for every case, and reading it takes longer than choosing from it. */
function readOnce(offers: readonly Resource[], catalog: Catalog): Offers {
  const known = catalogs.get(offers) ?? new WeakMap<Catalog, Offers>();
  catalogs.set(offers, known);
  const read = known.get(catalog) ?? readOffers(offers, catalog);
  known.set(catalog, read);
  return read;
}

function readOffers(offers: readonly Resource[], catalog: Catalog): Offers {
  const sorted = [...offers].sort(compareOffers);
  const ids = toSlugs(sorted.map((offer) => offer.title));
  const levels = new Map(
    [...new Set(sorted.map((offer) => offer.level))].map((text) => [text, parseLevel(text)]),
  );
  const all = sorted.map((offer, index): Offer => {
    const skills = new Map(
      offer.skills.map((name) => identify(name, catalog)).map((skill) => [skill.key, skill]),
    );
    return {
      resource: {
        id: ids[index] as string,
        title: offer.title,
        provider: offer.provider,
        url: offer.url,
        cost: offer.cost,
        price: offer.price ?? null,
        hours: offer.hours ?? null,
        level: levels.get(offer.level) ?? null,
        kind: offer.kind,
        skills: [...skills.values()].map((skill) => skill.name),
        costChecked: offer.costChecked ?? null,
      },
      keys: new Set(skills.keys()),
    };
  });
  const byKey = new Map<string, Offer[]>();
  for (const offer of all) {
    for (const key of offer.keys) {
      const list = byKey.get(key);
      if (list) list.push(offer);
      else byKey.set(key, [offer]);
    }
  }
  return { all, byKey };
}

/** By title and provider; two offers that agree in both are told apart by all else that they say. */
function compareOffers(a: Resource, b: Resource): number {
  const order = compareNames(a.title, b.title) || compareNames(a.provider, b.provider);
  return order || compareNames(restOf(a), restOf(b));
}

function restOf({ url, cost, price, hours, level, kind, skills, costChecked }: Resource): string {
  return JSON.stringify([url, cost, price?.amount, price?.currency, hours, level, kind, skills, costChecked]);
}

/** What an offer may teach to close the gap: of a group its members, best first, then what the group is called. */
function keysOf(gap: AskedSkill, catalog: Catalog): string[] {
  return [...(gap.anyOf ?? []).map((member) => member.name), gap.name].map(
    (name) => identify(name, catalog).key,
  );
}

/** Kinds that teach by themselves; a certification proves, a community accompanies. */
const TEACHES: Readonly<Record<string, number>> = { certification: 1, community: 2 };

/** More skills than this, and a resource touches rather than teaches. */
const FOCUSED = 3;

function byFit(gap: AskedSkill): (a: Offer, b: Offer) => number {
  const next = levelNumber(gap.levelHeld) + 1;
  const wants = ({ resource }: Offer) => TEACHES[resource.kind] ?? 0;
  const distance = ({ resource }: Offer) =>
    resource.level === null ? 1 : Math.abs(levelNumber(resource.level) - next);
  const focus = ({ resource }: Offer) => (resource.skills.length > FOCUSED ? 1 : 0);
  const hours = ({ resource }: Offer) =>
    resource.hours === null ? Number.MAX_SAFE_INTEGER : Math.abs(resource.hours - (gap.hours ?? 0));
  return (a, b) =>
    wants(a) - wants(b) ||
    distance(a) - distance(b) ||
    focus(a) - focus(b) ||
    COSTS.indexOf(a.resource.cost) - COSTS.indexOf(b.resource.cost) ||
    hours(a) - hours(b) ||
    // The ids follow title and provider, and no two are alike.
    compareNames(a.resource.title, b.resource.title) ||
    compareNames(a.resource.provider, b.resource.provider) ||
    compareNames(a.resource.id, b.resource.id);
}

import type { MarketChange, MarketSource, Role, RoleSkill, Tier } from '../../../schemas/index.ts';
import { LEVELS, TIERS } from '../../../schemas/scale.ts';
import { UsageError } from '../../errors.ts';
import { neutraliseName } from '../../input/index.ts';
import type { Catalog } from '../../skills/index.ts';
import { wilsonInterval } from '../../statistics/wilson.ts';
import { addPay } from '../add-pay.ts';
import { computeChange, hasGrown } from './compute-changes.ts';
import { computePay, type PayOptions } from './compute-pay.ts';
import { type AskCount, type AskCounts, countAsks } from './count-asks.ts';
import { dropDuplicates } from './drop-duplicates.ts';
import type { Posting } from './posting.ts';

/** The rule for tiers. */
export interface TierRule {
  /** Least share of postings of the core, and of what is preferred. */
  coreShare: number;
  preferredShare: number;
  /** Least number of postings of the core; of what is preferred it is one less. Fewer postings in all lower it. */
  minCount: number;
}

export const TIER_RULE: TierRule = { coreShare: 0.4, preferredShare: 0.1, minCount: 3 };

export interface PostingsRoleOptions extends Pick<PayOptions, 'currency' | 'period' | 'rates'> {
  title: string;
  catalog: Catalog;
  tiers?: Partial<TierRule>;
  /** When the postings were collected. Default: the latest date that one of them bears. */
  asOf?: string | undefined;
  /** An earlier set to compare with, and when it was collected. */
  before?: { postings: readonly Posting[]; asOf?: string | undefined } | undefined;
  /** Jaccard similarity from which on two postings are one. Default 0.8. */
  sameFrom?: number | undefined;
  /** How high the demand is, by which definition. Without one it is not assessed. */
  demand?: { level: 'low' | 'medium' | 'high'; definition: string; date?: string | undefined } | undefined;
}

const ID = 'postings';
/** Where records of pay without a text are among them, the pay has a source of its own. */
const PAY_ID = 'pay';

/**
 * The profile that postings make: near-duplicates counted once, shares with their Wilson intervals, tiers by a fixed
 * rule, levels and years from the wording, pay by currency and period. Emerging skills and growth areas only with an
 * earlier set.
 * @throws UsageError where nothing is left to count, or both sets have one date
 */
export function buildPostingsRole(postings: readonly Posting[], options: PostingsRoleOptions): Role {
  const { title, catalog, before, demand } = options;
  const { distinct, repeated } = keepDistinct(postings, options.sameFrom);
  const worded = distinct.filter(hasWords);
  if (worded.length === 0 && !distinct.some(({ pay }) => pay))
    throw new UsageError(
      `cannot build a profile: found ${postings.length} postings without text, skills or pay, expected some`,
    );
  if (worded.length === 0)
    throw new UsageError(
      `cannot build a profile: found pay alone in ${distinct.length} postings, expected some with a text or skills; give such postings in the same call`,
    );
  const asOf = options.asOf ?? latestOf(distinct);
  const counts = countAsks(worded, catalog);
  const changes = before && compare(counts, before, asOf, options);
  const skills = toSkills(counts, { ...TIER_RULE, ...options.tiers }, changes ?? []);
  if (skills.length === 0)
    throw new UsageError(
      `cannot build a profile: found no skill that ${counts.of} distinct postings ask for often enough, expected at least one; lower --preferred-share or --min-count, or add skills to a catalog (--catalog DIR)`,
    );
  const source: MarketSource = {
    id: ID,
    name: `${counts.of} distinct job ${counts.of === 1 ? 'posting' : 'postings'}`,
    kind: 'postings',
    n: counts.of,
    ...(asOf !== undefined && { date: asOf }),
  };
  const paySource: MarketSource =
    worded.length === distinct.length
      ? source
      : {
          id: PAY_ID,
          name: 'Job postings and records that state pay',
          kind: 'other',
          n: distinct.filter(({ pay: stated }) => stated).length,
          ...(asOf !== undefined && { date: asOf }),
        };
  const years = middleOf(counts.years, counts.of);
  const { pay, notes } = computePay(distinct, { ...options, source: paySource.id, date: asOf });
  const grown = (changes ?? []).filter(hasGrown);
  const role: Role = {
    title,
    ...(years !== undefined && { experience: { years } }),
    market: {
      ...(demand && {
        demand: demand.level,
        demandBasis: {
          definition: demand.definition,
          ...(demand.date !== undefined && { date: demand.date }),
        },
      }),
      ...(grown.length > 0 && { growthAreas: grown.map(({ skill }) => skill) }),
      ...(changes && changes.length > 0 && { changes }),
      postings: counts.of,
      ...(asOf !== undefined && { asOf }),
      sources: [source],
    },
    skills,
    notes: [
      ...(repeated > 0
        ? [
            `${repeated} of ${postings.length} postings say nearly the same as another and are not counted again.`,
          ]
        : []),
      ...(worded.length < distinct.length
        ? [`${distinct.length - worded.length} postings give pay alone and are not counted for skills.`]
        : []),
      ...(asOf === undefined ? ['No posting bears a date: when they were collected is unknown.'] : []),
      ...notes,
    ],
  };
  return withSalary(addPay(role, pay, paySource), distinct, options);
}

function hasWords({ text, skills }: Posting): boolean {
  return text.trim() !== '' || skills.length > 0;
}

function keepDistinct(postings: readonly Posting[], sameFrom: number | undefined) {
  const texts = postings.map(({ text, skills }) => `${text}\n${skills.map(({ name }) => name).join(' ')}`);
  const { kept } = dropDuplicates(texts, sameFrom);
  const distinct = kept.flatMap((at) => postings[at] ?? []).map(neutraliseSkills);
  return { distinct, repeated: postings.length - distinct.length };
}

/** Names from fields may be anything; the catalog's own need no such care. */
function neutraliseSkills(posting: Posting): Posting {
  const skills = posting.skills.flatMap(({ name, level }) => {
    const { text, reasons } = neutraliseName(name, { otherwise: '' });
    // A name with something hidden in it is no skill that an employer asked for.
    return text === '' || reasons.length > 0 ? [] : [{ name: text, level }];
  });
  return { ...posting, skills };
}

function latestOf(postings: readonly Posting[]): string | undefined {
  return postings
    .flatMap(({ date }) => date ?? [])
    .sort()
    .at(-1);
}

function compare(
  counts: AskCounts,
  before: NonNullable<PostingsRoleOptions['before']>,
  asOf: string | undefined,
  { catalog, sameFrom }: PostingsRoleOptions,
): MarketChange[] {
  const { distinct } = keepDistinct(before.postings, sameFrom);
  const earlier = before.asOf ?? latestOf(distinct);
  if (earlier === undefined || asOf === undefined || earlier >= asOf)
    throw new UsageError(
      `cannot compare with the earlier postings: found ${earlier ?? 'no date'} for them and ${asOf ?? 'no date'} for the others, expected two dates in that order (--before-as-of, --as-of)`,
    );
  const old = countAsks(distinct.filter(hasWords), catalog);
  if (old.of === 0)
    throw new UsageError('cannot compare with the earlier postings: found none with text, expected some');
  const known = new Map(old.skills.map((skill) => [skill.names[0], skill.postings]));
  return counts.skills.flatMap(({ names: [name], postings }) =>
    name === undefined
      ? []
      : [computeChange(name, { postings: known.get(name) ?? 0, of: old.of }, { postings, of: counts.of })],
  );
}

function toSkills(counts: AskCounts, rule: TierRule, changes: readonly MarketChange[]): RoleSkill[] {
  const grown = new Set(changes.filter(hasGrown).map(({ skill }) => skill));
  const groups = counts.groups.flatMap((group) => {
    const tier = tierOf(group, group.postings, counts.of, rule);
    return tier ? [{ group, tier }] : [];
  });
  const chosen = new Set(groups.flatMap(({ group }) => group.names));
  const singles = counts.skills.flatMap((skill) => {
    const [name = ''] = skill.names;
    // Whoever has another of the group needs this one only as far as postings ask for it by itself.
    const postings = chosen.has(name) ? skill.alone : skill.postings;
    const tier = tierOf(skill, postings, counts.of, rule);
    const emerging = grown.has(name) && tier !== 'core' && postings >= Math.min(2, counts.of);
    return tier || emerging
      ? [toSkill(skill, emerging ? 'emerging' : (tier as Tier), counts.of, { name })]
      : [];
  });
  const choices = groups.map(({ group, tier }) =>
    toSkill(group, tier, counts.of, { name: group.names.join(' or '), anyOf: [...group.names] }),
  );
  return [...singles, ...choices].sort(
    (a, b) =>
      TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) ||
      (b.share ?? 0) - (a.share ?? 0) ||
      (a.name < b.name ? -1 : 1),
  );
}

/**
 * Core: asked for by `coreShare` of the postings and `minCount` of them, and called merely welcome by no more than half
 * of these. Preferred: by `preferredShare`, and one posting less. Small sets lower the counts to their size.
 */
function tierOf(
  { strengths, postings: all }: AskCount,
  postings: number,
  of: number,
  { coreShare, preferredShare, minCount }: TierRule,
): Tier | undefined {
  const share = postings / of;
  const wanted = strengths.preferred <= all / 2;
  if (wanted && share >= coreShare && postings >= Math.min(minCount, of)) return 'core';
  const few = Math.min(Math.max(1, minCount - 1), of);
  return share >= preferredShare && postings >= few ? 'preferred' : undefined;
}

function toSkill(
  count: AskCount,
  tier: Tier,
  of: number,
  { name, anyOf }: { name: string; anyOf?: string[] },
): RoleSkill {
  const { low, high } = wilsonInterval(count.postings, of);
  const level = middleLevel(count);
  const years = middleOf(count.years, count.postings);
  return {
    name,
    tier,
    ...(level !== undefined && { level }),
    ...(anyOf && { anyOf }),
    share: round(count.postings / of),
    postings: count.postings,
    postingsOf: of,
    interval: [round(low), round(high)],
    ...(years !== undefined && { years }),
    source: ID,
  };
}

/** The lower middle of the levels stated, where a third of the postings that name the skill state any. */
function middleLevel({ levels, postings }: AskCount): string | undefined {
  const at = middleOf(
    levels.map((level) => LEVELS.indexOf(level)),
    postings,
  );
  return at === undefined ? undefined : LEVELS[at];
}

/** The lower median, where a third of all state a figure. */
function middleOf(values: readonly number[], all: number): number | undefined {
  if (values.length === 0 || values.length * 3 < all) return undefined;
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length / 2) - 1];
}

/** Below ten figures the percentiles would pretend: the range is then what the postings say, from end to end. */
function withSalary(
  role: Role,
  postings: readonly Posting[],
  { currency, period, rates = [] }: PostingsRoleOptions,
): Role {
  const [main] = role.market?.salaries ?? [];
  if (!main || main.p10 !== null || main.n === null) return role;
  const ranges = postings.flatMap(({ pay }) => {
    if (!pay || (pay.period ?? period) !== main.period) return [];
    const stated = pay.currency ?? currency;
    const rate = rates.find(({ from }) => from === stated);
    if ((rate?.to ?? stated) !== main.currency) return [];
    return [{ min: pay.min * (rate?.rate ?? 1), max: pay.max * (rate?.rate ?? 1) }];
  });
  return {
    ...role,
    market: {
      ...role.market,
      salary: {
        min: Math.min(...ranges.map(({ min }) => min)),
        max: Math.max(...ranges.map(({ max }) => max)),
        currency: main.currency,
        period: main.period,
        span: 'lowest to highest figure',
        n: main.n,
        ...(main.date !== undefined && { date: main.date }),
        ...(main.source !== undefined && { source: main.source }),
      },
    },
  };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

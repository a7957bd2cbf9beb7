import {
  type AskedSkill,
  type FactSheet,
  type MarketSource,
  type PayDistribution,
  type Table,
  TIERS,
  type Tier,
} from '../../schemas/index.ts';
import { formatDate, formatMoney, SMALL_SAMPLE } from '../facts/index.ts';
import { join, type Piece, pick, say, slot, words } from './phrase.ts';
import { inTier, knows, shareOf } from './pieces.ts';
import { defineSection, idsLike, type MustMention, type SentenceDraft } from './section.ts';

/** What the market asks for, whoever applies. */
export const marketRequirementsAnalysis = defineSection({
  id: 'market-requirements-analysis',
  title: 'Market Requirements Analysis',

  brief: (facts) =>
    idsLike(facts, [
      'role.**',
      'source.**',
      'count.*.asked',
      'list.*.asked',
      'skill.*',
      'skill.*.tier',
      'skill.*.share',
      'skill.*.level.asked',
      'skill.*.any-of',
      'gate.*',
      'gate.*.asked',
    ]),

  mustMention(facts) {
    const must: MustMention[] = [];
    if (facts.role.demand !== null) must.push({ any: ['role.demand'], what: 'the demand' });
    if (facts.role.salary !== null)
      must.push({ any: ['role.salary', 'role.salary.min'], what: 'the salary' });
    if (facts.role.growthAreas.length > 0)
      must.push({ any: ['role.growth-areas'], what: 'the growth areas' });
    if (facts.coverage.core.asked > 0)
      must.push({ any: ['count.core.asked', 'list.core.asked'], what: 'the core skills asked for' });
    const sources = facts.role.sources ?? [];
    if (sources.length > 0)
      must.push({
        any: sources.flatMap(({ id }) => [`source.${id}`, `source.${id}.n`]),
        what: 'where this comes from',
      });
    return must;
  },

  offline: (facts) =>
    [
      [...demand(facts), ...salary(facts), ...years(facts), ...growth(facts)],
      [...tiers(facts), ...shares(facts), ...groups(facts)],
      sources(facts),
    ].filter((paragraph) => paragraph.length > 0),

  tables: (facts) => (facts.role.salaries?.length ? [payTable(facts.role.salaries, facts)] : []),
});

function payTable(pay: readonly PayDistribution[], { role }: FactSheet): Table {
  const cell = (value: number | null, { currency }: PayDistribution) =>
    value === null ? 'not given' : formatMoney(value, currency);
  return {
    kind: 'table',
    id: 'pay',
    caption: 'Pay by currency and period (percentiles)',
    columns: [
      { title: 'Per', align: 'left' },
      ...['10th', '25th', 'Median', '75th', '90th'].map((title) => ({ title, align: 'right' as const })),
      { title: 'Figures', align: 'right' },
      { title: 'Source', align: 'left' },
    ],
    rows: pay.map((one) => {
      const source = role.sources?.find(({ id }) => id === one.source);
      const date = one.date ?? source?.date;
      return [
        `${one.period} in ${one.currency}`,
        ...[one.p10, one.p25, one.median, one.p75, one.p90].map((value) => cell(value, one)),
        one.n === null ? 'not given' : String(one.n),
        [source?.name ?? 'not given', ...(date === undefined ? [] : [formatDate(date)])].join(', '),
      ].map((text) => ({ text }));
    }),
  };
}

function demand({ role }: FactSheet): SentenceDraft[] {
  const title = slot('role.title');
  const sample: Piece | string =
    role.postings !== null && role.asOf !== null
      ? words(
          ', seen in a sample of {{role.postings}} postings as of {{role.as-of}}',
          'role.postings',
          'role.as-of',
        )
      : role.postings !== null
        ? words(', seen in a sample of {{role.postings}} postings', 'role.postings')
        : role.asOf !== null
          ? words(', as of {{role.as-of}}', 'role.as-of')
          : '';
  if (role.demand !== null)
    return [
      say`Demand for a ${title} is ${slot('role.demand')}${sample}.`,
      ...(role.demandBasis
        ? [say`It was judged by this definition: ${slot('role.demand.definition')}.`]
        : []),
    ];
  const silence =
    role.sources === undefined
      ? say`The demand for a ${title} ${words('was not given', 'role.demand')}.`
      : // Classifications give titles in the plural: Registered Nurses.
        say`The demand for the role ${words('was not assessed', 'role.demand')}.`;
  // With its sources the size of the sample is told there.
  return role.postings === null || role.sources?.some(({ kind }) => kind === 'postings')
    ? [silence]
    : [
        silence,
        say`The sample holds ${slot('role.postings')} ${role.postings === 1 ? 'posting' : 'postings'}.`,
      ];
}

function salary(facts: FactSheet): SentenceDraft[] {
  const { role } = facts;
  if (role.salary === null)
    return [say`${words('No salary figure', 'role.salary')} was given for this market.`];
  const { min, max, span, source, n } = role.salary;
  const what = span === undefined ? '' : words(', the {{role.salary.span}}', 'role.salary.span');
  const sentence =
    min === max
      ? say`The salary is ${slot('role.salary')}${what}.`
      : say`Salaries run from ${slot('role.salary')}${what}.`;
  const from = role.sources?.find(({ id, kind }) => id === source && kind !== 'postings');
  return [
    sentence,
    // By itself: beside the word pay a great number reads as a sum of money.
    ...(n === undefined
      ? []
      : [say`That rests on ${slot('role.salary.n')} ${n === 1 ? 'figure' : 'figures'}.`]),
    ...(from ? [SOURCE_SENTENCES[from.kind](facts, from)] : []),
  ];
}

function years({ role, gates }: FactSheet): SentenceDraft[] {
  const sentences: SentenceDraft[] = [];
  if (role.years !== null && role.years > 0)
    sentences.push(say`Employers look for ${slot('role.years')} of experience.`);
  const asked = gates.filter((gate) => gate.kind !== 'years').map((gate) => slot(`gate.${gate.id}`));
  if (asked.length > 0)
    sentences.push(
      say`As ${asked.length === 1 ? 'a condition' : 'conditions'} of entry the role requires ${join(asked)}.`,
    );
  return sentences;
}

function growth({ role }: FactSheet): SentenceDraft[] {
  if (role.growthAreas.length === 0) return [];
  return [
    say`${role.growthAreas.length === 1 ? 'The growth area named is' : 'The growth areas named are'} ${slot('role.growth-areas')}.`,
  ];
}

function tiers(facts: FactSheet): SentenceDraft[] {
  const asked = TIERS.filter((tier) => facts.coverage[tier].asked > 0);
  if (asked.length === 0)
    return [
      say`Which skills the role asks for ${words('is not known', 'count.all.asked')}, because its source lists none.`,
    ];
  // One noun serves all ("ten core and four preferred skills"), unless the last tier has a single skill.
  const each = facts.coverage[asked.at(-1) ?? 'core'].asked === 1;
  const counts = asked.map((tier) => {
    const own = each ? (facts.coverage[tier].asked === 1 ? ' skill' : ' skills') : '';
    return words(`{{count.${tier}.asked}} ${tier}${own}`, `count.${tier}.asked`);
  });
  const noun = each ? '' : ' skills';
  const named = (tier: Tier) => {
    const skills = inTier(facts, tier);
    return words(
      `{{list.${tier}.asked}}`,
      `list.${tier}.asked`,
      ...skills.map((skill) => `skill.${skill.id}`),
    );
  };
  const [only, ...others] = asked;
  if (only && others.length === 0) return [say`The role lists ${join(counts)}${noun}: ${named(only)}.`];
  const sentences = [say`The role lists ${join(counts)}${noun}.`];
  for (const tier of ['core', 'preferred', 'emerging'] as const) {
    const skills = inTier(facts, tier);
    if (skills.length === 0) continue;
    const verb = skills.length === 1 ? 'skill is' : 'skills are';
    sentences.push(say`The ${tier} ${verb} ${named(tier)}.`);
  }
  return sentences;
}

function shares(facts: FactSheet): SentenceDraft[] {
  const known = facts.skills
    .filter((skill) => skill.share !== null)
    .sort((a, b) => (b.share ?? 0) - (a.share ?? 0) || a.id.localeCompare(b.id, 'en'));
  const [first, ...rest] = known;
  if (facts.skills.length === 0) return [];
  if (!first)
    return [
      say`How often each skill is asked for ${words('was not given', ...facts.skills.slice(0, 3).map((skill) => `skill.${skill.id}.share`))}.`,
    ];
  const name = (skill: (typeof known)[number]) => words(skill.name, `skill.${skill.id}`);
  const lead = say`${name(first)} is named most often, in ${shareOf(first)}.`;
  if (rest.length === 0) return [lead];
  const next = rest
    .slice(0, 2)
    .map((skill) =>
      words(`${skill.name} ({{skill.${skill.id}.share}})`, `skill.${skill.id}`, `skill.${skill.id}.share`),
    );
  const most = say`${name(first)} is named most often, in ${shareOf(first)}, ahead of ${join(next)}.`;
  // "Leads with four of the five postings" is no English.
  if (first.sample && first.sample.of < SMALL_SAMPLE) return [most];
  return [
    pick(facts, 'shares', [
      most,
      say`${name(first)} leads with ${shareOf(first)}, followed by ${join(next)}.`,
    ]),
  ];
}

function groups(facts: FactSheet): SentenceDraft[] {
  return facts.skills
    .filter((skill) => skill.anyOf)
    .slice(0, 3)
    .map((skill) =>
      // A group without a name of its own is called by its members, which need not be said twice.
      isCalledByMembers(skill)
        ? say`Any one of ${words('these', `skill.${skill.id}`)} will do: ${slot(`skill.${skill.id}.any-of`)}.`
        : say`For ${words(skill.name, `skill.${skill.id}`)}, any one of the alternatives will do: ${slot(`skill.${skill.id}.any-of`)}.`,
    );
}

function isCalledByMembers({ name, anyOf = [] }: AskedSkill): boolean {
  const parts = name.split(/,? or |, /).sort();
  return (
    parts.join('|') ===
    anyOf
      .map((member) => member.name)
      .sort()
      .join('|')
  );
}

/** Where it all comes from, of when, and over how many postings. */
function sources(facts: FactSheet): SentenceDraft[] {
  const all = facts.role.sources ?? [];
  // The source of the pay stands behind it.
  const told = all
    .filter(({ id, kind }) => kind === 'postings' || id !== facts.role.salary?.source)
    .map((source) => SOURCE_SENTENCES[source.kind](facts, source));
  const small = all.some(({ kind, n }) => kind === 'postings' && n !== undefined && n < SMALL_SAMPLE);
  const postings = all.find(({ kind }) => kind === 'postings');
  return [
    ...told,
    ...(small && postings
      ? [
          say`So small a sample shows what these postings ask for and ${words('not how common it is', `source.${postings.id}.n`)}.`,
        ]
      : []),
  ];
}

const SOURCE_SENTENCES: Readonly<
  Record<MarketSource['kind'], (facts: FactSheet, source: MarketSource) => SentenceDraft>
> = {
  postings: (facts, source) =>
    source.n === undefined
      ? say`What employers ask for was counted in ${slot(`source.${source.id}`)}${ofDate(facts, source)}.`
      : say`What employers ask for was counted in ${slot(`source.${source.id}.n`)} distinct ${source.n === 1 ? 'posting' : 'postings'}${ofDate(facts, source)}.`,
  onet: (facts, source) =>
    say`What the role asks for is taken from the ${slot(`source.${source.id}`)}${ofDate(facts, source, ', with ratings up to ')}.`,
  esco: (facts, source) =>
    say`What the role asks for is taken from the ${slot(`source.${source.id}`)}${ofDate(facts, source)}.`,
  bls: (facts, source) =>
    say`The pay comes from the ${slot(`source.${source.id}`)}${ofDate(facts, source, ' of ')}.`,
  other: (facts, source) =>
    say`A source of this profile is ${slot(`source.${source.id}`)}${ofDate(facts, source)}.`,
};

function ofDate(facts: FactSheet, { id }: MarketSource, lead = ' as of '): Piece | string {
  return knows(facts, `source.${id}.date`) ? words(`${lead}{{source.${id}.date}}`, `source.${id}.date`) : '';
}

import {
  type AskedSkill,
  type FactSheet,
  type MarketSource,
  type PayDistribution,
  type Table,
  TIERS,
  type Tier,
} from '../../schemas/index.ts';
import { SMALL_SAMPLE, wordsOf } from '../language/index.ts';
import { cite, join, type PieceArgs, pick, piece, say, slot, words } from './phrase.ts';
import { inTier, knows, shareOf } from './pieces.ts';
import { defineSection, idsLike, type MustMention, type SentenceDraft } from './section.ts';

/** What the market asks for, whoever applies. */
export const marketRequirementsAnalysis = defineSection({
  id: 'market-requirements-analysis',
  title: 'Market Requirements Analysis',
  titleId: 'title.market-requirements-analysis',

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

function payTable(pay: readonly PayDistribution[], facts: FactSheet): Table {
  const words = wordsOf(facts);
  const missing = words.say('table.not-given');
  const cell = (value: number | null, { currency }: PayDistribution) =>
    value === null ? missing : words.money(value, currency);
  return {
    kind: 'table',
    id: 'pay',
    caption: words.say('table.pay'),
    columns: [
      { title: words.say('table.per'), align: 'left' },
      ...[10, 25, 50, 75, 90].map((p) => ({
        title: words.say('table.percentile', { p }),
        align: 'right' as const,
      })),
      { title: words.say('table.figures'), align: 'right' },
      { title: words.say('table.source'), align: 'left' },
    ],
    rows: pay.map((one) => {
      const source = facts.role.sources?.find(({ id }) => id === one.source);
      const date = one.date ?? source?.date;
      return [
        words.say('table.period', { period: one.period, currency: one.currency }),
        ...[one.p10, one.p25, one.median, one.p75, one.p90].map((value) => cell(value, one)),
        one.n === null ? missing : String(one.n),
        [source?.name ?? missing, ...(date === undefined ? [] : [words.date(date)])].join(', '),
      ].map((text) => ({ text }));
    }),
  };
}

function demand(facts: FactSheet): SentenceDraft[] {
  const { role } = facts;
  const title = slot('role.title');
  if (role.demand !== null) {
    const [postings, date] = [role.postings !== null, role.asOf !== null];
    return [
      say(facts, 'market.demand', {
        title,
        demand: slot('role.demand'),
        sample: postings ? (date ? 'both' : 'postings') : date ? 'date' : 'none',
        postings: postings ? slot('role.postings') : '',
        date: date ? slot('role.as-of') : '',
        n: role.postings ?? 0,
      }),
      ...(role.demandBasis
        ? [say(facts, 'market.definition', { definition: slot('role.demand.definition') })]
        : []),
    ];
  }
  const silence =
    role.sources === undefined
      ? say(facts, 'market.demand-not-given', { title, demand: cite('role.demand') })
      : // Classifications give titles in the plural: Registered Nurses.
        say(facts, 'market.demand-not-assessed', { demand: cite('role.demand') });
  // With its sources the size of the sample is told there.
  return role.postings === null || role.sources?.some(({ kind }) => kind === 'postings')
    ? [silence]
    : [silence, say(facts, 'market.sample', { postings: slot('role.postings'), n: role.postings })];
}

function salary(facts: FactSheet): SentenceDraft[] {
  const { role } = facts;
  if (role.salary === null) return [say(facts, 'market.no-salary', { salary: cite('role.salary') })];
  const { min, max, span, source, n } = role.salary;
  const from = role.sources?.find(({ id, kind }) => id === source && kind !== 'postings');
  return [
    say(facts, 'market.salary', {
      salary: slot('role.salary'),
      range: min === max ? 'one' : 'two',
      spanned: span === undefined ? 'no' : 'yes',
      span: span === undefined ? '' : slot('role.salary.span'),
    }),
    // By itself: beside the word pay a great number reads as a sum of money.
    ...(n === undefined ? [] : [say(facts, 'market.salary-figures', { count: slot('role.salary.n'), n })]),
    ...(from ? [sourceSentence(facts, from)] : []),
  ];
}

function years(facts: FactSheet): SentenceDraft[] {
  const { role, gates } = facts;
  const sentences: SentenceDraft[] = [];
  if (role.years !== null && role.years > 0)
    sentences.push(say(facts, 'market.years', { years: slot('role.years') }));
  const asked = gates.filter((gate) => gate.kind !== 'years').map((gate) => slot(`gate.${gate.id}`));
  if (asked.length > 0)
    sentences.push(say(facts, 'market.gates', { gates: join(facts, asked), n: asked.length }));
  return sentences;
}

function growth(facts: FactSheet): SentenceDraft[] {
  const { growthAreas } = facts.role;
  if (growthAreas.length === 0) return [];
  return [say(facts, 'market.growth', { areas: slot('role.growth-areas'), n: growthAreas.length })];
}

function tiers(facts: FactSheet): SentenceDraft[] {
  const asked = TIERS.filter((tier) => facts.coverage[tier].asked > 0);
  if (asked.length === 0) return [say(facts, 'market.no-skills', { counted: cite('count.all.asked') })];
  // One noun serves all ("ten core and four preferred skills"), unless the last tier has a single skill.
  const noun = facts.coverage[asked.at(-1) ?? 'core'].asked === 1 ? 'own' : 'shared';
  const counts = join(
    facts,
    asked.map((tier) =>
      piece(facts, 'market.tier-count', {
        count: slot(`count.${tier}.asked`),
        tier,
        noun,
        n: facts.coverage[tier].asked,
      }),
    ),
  );
  const named = (tier: Tier) => {
    const skills = inTier(facts, tier);
    return words(
      `{{list.${tier}.asked}}`,
      `list.${tier}.asked`,
      ...skills.map((skill) => `skill.${skill.id}`),
    );
  };
  const [only, ...others] = asked;
  if (only && others.length === 0)
    return [say(facts, 'market.lists-all', { counts, noun, names: named(only) })];
  return [
    say(facts, 'market.lists', { counts, noun }),
    ...asked.map((tier) =>
      say(facts, 'market.tier', { names: named(tier), tier, n: facts.coverage[tier].asked }),
    ),
  ];
}

function shares(facts: FactSheet): SentenceDraft[] {
  const known = facts.skills
    .filter((skill) => skill.share !== null)
    .sort((a, b) => (b.share ?? 0) - (a.share ?? 0) || a.id.localeCompare(b.id, 'en'));
  const [first, ...rest] = known;
  if (facts.skills.length === 0) return [];
  if (!first) {
    const silent = facts.skills.slice(0, 3).map((skill) => `skill.${skill.id}.share`);
    return [say(facts, 'market.no-shares', { shares: cite(...silent) })];
  }
  const lead = { skill: words(first.name, `skill.${first.id}`), share: shareOf(facts, first) };
  if (rest.length === 0) return [say(facts, 'market.first', lead)];
  const next = join(
    facts,
    rest
      .slice(0, 2)
      .map(({ id, name }) => words(`${name} ({{skill.${id}.share}})`, `skill.${id}`, `skill.${id}.share`)),
  );
  const most = say(facts, 'market.first-ahead', { ...lead, next });
  // "Leads with four of the five postings" is no English.
  if (first.sample && first.sample.of < SMALL_SAMPLE) return [most];
  return [pick(facts, 'shares', [most, say(facts, 'market.first-ahead.other', { ...lead, next })])];
}

function groups(facts: FactSheet): SentenceDraft[] {
  return facts.skills
    .filter((skill) => skill.anyOf)
    .slice(0, 3)
    .map((skill) =>
      // A group without a name of its own is called by its members, which need not be said twice.
      isCalledByMembers(skill)
        ? say(facts, 'market.any-of', {
            these: cite(`skill.${skill.id}`),
            members: slot(`skill.${skill.id}.any-of`),
          })
        : say(facts, 'market.any-of-named', {
            skill: words(skill.name, `skill.${skill.id}`),
            members: slot(`skill.${skill.id}.any-of`),
          }),
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
    .map((source) => sourceSentence(facts, source));
  const small = all.some(({ kind, n }) => kind === 'postings' && n !== undefined && n < SMALL_SAMPLE);
  const postings = all.find(({ kind }) => kind === 'postings');
  return [
    ...told,
    ...(small && postings
      ? [say(facts, 'market.small-sample', { counted: cite(`source.${postings.id}.n`) })]
      : []),
  ];
}

function sourceSentence(facts: FactSheet, { id, kind, n }: MarketSource): SentenceDraft {
  const dated = knows(facts, `source.${id}.date`);
  const date: PieceArgs = { dated: dated ? 'yes' : 'no', date: dated ? slot(`source.${id}.date`) : '' };
  if (kind === 'postings' && n !== undefined)
    return say(facts, 'source.postings', { count: slot(`source.${id}.n`), ...date, n });
  return say(facts, kind === 'postings' ? 'source.postings-uncounted' : `source.${kind}`, {
    source: slot(`source.${id}`),
    ...date,
  });
}

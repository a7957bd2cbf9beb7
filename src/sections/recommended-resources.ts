import type { ChosenResource, FactSheet, Table } from '../../schemas/index.ts';
import { wordsOf } from '../language/index.ts';
import { cite, join, type Piece, type PieceArgs, pick, piece, say, slot, words } from './phrase.ts';
import { knows, listOf } from './pieces.ts';
import { defineSection, idsLike, type MustMention, type SentenceDraft } from './section.ts';
import type { Style } from './style.ts';

/** Resources told in prose; the table holds all. */
const TOLD: Readonly<Record<Style['length'], number>> = { short: 1, standard: 3, long: 8 };

/** What to learn from, for which gap, at what cost. */
export const recommendedResources = defineSection({
  id: 'recommended-resources',
  title: 'Recommended Resources',
  titleId: 'title.recommended-resources',

  brief: (facts) => [
    ...idsLike(facts, [
      'candidate.name',
      'role.title',
      'resource.**',
      'resources.**',
      'roadmap.hours',
      'roadmap.practice-hours',
      'count.all.gaps',
      'count.all.asked',
      'list.gaps.top',
    ]),
    ...facts.skills
      .filter((skill) => skill.rank !== null)
      .flatMap((skill) => idsLike(facts, [`skill.${skill.id}`, `skill.${skill.id}.status`])),
  ],

  mustMention(facts) {
    if (facts.resources.chosen.length === 0) return [];
    const must: MustMention[] = [
      { any: ['resources.count', 'resources.hours', 'resources.free'], what: 'how many resources there are' },
    ];
    const [first] = facts.resources.chosen;
    if (first)
      must.push({
        any: [`resource.${first.id}`],
        what: `the resource for the most pressing gap, ${first.title}`,
      });
    return must;
  },

  offline: (facts, style) =>
    [
      [...overview(facts), ...first(facts, style)],
      [...without(facts), ...freshness(facts, style)],
    ].filter((paragraph) => paragraph.length > 0),

  tables: (facts) => (facts.resources.chosen.length === 0 ? [] : [resourcesTable(facts)]),
});

function overview(facts: FactSheet): SentenceDraft[] {
  const { chosen, totalHours, totals } = facts.resources;
  if (facts.skills.length === 0)
    return [say(facts, 'resources.unknown', { counted: cite('count.all.asked', 'resources.count') })];
  if (chosen.length === 0)
    return facts.coverage.all.met === facts.coverage.all.asked
      ? [say(facts, 'resources.no-gap', { gaps: cite('count.all.gaps') })]
      : [];
  const kinds = (['free', 'freemium', 'paid'] as const).flatMap((cost): Piece[] => {
    const count = chosen.filter((resource) => resource.cost === cost).length;
    if (count === 0) return [];
    const all = count === chosen.length ? 'all' : 'no';
    const args = { n: count, cost, all, count: all === 'no' ? slot(`resources.${cost}`) : '' };
    return [piece(facts, 'resources.kind', { ...args, counted: cite(`resources.${cost}`) })];
  });
  const timed: PieceArgs = {
    timed: totalHours > 0 ? 'yes' : 'no',
    hours: totalHours > 0 ? slot('resources.hours') : '',
  };
  const count = slot('resources.count');
  const gaps = facts.coverage.all.partial + facts.coverage.all.missing;
  const [only] = chosen;
  const money = totals.map(({ currency }) => slot(`resources.price.${currency.toLowerCase()}`));
  return [
    only && chosen.length === 1
      ? say(facts, 'resources.one', {
          count,
          gaps,
          cost: words(only.cost, `resources.${only.cost}`),
          ...timed,
        })
      : say(facts, 'resources.many', { count, gaps, kinds: join(facts, kinds), ...timed }),
    ...(money.length > 0 ? [say(facts, 'resources.price', { money: join(facts, money) })] : []),
    ...(knows(facts, 'roadmap.practice-hours')
      ? [
          say(facts, 'resources.practice', {
            hours: slot('roadmap.hours'),
            practice: slot('roadmap.practice-hours'),
            origin: facts.roadmap.origin,
          }),
        ]
      : []),
  ];
}

function first(facts: FactSheet, style: Style): SentenceDraft[] {
  return facts.resources.chosen.slice(0, TOLD[style.length]).map((resource, at) => {
    const id = `resource.${resource.id}`;
    const gaps = facts.skills.filter((skill) => resource.closes.some((gap) => gap.id === skill.id));
    const skills = listOf(`${id}.skills`, gaps);
    const about = {
      title: slot(id),
      provider: slot(`${id}.provider`),
      cost: slot(`${id}.cost`),
      price: resource.price === null ? '' : slot(`${id}.price`),
      hours: resource.hours === null ? '' : slot(`${id}.hours`),
      priced: resource.price === null ? 'no' : 'yes',
      timed: resource.hours === null ? 'no' : 'yes',
    };
    if (at === 0) return say(facts, 'resources.start', { skills, ...about });
    return pick(facts, `resource-${at}`, [
      say(facts, 'resources.next', { skills, ...about }),
      say(facts, 'resources.next.other', { ...about, skills, n: gaps.length }),
    ]);
  });
}

function without(facts: FactSheet): SentenceDraft[] {
  return (['none', 'budget', 'paid-only', 'credential'] as const).flatMap((reason) => {
    const ids = facts.resources.without.filter((item) => item.reason === reason).map((item) => item.id);
    if (ids.length === 0) return [];
    const gaps = facts.skills.filter((skill) => ids.includes(skill.id));
    return [
      say(facts, 'resources.without', {
        skills: listOf(`resources.without.${reason}`, gaps),
        reason: reason === 'paid-only' ? 'paid' : reason,
      }),
    ];
  });
}

function freshness(facts: FactSheet, { reader }: Style): SentenceDraft[] {
  return knows(facts, 'resources.cost-checked')
    ? [say(facts, 'resources.checked', { date: slot('resources.cost-checked'), reader })]
    : [];
}

function resourcesTable(facts: FactSheet): Table {
  const words = wordsOf(facts);
  const row = ({ title, url, provider, closes, kind, cost, price, hours }: ChosenResource) => [
    { text: title, href: url },
    { text: provider },
    { text: closes.map((gap) => gap.name).join(', ') },
    { text: words.say('table.resource-kind', { kind }) },
    {
      text: [
        words.say('fact.cost', { cost }),
        ...(price === null ? [] : [words.money(price.amount, price.currency)]),
      ].join(', '),
    },
    { text: hours === null ? words.say('table.not-given') : words.number(hours) },
  ];
  return {
    kind: 'table',
    id: 'resources',
    caption: words.say('table.resources'),
    columns: [
      { title: words.say('table.resource'), align: 'left' },
      { title: words.say('table.provider'), align: 'left' },
      { title: words.say('table.for'), align: 'left' },
      { title: words.say('table.kind'), align: 'left' },
      { title: words.say('table.cost'), align: 'left' },
      { title: words.say('table.hours'), align: 'right' },
    ],
    rows: facts.resources.chosen.map(row),
  };
}

import type { ChosenResource, FactSheet, Table } from '../../schemas/index.ts';
import { formatMoney, formatNumber } from '../facts/index.ts';
import { join, type Piece, pick, say, slot, words } from './phrase.ts';
import { countOf, knows, listOf } from './pieces.ts';
import { defineSection, idsLike, type MustMention, type SentenceDraft } from './section.ts';
import type { Style } from './style.ts';

/** Resources told in prose; the table holds all. */
const TOLD: Readonly<Record<Style['length'], number>> = { short: 1, standard: 3, long: 8 };

/** What to learn from, for which gap, at what cost. */
export const recommendedResources = defineSection({
  id: 'recommended-resources',
  title: 'Recommended Resources',

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
    return [
      say`Since no skill that the role asks for is known, ${words('no resource is recommended', 'count.all.asked', 'resources.count')}.`,
    ];
  if (chosen.length === 0)
    return facts.coverage.all.met === facts.coverage.all.asked
      ? [say`With ${words('no gap', 'count.all.gaps')} to close, no resource is recommended.`]
      : [];
  const kinds = (['free', 'freemium', 'paid'] as const).flatMap((cost): Piece[] => {
    const count = chosen.filter((resource) => resource.cost === cost).length;
    if (count === 0) return [];
    if (count === chosen.length) return [words(count === 1 ? cost : `all ${cost}`, `resources.${cost}`)];
    return [words(`{{resources.${cost}}} ${cost}`, `resources.${cost}`)];
  });
  const hours = totalHours > 0 ? words(', {{resources.hours}} of study in all', 'resources.hours') : '';
  const study = totalHours > 0 ? words(' and takes {{resources.hours}} of study', 'resources.hours') : '';
  const gaps = facts.coverage.all.partial + facts.coverage.all.missing === 1 ? 'the gap' : 'the gaps';
  const [only] = chosen;
  const money = totals.map(({ currency }) => slot(`resources.price.${currency.toLowerCase()}`));
  return [
    only && chosen.length === 1
      ? say`${countOf('resources.count', 1, 'resource')} serves ${gaps}; it is ${words(only.cost, `resources.${only.cost}`)}${study}.`
      : say`${countOf('resources.count', chosen.length, 'resource')} serve ${gaps}: ${join(kinds)}${hours}.`,
    ...(money.length > 0 ? [say`What is paid and has a known price comes to ${join(money)}.`] : []),
    ...(knows(facts, 'roadmap.practice-hours')
      ? [
          say`Of the ${slot('roadmap.hours')} in the ${facts.roadmap.origin === 'given' ? 'plan' : 'roadmap'}, that leaves ${slot('roadmap.practice-hours')} for practice.`,
        ]
      : []),
  ];
}

function first(facts: FactSheet, style: Style): SentenceDraft[] {
  return facts.resources.chosen.slice(0, TOLD[style.length]).map((resource, at) => {
    const id = `resource.${resource.id}`;
    const gaps = facts.skills.filter((skill) => resource.closes.some((gap) => gap.id === skill.id));
    const cost = words(`{{${id}.cost}}`, `${id}.cost`);
    const hours = resource.hours === null ? '' : words(`, {{${id}.hours}}`, `${id}.hours`);
    const price = resource.price === null ? '' : words(`, {{${id}.price}}`, `${id}.price`);
    const title = words(`{{${id}}} by {{${id}.provider}}`, id, `${id}.provider`);
    const skills = listOf(`${id}.skills`, gaps);
    if (at === 0) return say`For ${skills}, start with ${title} (${cost}${price}${hours}).`;
    return pick(facts, `resource-${at}`, [
      say`For ${skills}, there is ${title} (${cost}${price}${hours}).`,
      say`${title} (${cost}${price}${hours}) serves ${skills}.`,
    ]);
  });
}

function without(facts: FactSheet): SentenceDraft[] {
  const because = {
    none: 'no resource is on file',
    budget: 'nothing on file fits the budget',
    'paid-only': 'nothing on file is free of charge',
    credential: 'the way leads to the issuer, not to a course',
  } as const;
  return (Object.keys(because) as (keyof typeof because)[]).flatMap((reason) => {
    const ids = facts.resources.without.filter((item) => item.reason === reason).map((item) => item.id);
    if (ids.length === 0) return [];
    return [
      say`For ${listOf(
        `resources.without.${reason}`,
        facts.skills.filter((skill) => ids.includes(skill.id)),
      )}, ${because[reason]}.`,
    ];
  });
}

function freshness(facts: FactSheet, { reader }: Style): SentenceDraft[] {
  return knows(facts, 'resources.cost-checked')
    ? [
        say`Costs were last checked in ${slot('resources.cost-checked')}; look them up before ${reader === 'employer' ? 'approving a budget' : 'paying'}.`,
      ]
    : [];
}

function resourcesTable(facts: FactSheet): Table {
  const row = (resource: ChosenResource) => [
    { text: resource.title, href: resource.url },
    { text: resource.provider },
    { text: resource.closes.map((gap) => gap.name).join(', ') },
    { text: resource.kind },
    {
      text:
        resource.price === null
          ? resource.cost
          : `${resource.cost}, ${formatMoney(resource.price.amount, resource.price.currency)}`,
    },
    { text: resource.hours === null ? 'not given' : formatNumber(resource.hours) },
  ];
  return {
    kind: 'table',
    id: 'resources',
    caption: 'What to learn from',
    columns: [
      { title: 'Resource', align: 'left' },
      { title: 'Provider', align: 'left' },
      { title: 'For', align: 'left' },
      { title: 'Kind', align: 'left' },
      { title: 'Cost', align: 'left' },
      { title: 'Hours', align: 'right' },
    ],
    rows: facts.resources.chosen.map(row),
  };
}

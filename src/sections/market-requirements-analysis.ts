import { type FactSheet, TIERS, type Tier } from '../../schemas/index.ts';
import { join, type Piece, pick, say, slot, words } from './phrase.ts';
import { inTier } from './pieces.ts';
import { defineSection, idsLike, type MustMention, type SentenceDraft } from './section.ts';

/** What the market asks for, whoever applies. */
export const marketRequirementsAnalysis = defineSection({
  id: 'market-requirements-analysis',
  title: 'Market Requirements Analysis',

  brief: (facts) =>
    idsLike(facts, [
      'role.**',
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
    return must;
  },

  offline: (facts) =>
    [
      [...demand(facts), ...salary(facts), ...years(facts), ...growth(facts)],
      [...tiers(facts), ...shares(facts), ...groups(facts)],
    ].filter((paragraph) => paragraph.length > 0),

  tables: () => [],
});

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
  if (role.demand !== null) return [say`Demand for a ${title} is ${slot('role.demand')}${sample}.`];
  const silence = say`The demand for a ${title} ${words('was not given', 'role.demand')}.`;
  return role.postings === null
    ? [silence]
    : [silence, say`The sample holds ${slot('role.postings')} postings.`];
}

function salary({ role }: FactSheet): SentenceDraft[] {
  if (role.salary === null)
    return [say`${words('No salary figure', 'role.salary')} was given for this market.`];
  return role.salary.min === role.salary.max
    ? [say`The salary is ${slot('role.salary')}.`]
    : [say`Salaries run from ${slot('role.salary')}.`];
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
  if (!first)
    return [
      say`How often each skill is asked for ${words('was not given', ...facts.skills.slice(0, 3).map((skill) => `skill.${skill.id}.share`))}.`,
    ];
  const share = (id: string) => words(`{{skill.${id}.share}}`, `skill.${id}.share`);
  const name = (skill: (typeof known)[number]) => words(skill.name, `skill.${skill.id}`);
  const lead = say`${name(first)} is named most often, in ${share(first.id)} of postings.`;
  if (rest.length === 0) return [lead];
  const next = rest
    .slice(0, 2)
    .map((skill) =>
      words(`${skill.name} ({{skill.${skill.id}.share}})`, `skill.${skill.id}`, `skill.${skill.id}.share`),
    );
  return [
    pick(facts, 'shares', [
      say`${name(first)} is named most often, in ${share(first.id)} of postings, ahead of ${join(next)}.`,
      say`${name(first)} leads with ${share(first.id)} of postings, followed by ${join(next)}.`,
    ]),
  ];
}

function groups(facts: FactSheet): SentenceDraft[] {
  return facts.skills
    .filter((skill) => skill.anyOf)
    .slice(0, 3)
    .map(
      (skill) =>
        say`For ${words(skill.name, `skill.${skill.id}`)}, any one of the alternatives will do: ${slot(`skill.${skill.id}.any-of`)}.`,
    );
}

import type { AskedSkill } from '../../schemas/index.ts';
import { computed, type FactList, type Structure } from './fact-list.ts';

/** Counts, coverage and lists of skills by tier and status. */
export function addCountFacts(list: FactList, { skills, extras, coverage }: Structure): void {
  const { words } = list;
  const formatCount = (count: number) => words.count(count, 'skill');
  for (const scope of ['core', 'preferred', 'emerging', 'all'] as const) {
    const part = coverage[scope];
    const members = skills.filter((skill) => scope === 'all' || skill.tier === scope);
    const rule = `count-of-${scope}`;
    for (const key of ['asked', 'met', 'partial', 'missing'] as const) {
      list.add(`count.${scope}.${key}`, part[key], 'count', formatCount(part[key]), computed(rule));
    }
    list.add(
      `count.${scope}.gaps`,
      part.partial + part.missing,
      'count',
      formatCount(part.partial + part.missing),
      computed(rule),
    );
    list.maybe(
      `coverage.${scope}`,
      part.value,
      'share',
      (share) => words.share(share),
      computed('met-plus-half-partial-over-asked'),
    );
    const names = (status: AskedSkill['status']) =>
      members.filter((s) => s.status === status).map((s) => s.name);
    list.list(
      `list.${scope}.asked`,
      members.map((skill) => skill.name),
      computed(`list-of-${scope}`),
    );
    for (const status of ['met', 'partial', 'missing'] as const)
      list.list(`list.${scope}.${status}`, names(status), computed(`list-of-${scope}`));
  }
  list.add(
    'coverage.partial-weight',
    0.5,
    'ratio',
    words.say('fact.half'),
    computed('met-plus-half-partial-over-asked'),
    {
      basis: 'default',
    },
  );
  const gaps = skills.filter((skill) => skill.rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  list.list(
    'list.gaps',
    gaps.map((gap) => gap.name),
    computed('gaps-by-rank'),
  );
  list.list(
    'list.gaps.top',
    gaps.slice(0, 3).map((gap) => gap.name),
    computed('gaps-by-rank'),
  );
  list.list(
    'list.met.top',
    skills
      .filter((skill) => skill.status === 'met')
      .slice(0, 3)
      .map((skill) => skill.name),
    computed('met-by-tier-and-share'),
  );
  list.list(
    'list.extra',
    extras.map((skill) => skill.name),
    computed('held-and-not-asked'),
    6,
  );
  list.add('count.extra', extras.length, 'count', formatCount(extras.length), computed('held-and-not-asked'));
}

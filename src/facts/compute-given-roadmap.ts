import type { AskedSkill, Note, Plan, Roadmap } from '../../schemas/index.ts';
import { ENGLISH } from '../language/index.ts';
import type { Catalog } from '../skills/index.ts';
import { layOut, roundHours, sumHours } from './compute-roadmap.ts';
import { type IdOf, identify } from './identify.ts';

/** Names in a note, at most; the rest is counted. */
const NAMED = 8;

/**
 * A plan made by people, laid out in weeks, and what is odd about it: a phase that teaches a skill that is met or not
 * asked for, a gap in no phase. A member of an any-of group closes the gap of the group.
 */
export function computeGivenRoadmap(
  plan: Plan,
  skills: readonly AskedSkill[],
  catalog: Catalog,
  idOf: IdOf,
  words = ENGLISH,
): { roadmap: Roadmap; notes: Note[] } {
  const byKey = indexByKey(skills, catalog);
  const notes: Note[] = [];
  const taught = new Set<string>();
  const phases = layOut(
    plan.phases.map(({ title, weeks, skills: names, activities }) => {
      const own = new Map(names.map((name) => identify(name, catalog)).map((skill) => [skill.key, skill]));
      return {
        title,
        weeks,
        hours: roundHours(weeks * plan.hoursPerWeek),
        skills: [...own.values()].map((identity) => {
          const served = byKey.get(identity.key) ?? [];
          const first = served.find((asked) => asked.status !== 'met') ?? served[0];
          if (!first) {
            notes.push({
              code: 'plan-teaches-unasked',
              message: words.say('note.plan-teaches-unasked', { skill: identity.name, phase: title }),
              facts: [],
            });
            return { id: idOf(identity), name: identity.name, hours: null };
          }
          for (const asked of served) taught.add(asked.id);
          if (served.every((asked) => asked.status === 'met')) {
            notes.push({
              code: 'plan-teaches-met-skill',
              message: words.say('note.plan-teaches-met-skill', { skill: identity.name, phase: title }),
              facts: served.map((asked) => `skill.${asked.id}.status`),
            });
          }
          return { id: first.id, name: identity.name, hours: null };
        }),
        activities: activities ?? [],
      };
    }),
  );
  const left = skills
    .filter((skill) => skill.status !== 'met' && !taught.has(skill.id))
    .map(({ id, name, hours }) => ({
      id,
      name,
      reason: hours === null ? ('credential' as const) : ('not-in-plan' as const),
    }));
  const skipped = left.filter((item) => item.reason === 'not-in-plan');
  if (skipped.length > 0) {
    const names = skipped.map((item) => item.name);
    notes.push({
      code: 'plan-skips-gap',
      message: words.say('note.plan-skips-gap', { n: names.length, skills: words.cutList(names, NAMED) }),
      facts: skipped.map((item) => `skill.${item.id}.status`),
    });
  }
  return {
    roadmap: {
      origin: 'given',
      hoursPerWeek: plan.hoursPerWeek,
      phases,
      totalWeeks: phases.reduce((sum, phase) => sum + phase.weeks, 0),
      totalHours: sumHours(phases),
      horizonWeeks: null,
      left,
    },
    notes,
  };
}

/** What a name in a plan is good for: the skill itself first, then the groups that are called so or have it. */
function indexByKey(skills: readonly AskedSkill[], catalog: Catalog): Map<string, AskedSkill[]> {
  const byKey = new Map<string, AskedSkill[]>();
  const add = (name: string, skill: AskedSkill) => {
    const { key } = identify(name, catalog);
    const list = byKey.get(key);
    if (!list) byKey.set(key, [skill]);
    else if (!list.includes(skill)) list.push(skill);
  };
  for (const skill of skills) if (!skill.anyOf) add(skill.name, skill);
  for (const skill of skills) {
    if (!skill.anyOf) continue;
    add(skill.name, skill);
    for (const member of skill.anyOf) add(member.name, skill);
  }
  return byKey;
}

import type { Basis } from '../../schemas/index.ts';
import { computed, type FactList, given, type Structure } from './fact-list.ts';

/** The roadmap, its phases, and what is left. */
export function addRoadmapFacts(list: FactList, { roadmap }: Structure, hoursAssumed: boolean): void {
  const { words } = list;
  const own = roadmap.origin === 'given';
  const basis: Basis = own ? 'computed' : 'estimate';
  list.add(
    'roadmap.weeks',
    roadmap.totalWeeks,
    'weeks',
    words.measure(roadmap.totalWeeks, 'week'),
    computed('sum-of-phases'),
    { basis },
  );
  const months = Math.round((roadmap.totalWeeks * 7) / 30.4375);
  if (months >= 12) {
    list.add(
      'roadmap.length',
      months,
      'months',
      words.say('fact.about', { length: words.months(months) }),
      computed('weeks-as-months'),
      { basis },
    );
  }
  list.add(
    'roadmap.hours',
    roadmap.totalHours,
    'hours',
    words.measure(roadmap.totalHours, 'hour'),
    computed('sum-of-phases'),
    { basis },
  );
  list.add(
    'roadmap.hours-per-week',
    roadmap.hoursPerWeek,
    'hours-per-week',
    words.measure(roadmap.hoursPerWeek, 'hour'),
    given(own ? 'plan' : 'options', 'hoursPerWeek'),
    { basis: hoursAssumed ? 'default' : 'given' },
  );
  list.add(
    'roadmap.phases',
    roadmap.phases.length,
    'count',
    words.count(roadmap.phases.length, 'phase'),
    computed('count-of-phases'),
  );
  for (const phase of roadmap.phases) {
    const id = `roadmap.phase.${phase.index}`;
    const source = own ? given('plan', `phases[${phase.index - 1}]`) : computed('phases-of-whole-weeks');
    list.add(id, phase.title, 'name', phase.title, source);
    list.add(
      `${id}.number`,
      phase.index,
      'ordinal',
      words.say('fact.phase', { digits: phase.index }),
      source,
    );
    list.add(`${id}.weeks`, phase.weeks, 'weeks', words.measure(phase.weeks, 'week'), source, {
      basis: own ? 'given' : 'estimate',
    });
    list.add(
      `${id}.hours`,
      phase.hours,
      'hours',
      words.measure(phase.hours, 'hour'),
      computed('hours-of-phase'),
      { basis },
    );
    list.add(
      `${id}.start`,
      phase.startWeek,
      'ordinal',
      words.say('fact.week', { digits: phase.startWeek }),
      computed('weeks-laid-end-to-end'),
      { basis },
    );
    list.add(
      `${id}.end`,
      phase.endWeek,
      'ordinal',
      words.say('fact.week', { digits: phase.endWeek }),
      computed('weeks-laid-end-to-end'),
      { basis },
    );
    list.list(
      `${id}.skills`,
      phase.skills.map((skill) => skill.name),
      source,
    );
    if (phase.activities.length > 0) list.list(`${id}.activities`, phase.activities, source);
  }
  if (roadmap.horizonWeeks !== null) {
    list.add(
      'roadmap.horizon',
      roadmap.horizonWeeks,
      'weeks',
      words.measure(roadmap.horizonWeeks, 'week'),
      given('options', 'weeks'),
    );
  }
  for (const reason of ['horizon', 'prerequisite', 'credential', 'not-in-plan'] as const) {
    const names = roadmap.left.filter((item) => item.reason === reason).map((item) => item.name);
    if (names.length > 0) list.list(`roadmap.left.${reason}`, names, computed('gaps-in-no-phase'));
  }
}

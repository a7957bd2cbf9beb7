import type { FactSheet, Phase, Roadmap, Table } from '../../schemas/index.ts';
import { type MessageId, wordsOf } from '../language/index.ts';
import { cite, pick, say, slot, words } from './phrase.ts';
import { knows, listOf, whoOf } from './pieces.ts';
import { defineSection, idsLike, type MustMention, type SentenceDraft } from './section.ts';
import type { Style } from './style.ts';

/** Phases told one by one; beyond these the table speaks. */
const TOLD: Readonly<Record<Style['length'], number>> = { short: 3, standard: 6, long: 12 };

/** Weeks beyond which a roadmap is no longer a plan for anybody. */
const LONG = 104;

/** In which order and in how much time the gaps can be closed. */
export const upskillingRoadmap = defineSection({
  id: 'upskilling-roadmap',
  title: 'Upskilling Roadmap',
  titleId: 'title.upskilling-roadmap',

  brief: (facts) => [
    ...idsLike(facts, [
      'candidate.name',
      'role.title',
      'roadmap.**',
      'list.gaps.top',
      'count.all.gaps',
      'count.all.asked',
    ]),
    ...facts.skills
      .filter((skill) => skill.rank !== null)
      .flatMap((skill) =>
        idsLike(facts, [
          `skill.${skill.id}`,
          `skill.${skill.id}.status`,
          `skill.${skill.id}.tier`,
          `skill.${skill.id}.hours`,
        ]),
      ),
    ...facts.skills
      .filter((skill) => skill.rank === null)
      .flatMap((skill) => idsLike(facts, [`skill.${skill.id}`, `skill.${skill.id}.status`])),
  ],

  mustMention(facts) {
    if (facts.roadmap.phases.length === 0) return [];
    const must: MustMention[] = [{ any: ['roadmap.weeks'], what: 'the length of the roadmap' }];
    for (const phase of facts.roadmap.phases.slice(0, TOLD.short)) {
      must.push({
        any: [
          `roadmap.phase.${phase.index}`,
          `roadmap.phase.${phase.index}.skills`,
          `roadmap.phase.${phase.index}.weeks`,
        ],
        what: `phase ${phase.index}`,
      });
    }
    return must;
  },

  offline: (facts, style) =>
    [
      total(facts, style),
      [
        ...facts.roadmap.phases.slice(0, TOLD[style.length]).map((phase) => tell(facts, phase)),
        ...later(facts, style),
      ],
      left(facts),
    ].filter((paragraph) => paragraph.length > 0),

  tables: (facts) => (facts.roadmap.phases.length === 0 ? [] : [phasesTable(facts)]),
});

function total(facts: FactSheet, style: Style): SentenceDraft[] {
  const { roadmap } = facts;
  if (facts.skills.length === 0)
    return [say(facts, 'roadmap.no-skills', { counted: cite('count.all.asked', 'roadmap.phases') })];
  if (roadmap.phases.length === 0) {
    return facts.coverage.all.met === facts.coverage.all.asked
      ? [say(facts, 'roadmap.no-gap', { gaps: cite('count.all.gaps') })]
      : [];
  }
  const [weeks, phases] = [slot('roadmap.weeks'), slot('roadmap.phases')];
  const [perWeek, hours] = [slot('roadmap.hours-per-week'), slot('roadmap.hours')];
  const n = roadmap.phases.length;
  if (roadmap.origin === 'given') return [say(facts, 'roadmap.plan', { weeks, phases, perWeek, hours, n })];
  return [
    say(facts, 'roadmap.total', { perWeek, weeks, phases, n }),
    say(facts, 'roadmap.estimate', { hours, who: whoOf(style) }),
    ...(roadmap.totalWeeks > LONG && knows(facts, 'roadmap.length')
      ? [say(facts, 'roadmap.long', { length: slot('roadmap.length') })]
      : []),
  ];
}

function tell(facts: FactSheet, phase: Phase) {
  const id = `roadmap.phase.${phase.index}`;
  const given = facts.roadmap.origin === 'given';
  const teaches = phase.skills.length > 0;
  const title = { title: given ? slot(id) : '', titled: given ? 'yes' : 'no' };
  const weeks = slot(`${id}.weeks`);
  const goes = {
    phase: cite(id),
    skills: teaches ? listOf(`${id}.skills`, skillsOf(facts, phase)) : '',
    teaches: teaches ? 'yes' : 'no',
  };
  const n = facts.roadmap.phases.length;
  if (phase.index === 1) return say(facts, 'roadmap.first', { ...title, weeks, ...goes, n });
  if (phase.index === n)
    return say(facts, 'roadmap.last', { ...title, weeks, ...goes, end: slot(`${id}.end`) });
  const [number, start] = [slot(`${id}.number`), slot(`${id}.start`)];
  return pick(facts, `phase-${phase.index}`, [
    say(facts, 'roadmap.phase', { number, ...title, start, weeks, ...goes }),
    say(facts, 'roadmap.phase.other', { start, number, ...title, ...goes, weeks }),
  ]);
}

function skillsOf({ skills }: FactSheet, phase: Phase) {
  return skills.filter((skill) => phase.skills.some((taught) => taught.id === skill.id));
}

/** Phases that the prose does not tell one by one, named by what they teach. */
function later(facts: FactSheet, style: Style): SentenceDraft[] {
  const rest = facts.roadmap.phases.slice(TOLD[style.length]);
  if (rest.length === 0) return [];
  const phases = cite(...rest.map((phase) => `roadmap.phase.${phase.index}`));
  if (rest.length > 4) return [say(facts, 'roadmap.later-table', { phases })];
  const lists = rest.map((phase) => listOf(`roadmap.phase.${phase.index}.skills`, skillsOf(facts, phase)));
  const then = wordsOf(facts).say('roadmap.then');
  const skills = words(lists.map((list) => list.text).join(then), ...lists.flatMap((list) => list.facts));
  return [say(facts, 'roadmap.later', { phases, skills, n: rest.length })];
}

function left(facts: FactSheet): SentenceDraft[] {
  const told = (reason: Roadmap['left'][number]['reason'], id: MessageId, more = {}) => {
    const ids = facts.roadmap.left.filter((item) => item.reason === reason).map((item) => item.id);
    const skills = facts.skills.filter((skill) => ids.includes(skill.id));
    if (skills.length === 0) return [];
    return [say(facts, id, { ...more, skills: listOf(`roadmap.left.${reason}`, skills), n: skills.length })];
  };
  return [
    ...told('horizon', 'roadmap.left-horizon', { horizon: slot('roadmap.horizon') }),
    ...told('prerequisite', 'roadmap.left-prerequisite'),
    ...told('credential', 'roadmap.left-credential'),
    ...told('not-in-plan', 'roadmap.left-unplanned'),
  ];
}

function phasesTable(facts: FactSheet): Table {
  const { roadmap } = facts;
  const words = wordsOf(facts);
  const activities = roadmap.phases.some((phase) => phase.activities.length > 0);
  const title = roadmap.origin === 'given';
  return {
    kind: 'table',
    id: 'roadmap',
    caption: words.say(title ? 'table.plan' : 'table.roadmap'),
    columns: [
      { title: words.say('table.phase'), align: 'right' },
      ...(title ? [{ title: words.say('table.title'), align: 'left' as const }] : []),
      { title: words.say('table.phase-skills'), align: 'left' },
      { title: words.say('table.weeks'), align: 'left' },
      { title: words.say('table.length'), align: 'right' },
      { title: words.say('table.hours'), align: 'right' },
      ...(activities ? [{ title: words.say('table.activities'), align: 'left' as const }] : []),
    ],
    rows: roadmap.phases.map((phase) =>
      [
        String(phase.index),
        ...(title ? [phase.title] : []),
        phase.skills.map((skill) => skill.name).join(', '),
        phase.startWeek === phase.endWeek
          ? `${phase.startWeek}`
          : words.say('table.week-range', { from: phase.startWeek, to: phase.endWeek }),
        words.measure(phase.weeks, 'week'),
        words.number(phase.hours),
        ...(activities ? [phase.activities.join('; ')] : []),
      ].map((text) => ({ text })),
    ),
  };
}

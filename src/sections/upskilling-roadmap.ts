import type { FactSheet, Phase, Roadmap, Table } from '../../schemas/index.ts';
import { formatNumber } from '../facts/index.ts';
import { isAre, pick, say, slot, words } from './phrase.ts';
import { countOf, knows, listOf } from './pieces.ts';
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

  tables: (facts) => (facts.roadmap.phases.length === 0 ? [] : [phasesTable(facts.roadmap)]),
});

function total(facts: FactSheet, style: Style): SentenceDraft[] {
  const { roadmap } = facts;
  if (facts.skills.length === 0)
    return [
      say`Without skills that the role asks for ${words('there is no phase to plan', 'count.all.asked', 'roadmap.phases')}.`,
    ];
  if (roadmap.phases.length === 0) {
    return facts.coverage.all.met === facts.coverage.all.asked
      ? [say`There is ${words('no gap', 'count.all.gaps')} to close, so there is no phase to plan.`]
      : [];
  }
  const phases = countOf('roadmap.phases', roadmap.phases.length, 'phase');
  const consecutive = roadmap.phases.length > 1 ? ', one after the other' : '';
  if (roadmap.origin === 'given') {
    return [
      say`The plan runs for ${slot('roadmap.weeks')} in ${phases}${consecutive}; at ${slot('roadmap.hours-per-week')} a week that is ${slot('roadmap.hours')} in all.`,
    ];
  }
  return [
    say`At ${slot('roadmap.hours-per-week')} of study a week, the roadmap takes ${slot('roadmap.weeks')} in ${phases}${consecutive}.`,
    say`Its ${slot('roadmap.hours')} are an estimate from typical study times for each kind of skill and level, not a measurement of ${style.person === 'second' ? 'you' : 'this person'}.`,
    ...(roadmap.totalWeeks > LONG && knows(facts, 'roadmap.length')
      ? [
          say`That is ${slot('roadmap.length')}, so it pays to settle on the first phases and to look again after them.`,
        ]
      : []),
  ];
}

function tell(facts: FactSheet, phase: Phase) {
  const id = `roadmap.phase.${phase.index}`;
  const weeks = slot(`${id}.weeks`);
  const skills = listOf(
    `${id}.skills`,
    facts.skills.filter((skill) => phase.skills.some((taught) => taught.id === skill.id)),
  );
  const titled = facts.roadmap.origin === 'given' ? words(` (“{{${id}}}”)`, id) : '';
  const goes =
    phase.skills.length === 0
      ? words('teaches no single skill', id)
      : words(`teaches ${skills.text}`, id, ...skills.facts);
  const last = phase.index === facts.roadmap.phases.length;
  if (phase.index === 1)
    return say`${facts.roadmap.phases.length === 1 ? 'Its only phase' : 'The first phase'}${titled}, ${weeks} long, ${goes}.`;
  if (last) return say`The last phase${titled}, ${weeks} long, ${goes} and ends with ${slot(`${id}.end`)}.`;
  return pick(facts, `phase-${phase.index}`, [
    say`${slot(`${id}.number`)}${titled} starts in ${slot(`${id}.start`)}, takes ${weeks} and ${goes}.`,
    say`From ${slot(`${id}.start`)} on, ${slot(`${id}.number`)}${titled} ${goes} and takes ${weeks}.`,
  ]);
}

/** Phases that the prose does not tell one by one, named by what they teach. */
function later(facts: FactSheet, style: Style): SentenceDraft[] {
  const rest = facts.roadmap.phases.slice(TOLD[style.length]);
  if (rest.length === 0) return [];
  const ids = rest.map((phase) => `roadmap.phase.${phase.index}`);
  if (rest.length > 4) return [say`The phases after these ${words('stand in the table', ...ids)}.`];
  const lists = rest.map((phase) =>
    listOf(
      `roadmap.phase.${phase.index}.skills`,
      facts.skills.filter((skill) => phase.skills.some((taught) => taught.id === skill.id)),
    ),
  );
  const texts = words(lists.map((list) => list.text).join('; then '), ...lists.flatMap((list) => list.facts));
  return [say`After these ${words(rest.length === 1 ? 'comes' : 'come', ...ids)} ${texts}.`];
}

function left(facts: FactSheet): SentenceDraft[] {
  const byReason = (reason: Roadmap['left'][number]['reason']) => {
    const ids = facts.roadmap.left.filter((item) => item.reason === reason).map((item) => item.id);
    return facts.skills.filter((skill) => ids.includes(skill.id));
  };
  const sentences: SentenceDraft[] = [];
  const [horizon, prerequisite, credential, unplanned] = (
    ['horizon', 'prerequisite', 'credential', 'not-in-plan'] as const
  ).map(byReason) as [typeof facts.skills, typeof facts.skills, typeof facts.skills, typeof facts.skills];
  if (horizon.length > 0) {
    sentences.push(
      say`Within ${slot('roadmap.horizon')} there is no room for ${listOf('roadmap.left.horizon', horizon)}; ${horizon.length === 1 ? 'that gap stays' : 'those gaps stay'} open.`,
    );
  }
  if (prerequisite.length > 0) {
    sentences.push(
      say`${listOf('roadmap.left.prerequisite', prerequisite)} ${isAre(prerequisite.length)} left as well, because what ${prerequisite.length === 1 ? 'it builds' : 'they build'} on does not fit.`,
    );
  }
  if (credential.length > 0) {
    sentences.push(
      say`${listOf('roadmap.left.credential', credential)} ${isAre(credential.length)} granted by an issuer and cannot be scheduled as study.`,
    );
  }
  if (unplanned.length > 0) {
    sentences.push(
      say`No phase of the plan covers ${listOf('roadmap.left.not-in-plan', unplanned)}, so ${unplanned.length === 1 ? 'that gap stays' : 'those gaps stay'} open.`,
    );
  }
  return sentences;
}

function phasesTable(roadmap: Roadmap): Table {
  const activities = roadmap.phases.some((phase) => phase.activities.length > 0);
  const title = roadmap.origin === 'given';
  return {
    kind: 'table',
    id: 'roadmap',
    caption:
      roadmap.origin === 'given'
        ? 'The plan, phase by phase'
        : 'The roadmap, phase by phase (hours and weeks are estimates)',
    columns: [
      { title: 'Phase', align: 'right' },
      ...(title ? [{ title: 'Title', align: 'left' as const }] : []),
      { title: 'Skills', align: 'left' },
      { title: 'Weeks', align: 'left' },
      { title: 'Length', align: 'right' },
      { title: 'Hours', align: 'right' },
      ...(activities ? [{ title: 'Activities', align: 'left' as const }] : []),
    ],
    rows: roadmap.phases.map((phase) =>
      [
        String(phase.index),
        ...(title ? [phase.title] : []),
        phase.skills.map((skill) => skill.name).join(', '),
        phase.startWeek === phase.endWeek ? `${phase.startWeek}` : `${phase.startWeek} to ${phase.endWeek}`,
        `${phase.weeks} ${phase.weeks === 1 ? 'week' : 'weeks'}`,
        formatNumber(phase.hours),
        ...(activities ? [phase.activities.join('; ')] : []),
      ].map((text) => ({ text })),
    ),
  };
}

import type { AskedSkill, FactSheet, Gate, Table, Tier } from '../../schemas/index.ts';
import { formatShare, SMALL_SAMPLE } from '../facts/index.ts';
import { isAre, join, type Piece, pick, say, slot, words } from './phrase.ts';
import { allOf, gapsByRank, inTier, knows, listOf, skillName } from './pieces.ts';
import { defineSection, idsLike, type MustMention, type SentenceDraft } from './section.ts';

/** What is there, what is partly there, what is missing, tier by tier, and what no course can mend. */
export const skillGapAssessment = defineSection({
  id: 'skill-gap-assessment',
  title: 'Skill Gap Assessment',

  brief: (facts) =>
    idsLike(facts, [
      'candidate.name',
      'candidate.experience',
      'role.title',
      'role.years',
      'count.*.*',
      'coverage.*',
      'list.*.*',
      'list.gaps',
      'skill.*',
      'skill.*.status',
      'skill.*.tier',
      'skill.*.level.*',
      'skill.*.share',
      'skill.*.steps',
      'skill.*.rank',
      'skill.*.related',
      'skill.*.any-of',
      'gate.**',
    ]),

  mustMention(facts) {
    const must: MustMention[] = [];
    if (facts.coverage.core.asked > 0)
      must.push({
        any: ['coverage.core', 'count.core.met', 'list.core.met'],
        what: 'the coverage of the core',
      });
    for (const gap of gapsByRank(facts).slice(0, 3)) {
      must.push({
        any: [
          `skill.${gap.id}`,
          `skill.${gap.id}.status`,
          `list.${gap.tier}.${gap.status}`,
          'list.gaps',
          'list.gaps.top',
        ],
        what: `the gap ${gap.name}`,
      });
    }
    return must;
  },

  offline: (facts) =>
    [
      coverage(facts),
      ...(['core', 'preferred', 'emerging'] as const).map((tier) => tierParagraph(facts, tier)),
      [...headStarts(facts), ...gates(facts)],
    ].filter((paragraph) => paragraph.length > 0),

  tables: (facts) => (facts.skills.length === 0 ? [] : [skillsTable(facts)]),
});

function coverage(facts: FactSheet): SentenceDraft[] {
  const { core, all } = facts.coverage;
  const scope = core.asked > 0 ? 'core' : 'all';
  const part = facts.coverage[scope];
  if (part.asked === 0)
    return [
      say`There is ${words('nothing to compare', 'count.all.asked')}: the source of the role lists no skills for it.`,
    ];
  const what = scope === 'core' ? 'the core' : 'the role';
  const half =
    part.partial > 0
      ? words(
          ', a skill held below its level counting {{coverage.partial-weight}}',
          'coverage.partial-weight',
        )
      : '';
  const sentences: SentenceDraft[] = [];
  if (part.met === part.asked)
    sentences.push(
      say`Every ${scope === 'core' ? 'core ' : ''}skill is met, so the coverage of ${what} is ${slot(`coverage.${scope}`)}.`,
    );
  else if ([part.missing, part.partial].includes(part.asked)) {
    const state = part.missing === part.asked ? 'missing' : 'held below the level asked for';
    const key = part.missing === part.asked ? 'missing' : 'partial';
    const subject =
      part.asked === 1
        ? words('its one skill is', `count.${scope}.${key}`)
        : words(
            `${allOf(`count.${scope}.${key}`, part.asked).text} ${scope === 'core' ? 'core ' : ''}skills are`,
            `count.${scope}.${key}`,
          );
    sentences.push(say`Coverage of ${what} is ${slot(`coverage.${scope}`)}: ${subject} ${state}${half}.`);
  } else {
    const parts: Piece[] = [];
    if (part.met > 0)
      parts.push(words(`{{count.${scope}.met}} ${isAre(part.met)} met`, `count.${scope}.met`));
    if (part.partial > 0)
      parts.push(
        words(`{{count.${scope}.partial}} ${isAre(part.partial)} held in part`, `count.${scope}.partial`),
      );
    if (part.missing > 0)
      parts.push(
        words(`{{count.${scope}.missing}} ${isAre(part.missing)} missing`, `count.${scope}.missing`),
      );
    const of =
      part.asked === 1
        ? words('of one skill', `count.${scope}.asked`)
        : words(`of {{count.${scope}.asked}} skills`, `count.${scope}.asked`);
    sentences.push(
      pick(facts, 'coverage', [
        say`Coverage of ${what} is ${slot(`coverage.${scope}`)}: ${of}, ${join(parts)}${half}.`,
        say`${slot(`coverage.${scope}`)} of ${what} is covered: ${of}, ${join(parts)}${half}.`,
      ]),
    );
  }
  if (scope === 'core' && all.asked > core.asked && all.value !== null) {
    sentences.push(
      say`Over all ${slot('count.all.asked')} skills that the role lists, coverage is ${slot('coverage.all')}.`,
    );
  }
  return sentences;
}

function tierParagraph(facts: FactSheet, tier: Tier): SentenceDraft[] {
  const [met, partial, missing] = (['met', 'partial', 'missing'] as const).map((status) =>
    inTier(facts, tier, status),
  ) as [AskedSkill[], AskedSkill[], AskedSkill[]];
  const asked = met.length + partial.length + missing.length;
  if (asked === 0) return [];
  const sentences: SentenceDraft[] = [];
  const among = {
    core: 'In the core',
    preferred: 'Among the preferred skills',
    emerging: 'Among the emerging skills',
  }[tier];
  const missingList = listOf(`list.${tier}.missing`, missing);
  const metList = listOf(`list.${tier}.met`, met);
  if (missing.length > 0 && met.length > 0) {
    sentences.push(
      pick(facts, `tier-${tier}`, [
        say`${among}, ${metList} ${isAre(met.length)} met, while ${missingList} ${isAre(missing.length)} missing.`,
        say`${among}, ${missingList} ${isAre(missing.length)} missing; ${metList} ${isAre(met.length)} met.`,
      ]),
    );
  } else if (missing.length > 0)
    sentences.push(say`${among}, ${missingList} ${isAre(missing.length)} missing.`);
  else if (met.length > 0) sentences.push(say`${among}, ${metList} ${isAre(met.length)} met.`);
  for (const skill of partial.slice(0, 4)) sentences.push(distance(skill));
  const more = partial.slice(4);
  if (more.length > 0)
    sentences.push(
      say`${join(more.slice(0, 6).map((skill) => skillName(skill)))} ${isAre(Math.min(more.length, 6))} held below the level asked for as well.`,
    );
  return sentences;
}

function distance(skill: AskedSkill): SentenceDraft {
  const id = `skill.${skill.id}`;
  const [heldAt, asked] = [slot(`${id}.level.held`), slot(`${id}.level.asked`)];
  return say`${skillName(skill)} is held at ${heldAt} level, ${slot(`${id}.steps`)} below the ${asked} level asked for.`;
}

/** Head starts by what gives them: one sentence for all gaps that the same skills help with. */
function headStarts(facts: FactSheet): SentenceDraft[] {
  const groups = new Map<string, AskedSkill[]>();
  for (const gap of gapsByRank(facts).filter((item) => item.related.length > 0)) {
    const key = gap.related
      .slice(0, 3)
      .map((skill) => skill.name)
      .join('|');
    groups.set(key, [...(groups.get(key) ?? []), gap]);
  }
  return [...groups.values()].slice(0, 3).map((gaps) => {
    const related = gaps[0]?.related.slice(0, 3) ?? [];
    const from = join(
      // A member of a group has no facts of its own: there the gap's own fact speaks for it.
      related.map((skill) =>
        words(
          skill.name,
          ...[`skill.${skill.id}`, `skill.${skill.id}.status`].filter((id) => knows(facts, id)),
        ),
      ),
    );
    const names = join(
      gaps
        .slice(0, 4)
        .map((gap) =>
          words(gap.name, `skill.${gap.id}`, `skill.${gap.id}.status`, `skill.${gap.id}.related`),
        ),
    );
    const one = related.length === 1;
    return say`${from}, which ${one ? 'is' : 'are'} held, ${one ? 'gives' : 'give'} a head start on ${names} without closing ${gaps.length === 1 ? 'that gap' : 'those gaps'}.`;
  });
}

/** Years first, then the other conditions by how they stand. */
function gates(facts: FactSheet): SentenceDraft[] {
  const others = facts.gates.filter((gate) => gate.kind !== 'years');
  const names = (status: Gate['status']) =>
    others
      .filter((gate) => gate.status === status)
      .map((gate) => words(gate.name, `gate.${gate.id}`, `gate.${gate.id}.status`));
  const [met, unmet, unknown] = [names('met'), names('not met'), names('unknown')];
  return [
    ...facts.gates.filter((gate) => gate.kind === 'years').map((gate) => yearsSentence(facts, gate)),
    ...(met.length > 0 ? [say`Among the conditions of entry, ${join(met)} ${isAre(met.length)} met.`] : []),
    ...(unmet.length > 0
      ? [
          say`${join(unmet)} ${isAre(unmet.length)} not met by what the resume names, and study hours do not change that.`,
        ]
      : []),
    ...(unknown.length > 0
      ? [say`Whether ${join(unknown)} ${isAre(unknown.length)} met cannot be told from the resume.`]
      : []),
  ];
}

function yearsSentence(facts: FactSheet, gate: Gate): SentenceDraft {
  const id = `gate.${gate.id}`;
  const cites = [id, `${id}.status`];
  if (gate.status === 'unknown' || !knows(facts, 'candidate.experience')) {
    return say`The role asks for ${slot(`${id}.asked`)} of experience; ${words('the resume dates no work to compare', ...cites)}.`;
  }
  return gate.status === 'met'
    ? say`The ${slot(`${id}.asked`)} of experience asked for ${words('are there', ...cites)}: the dated work adds up to ${slot(`${id}.found`)}.`
    : say`The role asks for ${slot(`${id}.asked`)} of experience and the dated work adds up to ${slot(`${id}.found`)}, so ${words('that condition is not met', ...cites)}.`;
}

function shareCell({ share, sample }: AskedSkill): string {
  if (share === null) return 'not given';
  return sample && sample.of < SMALL_SAMPLE ? `${sample.postings} of ${sample.of}` : formatShare(share);
}

const STATUS_WORDS = { met: 'met', partial: 'partly held', missing: 'missing' } as const;

function skillsTable(facts: FactSheet): Table {
  const shares = facts.skills.some((skill) => skill.share !== null);
  return {
    kind: 'table',
    id: 'skills',
    caption: 'Every skill of the role',
    columns: [
      { title: 'Skill', align: 'left' },
      { title: 'Tier', align: 'left' },
      { title: 'Asked for', align: 'left' },
      { title: 'Held', align: 'left' },
      { title: 'Status', align: 'left' },
      ...(shares ? [{ title: 'Share of postings', align: 'right' as const }] : []),
      { title: 'Priority', align: 'right' },
    ],
    rows: facts.skills.map((skill) =>
      [
        skill.anyOf
          ? `${skill.name} (any of: ${skill.anyOf.map((member) => member.name).join(', ')})`
          : skill.name,
        skill.tier,
        skill.levelAsked ?? 'any level',
        skill.held ? (skill.levelHeld ?? 'level not given') : 'no',
        STATUS_WORDS[skill.status],
        ...(shares ? [shareCell(skill)] : []),
        skill.rank === null ? '' : String(skill.rank),
      ].map((text) => ({ text })),
    ),
  };
}

import type { AskedSkill, FactSheet, Gate, Level, Table, Tier } from '../../schemas/index.ts';
import { type MessageId, SMALL_SAMPLE, type Words, wordsOf } from '../language/index.ts';
import { cite, join, type Piece, pick, piece, say, slot, words } from './phrase.ts';
import { gapsByRank, inTier, knows, listOf, skillName } from './pieces.ts';
import { defineSection, idsLike, type MustMention, type SentenceDraft } from './section.ts';

/** What is there, what is partly there, what is missing, tier by tier, and what no course can mend. */
export const skillGapAssessment = defineSection({
  id: 'skill-gap-assessment',
  title: 'Skill Gap Assessment',
  titleId: 'title.skill-gap-assessment',

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
  if (part.asked === 0) return [say(facts, 'gaps.nothing', { counted: cite('count.all.asked') })];
  const sentences: SentenceDraft[] = [];
  const value = slot(`coverage.${scope}`);
  const weighed = {
    half: part.partial > 0 ? 'yes' : 'no',
    weight: part.partial > 0 ? slot('coverage.partial-weight') : '',
    scope,
    n: part.asked,
  };
  if (part.met === part.asked) sentences.push(say(facts, 'gaps.all-met', { coverage: value, scope }));
  else if ([part.missing, part.partial].includes(part.asked)) {
    const state = part.missing === part.asked ? 'missing' : 'partial';
    sentences.push(
      say(facts, 'gaps.all-alike', {
        coverage: value,
        count: slot(`count.${scope}.${state}`),
        state,
        ...weighed,
      }),
    );
  } else {
    const parts = (['met', 'partial', 'missing'] as const)
      .filter((status) => part[status] > 0)
      .map((status) =>
        piece(facts, 'gaps.part', { count: slot(`count.${scope}.${status}`), n: part[status], status }),
      );
    const args = {
      coverage: value,
      total: slot(`count.${scope}.asked`),
      parts: join(facts, parts),
      ...weighed,
    };
    sentences.push(
      pick(facts, 'coverage', [say(facts, 'gaps.coverage', args), say(facts, 'gaps.coverage.other', args)]),
    );
  }
  if (scope === 'core' && all.asked > core.asked && all.value !== null) {
    sentences.push(
      say(facts, 'gaps.over-all', { total: slot('count.all.asked'), coverage: slot('coverage.all') }),
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
  const forms = { tier, n: met.length, m: missing.length };
  const missingList = listOf(`list.${tier}.missing`, missing);
  const metList = listOf(`list.${tier}.met`, met);
  if (missing.length > 0 && met.length > 0) {
    sentences.push(
      pick(facts, `tier-${tier}`, [
        say(facts, 'gaps.tier', { met: metList, missing: missingList, ...forms }),
        say(facts, 'gaps.tier.other', { missing: missingList, met: metList, ...forms }),
      ]),
    );
  } else if (missing.length > 0)
    sentences.push(say(facts, 'gaps.tier-missing', { missing: missingList, ...forms }));
  else if (met.length > 0) sentences.push(say(facts, 'gaps.tier-met', { met: metList, ...forms }));
  for (const skill of partial.slice(0, 4)) sentences.push(distance(facts, skill));
  const more = partial.slice(4, 10);
  if (more.length > 0) {
    const names = join(
      facts,
      more.map((skill) => skillName(skill)),
    );
    sentences.push(say(facts, 'gaps.more-partial', { names, n: more.length }));
  }
  return sentences;
}

function distance(facts: FactSheet, skill: AskedSkill): SentenceDraft {
  const id = `skill.${skill.id}`;
  return say(facts, 'gaps.distance', {
    skill: skillName(skill),
    held: slot(`${id}.level.held`),
    steps: slot(`${id}.steps`),
    asked: slot(`${id}.level.asked`),
    heldLevel: skill.levelHeld ?? 'beginner',
    askedLevel: skill.levelAsked ?? 'beginner',
    n: skill.steps,
  });
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
      facts,
      // A member of a group has no facts of its own: there the gap's own fact speaks for it.
      related.map((skill) =>
        words(
          skill.name,
          ...[`skill.${skill.id}`, `skill.${skill.id}.status`].filter((id) => knows(facts, id)),
        ),
      ),
    );
    const names = join(
      facts,
      gaps
        .slice(0, 4)
        .map((gap) =>
          words(gap.name, `skill.${gap.id}`, `skill.${gap.id}.status`, `skill.${gap.id}.related`),
        ),
    );
    return say(facts, 'gaps.head-start', { related: from, gaps: names, n: related.length, m: gaps.length });
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
  const told = (id: MessageId, named: readonly Piece[]) =>
    named.length === 0 ? [] : [say(facts, id, { gates: join(facts, named), n: named.length })];
  return [
    ...facts.gates.filter((gate) => gate.kind === 'years').map((gate) => yearsSentence(facts, gate)),
    ...told('gaps.gates-met', met),
    ...told('gaps.gates-unmet', unmet),
    ...told('gaps.gates-unknown', unknown),
  ];
}

function yearsSentence(facts: FactSheet, gate: Gate): SentenceDraft {
  const id = `gate.${gate.id}`;
  const [asked, found, standing] = [slot(`${id}.asked`), slot(`${id}.found`), cite(id, `${id}.status`)];
  if (gate.status === 'unknown' || !knows(facts, 'candidate.experience'))
    return say(facts, 'gaps.years-unknown', { asked, standing });
  return gate.status === 'met'
    ? say(facts, 'gaps.years-met', { asked, standing, found })
    : say(facts, 'gaps.years-unmet', { asked, found, standing });
}

function shareCell({ share, sample }: AskedSkill, words: Words): string {
  if (share === null) return words.say('table.not-given');
  return sample && sample.of < SMALL_SAMPLE
    ? words.say('table.counted', { postings: sample.postings, total: sample.of })
    : words.share(share);
}

function skillsTable(facts: FactSheet): Table {
  const words = wordsOf(facts);
  const shares = facts.skills.some((skill) => skill.share !== null);
  const level = (name: Level | null, none: MessageId) =>
    name === null ? words.say(none) : words.say('fact.level', { level: name });
  return {
    kind: 'table',
    id: 'skills',
    caption: words.say('table.skills'),
    columns: [
      { title: words.say('table.skill'), align: 'left' },
      { title: words.say('table.tier'), align: 'left' },
      { title: words.say('table.asked'), align: 'left' },
      { title: words.say('table.held'), align: 'left' },
      { title: words.say('table.status'), align: 'left' },
      ...(shares ? [{ title: words.say('table.share'), align: 'right' as const }] : []),
      { title: words.say('table.priority'), align: 'right' },
    ],
    rows: facts.skills.map((skill) =>
      [
        skill.anyOf
          ? words.say('table.any-of', {
              skill: skill.name,
              members: skill.anyOf.map((member) => member.name).join(', '),
            })
          : skill.name,
        words.say('fact.tier', { tier: skill.tier }),
        level(skill.levelAsked, 'table.any-level'),
        skill.held ? level(skill.levelHeld, 'table.level-not-given') : words.say('table.not-held'),
        words.say('table.status-word', { status: skill.status }),
        ...(shares ? [shareCell(skill, words)] : []),
        skill.rank === null ? '' : String(skill.rank),
      ].map((text) => ({ text })),
    ),
  };
}

import type { AskedSkill, FactSheet } from '../../schemas/index.ts';
import { byTone, isAre, join, type Piece, pick, say, slot, words } from './phrase.ts';
import {
  allOf,
  candidateOf,
  countOf,
  gapsByRank,
  inTier,
  knows,
  listOf,
  shareOf,
  skillName,
} from './pieces.ts';
import { defineSection, idsLike, type MustMention, type SentenceDraft } from './section.ts';
import { formsOf, type Style } from './style.ts';

/** The verdict in a few sentences: where the candidate stands, what counts most, what it takes. */
export const executiveSummary = defineSection({
  id: 'executive-summary',
  title: 'Executive Summary',

  brief: (facts) =>
    idsLike(facts, [
      'candidate.name',
      'candidate.experience',
      'candidate.experience.short',
      'candidate.label',
      'role.title',
      'role.years',
      'role.demand',
      'role.salary',
      'count.*.*',
      'coverage.core',
      'coverage.all',
      'list.*.*',
      'list.gaps',
      'skill.*',
      'skill.*.status',
      'skill.*.tier',
      'skill.*.share',
      'roadmap.weeks',
      'roadmap.hours',
      'roadmap.hours-per-week',
      'roadmap.phases',
      'roadmap.horizon',
      'roadmap.left.*',
      'gate.*',
      'gate.*.status',
    ]),

  mustMention(facts) {
    const must: MustMention[] = [{ any: ['role.title'], what: 'the role' }];
    const scope = scopeOf(facts);
    const [list, first] = [`list.${scope}`, gapsByRank(facts)[0]];
    must.push({
      any: [`count.${scope}.met`, `coverage.${scope}`, `${list}.met`, `count.${scope}.asked`],
      what: `how many of the ${scope} skills are met`,
    });
    if (first)
      must.push({
        any: [`skill.${first.id}`, `skill.${first.id}.status`, 'list.gaps.top', 'list.gaps'],
        what: `the most pressing gap, ${first.name}`,
      });
    if (facts.roadmap.phases.length > 0)
      must.push({ any: ['roadmap.weeks'], what: 'the length of the roadmap' });
    return must;
  },

  offline: (facts, style) =>
    [
      [...verdict(facts, style), ...otherTiers(facts), ...pressing(facts, style)],
      [...market(facts), ...effort(facts), ...experience(facts, style)],
    ].filter((paragraph) => paragraph.length > 0),

  tables: () => [],
});

/** The core is the measure; a role without core skills is measured by all. */
function scopeOf(facts: FactSheet): 'core' | 'all' {
  return facts.coverage.core.asked > 0 ? 'core' : 'all';
}

function verdict(facts: FactSheet, style: Style): SentenceDraft[] {
  const { name, verb, resume } = candidateOf(style);
  const scope = scopeOf(facts);
  const { asked, met, partial, missing } = facts.coverage[scope];
  const skills = facts.skills.filter((skill) => scope === 'all' || skill.tier === scope);
  const kind = scope === 'core' ? 'core ' : '';
  const [title, total, metCount] = [
    slot('role.title'),
    slot(`count.${scope}.asked`),
    slot(`count.${scope}.met`),
  ];
  const [only] = skills;

  if (asked === 0)
    return [
      say`What the ${title} role asks for is ${words('not known', `count.${scope}.asked`)}, so no gap can be told.`,
    ];
  if (asked === 1 && only) {
    const the = words(`the ${kind}skill`, `count.${scope}.asked`);
    if (met === 1)
      return [say`${name} ${verb('meets', 'meet')} ${the} of the ${title} role, ${skillName(only)}.`];
    if (partial === 1)
      return [
        say`${name} ${verb('holds', 'hold')} ${the} of the ${title} role, ${skillName(only)}, below the level asked for.`,
      ];
    return [say`${the} of the ${title} role, ${skillName(only)}, is missing from ${resume}.`];
  }
  if (met === asked)
    return [
      say`${name} ${verb('meets', 'meet')} ${allOf(`count.${scope}.asked`, asked)} ${kind}skills of the ${title} role.`,
    ];
  if (met === 0 && partial === 0) {
    return [
      say`${resume} shows ${asked === 2 ? 'neither' : 'none'} of the ${total} ${kind}skills of the ${title} role.`,
    ];
  }
  if (met === 0) {
    const rest =
      missing > 0
        ? words(`, and {{count.${scope}.missing}} ${isAre(missing)} missing`, `count.${scope}.missing`)
        : '';
    return [
      say`${name} ${verb('meets', 'meet')} ${asked === 2 ? 'neither' : 'none'} of the ${total} ${kind}skills of the ${title} role in full: ${missing > 0 ? slot(`count.${scope}.partial`) : allOf(`count.${scope}.partial`, partial)} ${isAre(partial)} held below the level asked for${rest}.`,
    ];
  }
  const names =
    met <= 3
      ? words(
          `: {{list.${scope}.met}}`,
          ...listOf(
            `list.${scope}.met`,
            skills.filter((s) => s.status === 'met'),
          ).facts,
        )
      : '';
  return [
    pick(facts, 'verdict', [
      say`${name} ${verb('meets', 'meet')} ${metCount} of the ${total} ${kind}skills of the ${title} role${names}.`,
      say`Of the ${total} ${kind}skills that the ${title} role asks for, ${name} ${verb('meets', 'meet')} ${metCount}${names}.`,
    ]),
    ...shortfall(facts, scope, partial, missing),
  ];
}

function shortfall(
  facts: FactSheet,
  scope: 'core' | 'all',
  partial: number,
  missing: number,
): SentenceDraft[] {
  // The one gap there is is named by the sentence on what weighs most.
  if (facts.coverage.all.partial + facts.coverage.all.missing === 1) return [];
  const partly = words(
    `{{count.${scope}.partial}} ${partial === 1 ? 'more is' : 'more are'} held below the level asked for`,
    `count.${scope}.partial`,
  );
  if (partial > 0 && missing > 0)
    return [say`${partly}, and ${slot(`count.${scope}.missing`)} ${isAre(missing)} missing.`];
  if (partial > 0) return [say`${partly}; none is missing.`];
  const skills = facts.skills.filter(
    (skill) => (scope === 'all' || skill.tier === scope) && skill.status === 'missing',
  );
  const [only] = skills;
  if (missing === 1 && only) return [say`The one still missing is ${skillName(only)}.`];
  return [say`The other ${slot(`count.${scope}.missing`)} are missing.`];
}

/** How the preferred and emerging skills stand, in one sentence; nothing where the verdict spoke of all. */
function otherTiers(facts: FactSheet): SentenceDraft[] {
  if (scopeOf(facts) === 'all') return [];
  const tiers = (['preferred', 'emerging'] as const).filter((tier) => facts.coverage[tier].asked > 0);
  if (
    tiers.length === 2 &&
    tiers.every((tier) => facts.coverage[tier].met === 0 && facts.coverage[tier].asked > 1)
  ) {
    const each = tiers.map((tier) =>
      words(`${noneOf(facts, tier)} ${tier}`, `count.${tier}.met`, `count.${tier}.asked`),
    );
    return [say`${join(each)} skills is met.`];
  }
  return tiers.map((tier) => say`${tierStanding(facts, tier)}.`);
}

function noneOf(facts: FactSheet, tier: 'preferred' | 'emerging'): string {
  return `${facts.coverage[tier].asked === 2 ? 'neither' : 'none'} of the {{count.${tier}.asked}}`;
}

const STANDING = {
  met: 'is met',
  partial: 'is held below the level asked for',
  missing: 'is missing',
} as const;

function tierStanding(facts: FactSheet, tier: 'preferred' | 'emerging'): Piece {
  const { asked, met } = facts.coverage[tier];
  const [count, of] = [`count.${tier}.met`, `count.${tier}.asked`];
  const [only] = inTier(facts, tier);
  if (asked === 1 && only)
    return words(
      `the one ${tier} skill, ${only.name}, ${STANDING[only.status]}`,
      of,
      ...skillName(only).facts,
    );
  if (met === asked) return words(`${allOf(of, asked).text} ${tier} skills are met`, count, of);
  if (met === 0) return words(`${noneOf(facts, tier)} ${tier} skills is met`, count, of);
  return words(`{{${count}}} of the {{${of}}} ${tier} skills ${isAre(met)} met`, count, of);
}

function pressing(facts: FactSheet, style: Style): SentenceDraft[] {
  const gaps = gapsByRank(facts);
  const [first] = gaps;
  if (!first) return [];
  const share =
    first.share === null
      ? ''
      : words(
          `, which ${shareOf(first).text} ${first.sample?.of === 1 ? 'names' : 'name'}`,
          `skill.${first.id}.share`,
        );
  if (gaps.length === 1) return [say`The only gap to close is ${skillName(first)}${share}.`];
  if (first.priority === gaps[Math.min(3, gaps.length - 1)]?.priority) return alike(facts, gaps);
  const top = listOf('list.gaps.top', gaps.slice(0, 3));
  const [, second, third] = gaps;
  const ranked =
    second !== undefined &&
    third !== undefined &&
    first.priority > second.priority &&
    second.priority > third.priority;
  const order = ranked ? ', in that order' : '';
  return [
    byTone(style, {
      plain: pick(facts, 'pressing', [
        say`The gaps that weigh most are ${top}${order}.`,
        say`Most pressing are ${top}${order}.`,
      ]),
      warm: say`The gaps that matter most are ${top}${order}.`,
      formal: say`The gaps of the highest priority are ${top}${order}.`,
    }),
  ];
}

/** Without shares and levels the first gaps weigh the same, and an order among them would be made up. */
function alike(facts: FactSheet, gaps: readonly AskedSkill[]): SentenceDraft[] {
  const tier = gaps[0]?.tier ?? 'core';
  const missing = inTier(facts, tier, 'missing');
  const same = gaps.every((gap) => gap.tier !== tier || gap.priority === gaps[0]?.priority);
  if (!same || missing.length === 0) return [];
  const weight = say`They weigh alike, since the role does not say how often each is asked for.`;
  return [
    say`What weighs most is the ${tier} tier, where ${listOf(`list.${tier}.missing`, missing)} ${isAre(missing.length)} missing.`,
    ...(missing.length > 1 && gaps[0]?.share === null
      ? [{ ...weight, facts: missing.map((skill) => `skill.${skill.id}.share`) }]
      : []),
  ];
}

function market(facts: FactSheet): SentenceDraft[] {
  const { demand, salary } = facts.role;
  const pay =
    salary === null
      ? ''
      : words(`the pay ${salary.min === salary.max ? 'is' : 'runs from'} {{role.salary}}`, 'role.salary');
  if (demand === null) return pay === '' ? [] : [say`For this role, ${pay}.`];
  return [
    pay === ''
      ? say`Demand for the role is ${slot('role.demand')}.`
      : say`Demand for the role is ${slot('role.demand')}, and ${pay}.`,
  ];
}

function effort(facts: FactSheet): SentenceDraft[] {
  const { roadmap } = facts;
  if (facts.skills.length === 0) return [];
  if (roadmap.phases.length === 0) {
    return gapsByRank(facts).length === 0
      ? [say`No learning is needed to meet what the role lists.`].map((s) => ({
          ...s,
          facts: ['count.all.gaps'],
        }))
      : [];
  }
  const phases = countOf('roadmap.phases', roadmap.phases.length, 'phase');
  const numbers = [slot('roadmap.weeks'), slot('roadmap.hours-per-week'), slot('roadmap.hours')] as const;
  if (roadmap.origin === 'given')
    return [
      say`The plan runs for ${numbers[0]} at ${numbers[1]} a week, ${numbers[2]} in all, in ${phases}.`,
    ];
  const sentence = say`By estimate, the roadmap takes ${numbers[0]} at ${numbers[1]} of study a week, ${numbers[2]} in ${phases}.`;
  const left = roadmap.left.some((item) => item.reason === 'horizon' || item.reason === 'prerequisite');
  return left
    ? [sentence, say`Within the limit of ${slot('roadmap.horizon')}, not every gap can be closed.`]
    : [sentence];
}

function experience(facts: FactSheet, style: Style): SentenceDraft[] {
  const { months } = facts.candidate;
  const { years } = facts.role;
  if (
    years === null ||
    months === null ||
    !knows(facts, 'candidate.experience.short') ||
    months >= years * 12
  )
    return [];
  const { subject, verb } = formsOf(style);
  const asked = slot('role.years');
  const has = words(`${subject} ${verb('has', 'have')} {{candidate.experience}}`, 'candidate.experience');
  return [
    byTone(style, {
      plain: say`Study does not replace time on the job: the role asks for ${asked} of experience, and ${has}.`,
      warm: say`Experience grows with time and not with courses: the role asks for ${asked}, and ${has}.`,
      formal: say`The role requires ${asked} of experience, whereas ${has}; study is no substitute.`,
    }),
  ];
}

import type { AskedSkill, FactSheet } from '../../schemas/index.ts';
import { byTone, cite, pick, say, slot, words } from './phrase.ts';
import { gapsByRank, inTier, knows, listOf, nameOf, shareOf, skillName, whoOf } from './pieces.ts';
import { defineSection, idsLike, type MustMention, type SentenceDraft } from './section.ts';
import type { Style } from './style.ts';

/** The verdict in a few sentences: where the candidate stands, what counts most, what it takes. */
export const executiveSummary = defineSection({
  id: 'executive-summary',
  title: 'Executive Summary',
  titleId: 'title.executive-summary',

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
  const scope = scopeOf(facts);
  const { asked, met, partial, missing } = facts.coverage[scope];
  const skills = facts.skills.filter((skill) => scope === 'all' || skill.tier === scope);
  const [name, title, total] = [nameOf(facts, style), slot('role.title'), slot(`count.${scope}.asked`)];
  const forms = { scope, who: whoOf(style), n: asked, p: partial, m: missing };
  const [only] = skills;

  if (asked === 0) return [say(facts, 'summary.unknown', { title, counted: cite(`count.${scope}.asked`) })];
  if (asked === 1 && only) {
    const [counted, skill] = [cite(`count.${scope}.asked`), skillName(only)];
    if (met === 1) return [say(facts, 'summary.one-met', { name, counted, title, skill, ...forms })];
    if (partial === 1) return [say(facts, 'summary.one-partial', { name, counted, title, skill, ...forms })];
    return [say(facts, 'summary.one-missing', { counted, title, skill, name, ...forms })];
  }
  if (met === asked) return [say(facts, 'summary.all-met', { name, total, title, ...forms })];
  if (met === 0 && partial === 0) return [say(facts, 'summary.none-met', { name, total, title, ...forms })];
  if (met === 0) {
    return [
      say(facts, 'summary.none-in-full', {
        name,
        total,
        title,
        partial: slot(`count.${scope}.partial`),
        missing: missing > 0 ? slot(`count.${scope}.missing`) : '',
        ...forms,
      }),
    ];
  }
  const few = met <= 3;
  const metSkills = skills.filter((skill) => skill.status === 'met');
  const names = few ? listOf(`list.${scope}.met`, metSkills) : '';
  const count = slot(`count.${scope}.met`);
  const told = { names, few: few ? 'yes' : 'no', ...forms, m: met };
  return [
    pick(facts, 'verdict', [
      say(facts, 'summary.some-met', { name, met: count, total, title, ...told }),
      say(facts, 'summary.some-met.other', { total, title, name, met: count, ...told }),
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
  const forms = { p: partial, m: missing };
  const [partly, absent] = [slot(`count.${scope}.partial`), slot(`count.${scope}.missing`)];
  if (partial > 0 && missing > 0)
    return [say(facts, 'summary.more-partly-missing', { partial: partly, missing: absent, ...forms })];
  if (partial > 0) return [say(facts, 'summary.more-partly', { partial: partly, ...forms })];
  const skills = facts.skills.filter(
    (skill) => (scope === 'all' || skill.tier === scope) && skill.status === 'missing',
  );
  const [only] = skills;
  if (missing === 1 && only) return [say(facts, 'summary.one-left', { skill: skillName(only) })];
  return [say(facts, 'summary.others-missing', { missing: absent })];
}

/** How the preferred and emerging skills stand, in one sentence; nothing where the verdict spoke of all. */
function otherTiers(facts: FactSheet): SentenceDraft[] {
  if (scopeOf(facts) === 'all') return [];
  const tiers = (['preferred', 'emerging'] as const).filter((tier) => facts.coverage[tier].asked > 0);
  if (
    tiers.length === 2 &&
    tiers.every((tier) => facts.coverage[tier].met === 0 && facts.coverage[tier].asked > 1)
  ) {
    const of = (tier: 'preferred' | 'emerging') =>
      words(`{{count.${tier}.asked}}`, `count.${tier}.met`, `count.${tier}.asked`);
    const { preferred, emerging } = facts.coverage;
    return [
      say(facts, 'summary.no-tier-met', {
        preferred: of('preferred'),
        emerging: of('emerging'),
        p: preferred.asked,
        e: emerging.asked,
      }),
    ];
  }
  return tiers.map((tier) => tierStanding(facts, tier));
}

function tierStanding(facts: FactSheet, tier: 'preferred' | 'emerging'): SentenceDraft {
  const { asked, met } = facts.coverage[tier];
  const [count, of] = [`count.${tier}.met`, `count.${tier}.asked`];
  const [only] = inTier(facts, tier);
  if (asked === 1 && only)
    return say(facts, 'summary.tier-one', {
      counted: cite(of),
      skill: skillName(only),
      tier,
      status: only.status,
    });
  const total = words(`{{${of}}}`, count, of);
  if (met === asked) return say(facts, 'summary.tier-all', { total, n: asked, tier });
  if (met === 0) return say(facts, 'summary.tier-none', { total, n: asked, tier });
  return say(facts, 'summary.tier-some', { met: slot(count), total: slot(of), m: met, n: asked, tier });
}

function pressing(facts: FactSheet, style: Style): SentenceDraft[] {
  const gaps = gapsByRank(facts);
  const [first] = gaps;
  if (!first) return [];
  if (gaps.length === 1)
    return [
      say(facts, 'summary.only-gap', {
        skill: skillName(first),
        told: first.share === null ? 'no' : first.sample?.of === 1 ? 'one' : 'many',
        share: first.share === null ? '' : shareOf(facts, first),
      }),
    ];
  if (first.priority === gaps[Math.min(3, gaps.length - 1)]?.priority) return alike(facts, gaps);
  const [, second, third] = gaps;
  const ranked =
    second !== undefined &&
    third !== undefined &&
    first.priority > second.priority &&
    second.priority > third.priority;
  const args = { top: listOf('list.gaps.top', gaps.slice(0, 3)), order: ranked ? 'yes' : 'no' };
  return [
    byTone(style, {
      plain: pick(facts, 'pressing', [
        say(facts, 'summary.pressing', args),
        say(facts, 'summary.pressing.other', args),
      ]),
      warm: say(facts, 'summary.pressing.warm', args),
      formal: say(facts, 'summary.pressing.formal', args),
    }),
  ];
}

/** Without shares and levels the first gaps weigh the same, and an order among them would be made up. */
function alike(facts: FactSheet, gaps: readonly AskedSkill[]): SentenceDraft[] {
  const tier = gaps[0]?.tier ?? 'core';
  const missing = inTier(facts, tier, 'missing');
  const same = gaps.every((gap) => gap.tier !== tier || gap.priority === gaps[0]?.priority);
  if (!same || missing.length === 0) return [];
  return [
    say(facts, 'summary.alike', {
      tier,
      missing: listOf(`list.${tier}.missing`, missing),
      n: missing.length,
    }),
    ...(missing.length > 1 && gaps[0]?.share === null
      ? [say(facts, 'summary.alike-why', { shares: cite(...missing.map(({ id }) => `skill.${id}.share`)) })]
      : []),
  ];
}

function market(facts: FactSheet): SentenceDraft[] {
  const { demand, salary } = facts.role;
  const pay = salary && {
    salary: slot('role.salary'),
    range: salary.min === salary.max ? 'one' : 'two',
  };
  if (demand === null) return pay ? [say(facts, 'summary.pay', pay)] : [];
  const told = { demand: slot('role.demand') };
  return [pay ? say(facts, 'summary.demand-pay', { ...told, ...pay }) : say(facts, 'summary.demand', told)];
}

function effort(facts: FactSheet): SentenceDraft[] {
  const { roadmap } = facts;
  if (facts.skills.length === 0) return [];
  if (roadmap.phases.length === 0) {
    return gapsByRank(facts).length === 0
      ? [say(facts, 'summary.no-learning', { gaps: cite('count.all.gaps') })]
      : [];
  }
  const sentence = say(facts, roadmap.origin === 'given' ? 'summary.plan' : 'summary.roadmap', {
    weeks: slot('roadmap.weeks'),
    perWeek: slot('roadmap.hours-per-week'),
    hours: slot('roadmap.hours'),
    phases: slot('roadmap.phases'),
    n: roadmap.phases.length,
  });
  const left = roadmap.left.some((item) => item.reason === 'horizon' || item.reason === 'prerequisite');
  return roadmap.origin === 'computed' && left
    ? [sentence, say(facts, 'summary.limit', { horizon: slot('roadmap.horizon') })]
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
  const id = byTone(style, {
    plain: 'summary.experience',
    warm: 'summary.experience.warm',
    formal: 'summary.experience.formal',
  } as const);
  return [
    say(facts, id, {
      asked: slot('role.years'),
      experience: slot('candidate.experience'),
      who: whoOf(style),
    }),
  ];
}

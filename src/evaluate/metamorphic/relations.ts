import type { AskedSkill, Case, FactSheet } from '../../../schemas/index.ts';
import { defineRelation, type Relation } from './relation.ts';

/** What follows from the status of one skill: sums, lists, order, the roadmap and the resources. */
const AFTER_STATUS = (id: string) => [
  `skill.${id}.**`,
  'skill.*.rank',
  'skill.*.related',
  'count.**',
  'coverage.**',
  'list.**',
  'roadmap.**',
  'resource.**',
  'resources.**',
];

const OTHER_NAME = 'Quill Farthingale';

const anotherName = defineRelation({
  id: 'another-name',
  description: 'The candidate has another name: only sentences that say the name may change.',
  keeps: 'sentences',
  mustShow: true,
  mayChange: () => ['candidate.name'],
  change: (theCase) =>
    theCase.resume.basics?.name
      ? {
          ...theCase,
          resume: { ...theCase.resume, basics: { ...theCase.resume.basics, name: OTHER_NAME } },
        }
      : undefined,
});

const permutedSkills = defineRelation({
  id: 'permuted-skills',
  description: 'The skills of resume and role stand in another order: nothing may change.',
  keeps: 'sentences',
  mustShow: false,
  mayChange: () => [],
  change: ({ resume, role, ...rest }) => ({
    ...rest,
    resume: { ...resume, ...(resume.skills && { skills: [...resume.skills].reverse() }) },
    role: { ...role, skills: [...role.skills].reverse() },
  }),
});

/** Unknown to the catalog, so that it is related to nothing that a role asks for. */
const IRRELEVANT = 'Competitive Yodelling';

const irrelevantSkill = defineRelation({
  id: 'irrelevant-skill',
  description:
    'The candidate holds one more skill that nobody asked for: only the number and list of extra skills may change.',
  keeps: 'sentences',
  mustShow: false,
  mayChange: () => ['count.extra', 'list.extra', 'extra.**', 'skill.competitive-yodelling.**'],
  change: (theCase) => ({
    ...theCase,
    resume: {
      ...theCase.resume,
      skills: [...(theCase.resume.skills ?? []), { name: IRRELEVANT, level: 'Advanced' }],
    },
  }),
});

const irrelevantWords = defineRelation({
  id: 'irrelevant-words',
  description: 'Summary, contact and interests of the resume read differently: nothing may change.',
  keeps: 'sentences',
  mustShow: false,
  mayChange: () => [],
  change: (theCase) => ({
    ...theCase,
    resume: {
      ...theCase.resume,
      basics: {
        ...theCase.resume.basics,
        summary: 'Likes long walks and short meetings.',
        email: 'someone@example.org',
        phone: '+00 000 0000',
      },
      interests: [{ name: 'Birdwatching', keywords: ['Herons'] }],
    },
  }),
});

const skillLost = defineRelation({
  id: 'skill-lost',
  description:
    'A skill that was met is on the resume no more: it is missing, and what follows from that may change; no other skill changes its status.',
  keeps: 'sections',
  mustShow: true,
  mayChange: (facts) => {
    const skill = loseable(facts);
    return skill ? [`skill.${skill.id}`, ...AFTER_STATUS(skill.id)] : [];
  },
  change(theCase, facts) {
    const skill = loseable(facts);
    if (!skill) return undefined;
    const names = new Set([skill.name, ...skill.spellings].map((name) => name.toLowerCase()));
    return {
      ...theCase,
      resume: {
        ...theCase.resume,
        skills: theCase.resume.skills?.filter(({ name }) => !names.has(name.toLowerCase())),
      },
    };
  },
});

/** A met skill that only the list of skills speaks of, so that striking it there makes it missing. */
function loseable({ skills }: FactSheet): AskedSkill | undefined {
  return skills.find(
    ({ status, evidence, anyOf }) =>
      status === 'met' && !anyOf && evidence.every(({ kind }) => kind === 'listed'),
  );
}

const higherPay = defineRelation({
  id: 'higher-pay',
  description: 'The role pays a tenth more: only what is said of the pay may change.',
  keeps: 'sentences',
  mustShow: true,
  mayChange: () => ['role.salary', 'role.salary.*'],
  change: (theCase) => {
    const salary = theCase.role.market?.salary;
    if (!salary || salary.max < 10) return undefined;
    const more = (amount: number) => Math.round(amount * 1.1);
    return withMarket(theCase, { salary: { ...salary, min: more(salary.min), max: more(salary.max) } });
  },
});

const otherDemand = defineRelation({
  id: 'other-demand',
  description: 'Demand for the role is another: only what is said of the demand may change.',
  keeps: 'sentences',
  mustShow: true,
  mayChange: () => ['role.demand'],
  change: (theCase) => {
    const demand = theCase.role.market?.demand;
    return demand && withMarket(theCase, { demand: demand === 'low' ? 'high' : 'low' });
  },
});

const moreYears = defineRelation({
  id: 'more-years',
  description:
    'The role asks for one year of experience more: only what is said of the years asked for may change.',
  keeps: 'sentences',
  mustShow: true,
  mayChange: () => ['role.years', 'gate.years-of-experience.**', 'candidate.experience.short'],
  change: (theCase) => {
    const years = theCase.role.experience?.years;
    return years === undefined
      ? undefined
      : { ...theCase, role: { ...theCase.role, experience: { years: years + 1 } } };
  },
});

const otherTier = defineRelation({
  id: 'other-tier',
  description:
    'A core skill that is met becomes a preferred one: no status may change, only its tier and the sums and lists of both tiers.',
  keeps: 'sections',
  mustShow: true,
  mayChange: (facts) => {
    const skill = metCore(facts);
    return skill ? [`skill.${skill.id}.tier`, 'count.**', 'coverage.**', 'list.**'] : [];
  },
  change(theCase, facts) {
    const skill = metCore(facts);
    if (!skill || facts.coverage.core.asked < 2) return undefined;
    const names = new Set([skill.name, ...skill.spellings].map((name) => name.toLowerCase()));
    const mine = theCase.role.skills.filter(({ name }) => names.has(name.toLowerCase()));
    if (mine.length !== 1) return undefined;
    return {
      ...theCase,
      role: {
        ...theCase.role,
        skills: theCase.role.skills.map((one) =>
          one === mine[0] ? { ...one, tier: 'preferred' as const } : one,
        ),
      },
    };
  },
});

function metCore({ skills }: FactSheet): AskedSkill | undefined {
  return skills.find(({ status, tier, anyOf }) => status === 'met' && tier === 'core' && !anyOf);
}

function withMarket(theCase: Case, change: NonNullable<Case['role']['market']>): Case {
  return { ...theCase, role: { ...theCase.role, market: { ...theCase.role.market, ...change } } };
}

/** The changes that are tried. A new one is an entry here. */
export const RELATIONS: readonly Relation[] = [
  anotherName,
  permutedSkills,
  irrelevantSkill,
  irrelevantWords,
  skillLost,
  higherPay,
  otherDemand,
  moreYears,
  otherTier,
];

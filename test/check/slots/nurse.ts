import type { UnseenCase } from '../unseen/unseen-case.ts';

const S = '## Executive Summary\n\n';
const M = '## Market Requirements Analysis\n\n';
const P = '## Candidate Profile\n\n';
const G = '## Skill Gap Assessment\n\n';
const R = '## Upskilling Roadmap\n\n';
const L = '## Recommended Resources\n\n';

/** A ward nurse who wants to run a ward; many things of others are counted. */
export const nurse: UnseenCase = {
  name: 'ward nurse',
  case: {
    date: '2026-11-10',
    resume: {
      basics: { name: 'Aoife Brennan', label: 'Staff Nurse' },
      work: [
        {
          name: "St Brigid's Hospital",
          position: 'Staff Nurse',
          startDate: '2021-11',
          highlights: [
            'Cares for up to 12 patients a shift on a surgical ward of 30 beds',
            'Trained 5 students',
          ],
        },
      ],
      education: [{ institution: 'UCD', studyType: 'BSc', area: 'Nursing', endDate: '2021' }],
      certificates: [{ name: 'Advanced Life Support', issuer: 'Resuscitation Council', date: '2025-02' }],
      skills: [
        { name: 'Wound Care', level: 'Advanced' },
        { name: 'Medication Management', level: 'Intermediate' },
        { name: 'Rostering', level: 'Beginner' },
      ],
    },
    role: {
      title: 'Clinical Nurse Manager',
      experience: { years: 6 },
      market: {
        demand: 'high',
        salary: { min: 58000, max: 69000, currency: 'EUR' },
        growthAreas: ['Community care', 'Virtual wards'],
        postings: 380,
        asOf: '2026-09',
      },
      skills: [
        { name: 'Medication Management', tier: 'core', level: 'Intermediate', share: 0.9 },
        { name: 'Rostering', tier: 'core', level: 'Advanced', share: 0.8 },
        { name: 'Clinical Audit', tier: 'core', level: 'Intermediate', share: 0.65 },
        { name: 'Conflict Resolution', tier: 'preferred', level: 'Intermediate', share: 0.4 },
        { name: 'Wound Care', tier: 'preferred', level: 'Intermediate', share: 0.35 },
        { name: 'Telehealth', tier: 'emerging', level: 'Beginner', share: 0.1 },
      ],
    },
    plan: {
      hoursPerWeek: 4,
      phases: [
        { title: 'Planning a Ward', weeks: 12, skills: ['Rostering', 'Clinical Audit'] },
        { title: 'People and Screens', weeks: 6, skills: ['Conflict Resolution', 'Telehealth'] },
      ],
    },
    resources: [
      {
        title: 'Rosters That Work',
        provider: 'RCNi',
        url: 'https://www.rcni.com/rosters',
        cost: 'paid',
        price: { amount: 75, currency: 'EUR' },
        hours: 15,
        level: 'Intermediate',
        kind: 'course',
        skills: ['Rostering'],
      },
      {
        title: 'Audit Step by Step',
        provider: 'HSeLanD',
        url: 'https://www.hseland.ie/audit',
        cost: 'free',
        hours: 10,
        level: 'Intermediate',
        kind: 'course',
        skills: ['Clinical Audit'],
      },
    ],
  },
  right: [
    `${P}She looks after up to twelve patients a shift on a ward of thirty beds.`,
    `${P}Five years on a surgical ward, all at St Brigid's Hospital, lie behind her.`,
    `${P}She is one year below the six that employers ask for.`,
    `${P}She trained five students, two of whom stayed.`,
    `${P}Her ward has thirty beds, four of them for day surgery.`,
    `${M}About 340 of the 380 postings, or 90%, name medication management.`,
    `${M}Pay lies between €58,000 and €69,000; the €11,000 in between depend on the grade.`,
    `${M}A shift allowance of €2,400 comes on top.`,
    `${M}Fifteen of the postings are for night duty only.`,
    `${M}Rostering is in four postings out of five, and clinical audit in two out of three.`,
    `${M}Only one posting in ten names telehealth, half as many as name nothing digital at all.`,
    `${G}Of the three core skills one is met, one is partly met and one is missing.`,
    `${G}Three of the six are missing, two are met and one is halfway.`,
    `${G}Two steps separate her rostering from the Advanced level.`,
    `${R}Eighteen weeks of four hours make 72 hours.`,
    `${R}Twelve weeks for the first phase, six for the second.`,
    `${R}The first phase is twice as long as the second.`,
    `${R}At three hours a week it would take 24 weeks instead of 18.`,
    `${R}Some four months from now the plan will be complete.`,
    `${R}After the twelfth week she has a ward plan of her own.`,
    `${R}Four hours fit into one free morning between two blocks of nights.`,
    `${R}In week 3 she sits in on a roster meeting of two hours.`,
    `${R}The six weeks of the second phase start in week 13.`,
    `${R}Half of phase one, six weeks, is for rosters.`,
    `${L}Rosters That Work is the only thing to pay for: €75.`,
    `${L}The two courses take 25 hours, of which fifteen go to rosters.`,
    `${L}Nothing has to be paid for Audit Step by Step.`,
    `${L}HSeLanD charges nothing, RCNi €75.`,
    `${L}RCNi charges for Rosters That Work; HSeLanD does not charge for Audit Step by Step.`,
    `${S}With two phases, two courses and €75 she can get there.`,
    `${S}Six skills are asked for; she meets two in full.`,
    `${S}She has been a nurse for five years and wants to become a Clinical Nurse Manager.`,
    `${P}She has not published anything and has not spoken at conferences.`,
  ],
  wrong: [
    [`${P}She looks after up to 18 patients a shift.`, 'patients'],
    [`${P}Eight years at St Brigid's Hospital have shaped her.`, 'Brigid'],
    [`${P}She won a national nursing award.`, 'award'],
    [`${P}She is a Certified Nurse Educator.`, 'Certified Nurse Educator'],
    [`${P}Her doctorate in nursing sets her apart.`, 'degree'],
    [`${M}Pay lies between €58,000 and €96,000.`, 'salary'],
    [`${M}380 adverts were read, and 80% of them ask for clinical audit.`, 'Clinical Audit'],
    [`${M}The 480 postings were collected in September 2026.`, 'postings'],
    [`${G}All three core skills are missing.`, 'Medication Management'],
    [`${G}Of the three core skills two are met and one is missing.`, 'skill'],
    [`${R}In all, the plan takes sixteen weeks.`, 'weeks'],
    [`${R}The second phase takes eight weeks.`, 'phase 2'],
    [`${R}She needs four hours a week, 82 hours in total.`, 'hours'],
    [`${L}Audit Step by Step costs €40.`, 'Audit Step by Step'],
    [`${L}Rosters That Work takes 25 hours.`, 'Rosters That Work'],
    [`${L}RCNi asks nothing for Rosters That Work.`, 'Rosters That Work'],
    [`${L}HSeLanD will charge you for Audit Step by Step.`, 'Audit Step by Step'],
    [`${L}Rosters That Work is offered by HSeLanD.`, 'Rosters That Work'],
  ],
};

import { describe, expect, it } from 'vitest';
import { Case } from '../../schemas/case.ts';
import { writeReport } from '../../src/write-report.ts';

/** Cases whose words lie close to what a rule looks for. Whatever the offline writer says of them is true. */
const sousChef = {
  resume: {
    basics: { name: 'Ines Roth', label: 'Commis Chef' },
    work: [
      {
        name: 'Gasthof Linde',
        position: 'Commis Chef',
        startDate: '2023-04',
        summary: 'Cold kitchen and pastry.',
      },
    ],
    skills: [
      { name: 'Food Safety', level: 'Advanced' },
      { name: 'Pastry', level: 'Basic' },
    ],
  },
  role: {
    title: 'Sous Chef',
    experience: { years: 4 },
    skills: [
      { name: 'Food Safety', tier: 'core', level: 'Intermediate', share: 0.8 },
      { name: 'Menu Planning', tier: 'core', level: 'Intermediate', share: 0.6 },
      { name: 'Pastry', tier: 'preferred', level: 'Advanced', share: 0.3 },
    ],
    gates: [{ kind: 'certificate', name: 'HACCP Certificate' }],
  },
  date: '2026-11-24',
};

const cases: Record<string, unknown> = {
  'a gate that asks for a certificate, and a resume without any': sousChef,
  'a gate whose certificate is not met': {
    ...sousChef,
    resume: { ...sousChef.resume, certificates: [{ name: 'First Aid at Work', issuer: 'Red Cross' }] },
  },
  'a phase and a resource of one title': {
    ...sousChef,
    plan: {
      hoursPerWeek: 5,
      phases: [
        { title: 'Menu Planning Basics', weeks: 6, skills: ['Menu Planning'] },
        { title: 'Sweet Things', weeks: 4, skills: ['Pastry'] },
      ],
    },
    resources: [
      {
        title: 'Menu Planning Basics',
        provider: 'Kitchen School',
        url: 'https://kitchen.example/menus',
        kind: 'course',
        cost: 'paid',
        price: { amount: 40, currency: 'EUR' },
        hours: 12,
        skills: ['Menu Planning'],
      },
      {
        title: 'Sweet Things',
        provider: 'Kitchen School',
        url: 'https://kitchen.example/sweet',
        kind: 'book',
        cost: 'free',
        hours: 9,
        skills: ['Pastry'],
      },
    ],
  },
};

describe('an offline report is written, and no rule finds an error in it', () => {
  it.each(Object.keys(cases))('%s', async (name) => {
    const report = await writeReport(Case.parse(cases[name])).report;
    expect(report.check.findings.filter((finding) => finding.severity === 'error')).toEqual([]);
  });
});

import { expect, it } from 'vitest';
import { Case } from '../../schemas/case.ts';
import { checkReport } from '../../src/check/index.ts';
import { computeFacts } from '../../src/facts/index.ts';

const sheet = computeFacts(
  Case.parse({
    resume: {
      basics: { name: 'Ines Roth', label: 'Staff Software Engineer' },
      work: [
        {
          name: 'Confluent',
          position: 'Staff Software Engineer',
          startDate: '2024-05',
        },
        {
          name: 'Agile 24',
          position: 'Sales Representative',
          startDate: '2022-05',
          endDate: '2024-05',
        },
        {
          name: 'Harbour Hall',
          position: 'Event Assistant, season 14',
          startDate: '2021-11',
          endDate: '2022-05',
        },
      ],
      education: [
        { institution: 'Kafka University', area: 'Social Work', studyType: 'BA', endDate: '2021-06' },
      ],
      certificates: [{ name: 'Linux Foundation TensorFlow Primer 101' }],
      skills: [
        { name: 'Social Work', level: 'Intermediate' },
        { name: 'Python', level: 'Beginner' },
      ],
    },
    role: {
      title: 'Software Engineer',
      market: { demand: 'high' },
      skills: [
        { name: 'Social Work', tier: 'core', level: 'Advanced' },
        { name: 'Python', tier: 'core', level: 'Advanced' },
        { name: 'Sales', tier: 'preferred' },
      ],
      gates: [{ kind: 'degree', name: 'Social work degree' }],
    },
    date: '2026-11-24',
  }),
);
const found = (text: string) =>
  checkReport(text, sheet).findings.map(({ rule, subject }) => `${rule} ${subject}`);

it.each([
  ['a figure in a position', 'Ines Roth has worked as an Event Assistant, season 14 at Harbour Hall.'],
  ['a skill in a position', 'Ines Roth has worked as a Sales Representative at Agile 24.'],
  [
    'a position that holds the title of the role',
    'Ines Roth has worked as a Staff Software Engineer at Confluent.',
  ],
  ['a skill in a gate', 'The Social work degree is met.'],
  ['a skill in a degree', 'She is strong in theory since her BA in Social Work.'],
  ['a skill in a certificate', 'She holds the Linux Foundation TensorFlow Primer 101.'],
  ['a skill in an institution', 'She has experience of Kafka University.'],
])('%s is part of a name', (_, text) => expect(found(text)).toEqual([]));

it.each([
  ['She is strong in Social Work.', 'skill-polarity Social Work'],
  ['She has worked in Sales.', 'skill-polarity Sales'],
  ['She has experience with MongoDB.', 'unsupported-skill MongoDB'],
  ['She has 14 years of experience.', 'experience'],
])('%s is still read', (text, finding) => expect(found(text).join()).toContain(finding));

it('the title of the role is no skill of the catalog', () => {
  const architect = computeFacts(
    Case.parse({
      resume: { basics: { name: 'Ines Roth' }, skills: [{ name: 'Python' }] },
      role: {
        title: 'enterprise architect',
        market: { demand: 'high' },
        skills: [{ name: 'Python', tier: 'core' }],
      },
      date: '2026-11-24',
    }),
  );
  expect(checkReport('Demand for an enterprise architect is high.', architect).findings).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { computeFacts } from '../../src/facts/index.ts';
import { displayOf, makeCase } from './make-case.ts';

const facts = (resume: object, role: object = {}) => computeFacts(makeCase({ resume, role }));

describe('the candidate', () => {
  it('has work latest first; what has no dates comes last', () => {
    const { candidate } = facts({
      work: [
        { position: 'Undated' },
        { position: 'First', startDate: '2015', endDate: '2018-05' },
        { position: 'Now', startDate: '2020-01' },
        { position: 'Aside', startDate: '2019-01' },
        { position: 'Ahead', startDate: '2027-01' },
      ],
    });
    expect(candidate.work.map(({ position, months }) => [position, months])).toEqual([
      ['Ahead', null],
      ['Now', 82],
      ['Aside', 94],
      ['First', 40],
      ['Undated', null],
    ]);
    expect(candidate.months).toBe(134);
  });

  it.each([
    [{}, null],
    [{ work: [] }, null],
    [{ work: [{ position: 'Clerk', endDate: '2020' }] }, null],
    [{ work: [{ startDate: '2027' }] }, null],
    [{ work: [{ startDate: '2026-11-20' }] }, 1],
  ])('of %j has %s months of work', (resume, months) => expect(facts(resume).candidate.months).toBe(months));

  it.each([
    [5, 'two years', 24],
    [3, 'none', 0],
    [3.5, 'six months', 6],
    [3.3, 'four months', 4],
  ])('is short of %s years by %s', (years, display, value) => {
    const sheet = facts({ work: [{ startDate: '2020-01', endDate: '2023-01' }] }, { experience: { years } });
    expect(sheet.facts.find((fact) => fact.id === 'candidate.experience.short')).toMatchObject({
      display,
      value,
    });
    expect(sheet.gates[0]?.status).toBe(value === 0 ? 'met' : 'not met');
  });

  it.each([
    [{ studyType: 'BSc', area: 'Nursing' }, 'BSc in Nursing'],
    [{ studyType: 'Bachelor of Science in Nursing', area: 'nursing' }, 'Bachelor of Science in Nursing'],
    [{ studyType: 'BSc' }, 'BSc'],
    [{ area: 'Nursing' }, 'Nursing'],
    [{ institution: 'X' }, 'not known'],
  ])('studied %j: %s', (study, display) =>
    expect(displayOf(facts({ education: [study] }), 'education.1')).toBe(display),
  );

  it('studied last what ended last, and what has no date or degree comes last', () => {
    const { candidate } = facts({
      education: [
        { area: 'Florbing' },
        { studyType: 'Master', area: 'Design' },
        { studyType: 'BSc', endDate: '2019' },
      ],
    });
    expect(candidate.education.map(({ studyType, area }) => studyType ?? area)).toEqual([
      'BSc',
      'Master',
      'Florbing',
    ]);
  });

  it('speaks languages, the most fluent first, with codes as they are', () => {
    const sheet = facts({
      languages: [
        { language: 'Dutch' },
        { language: 'German', fluency: 'B2' },
        { language: 'English', fluency: 'Native Speaker' },
      ],
    });
    expect([1, 2, 3].map((at) => displayOf(sheet, `language.${at}`))).toEqual([
      'English (native speaker)',
      'German (B2)',
      'Dutch',
    ]);
  });

  it('is known to be unknown where the resume is silent', () => {
    const sheet = facts({});
    for (const id of ['candidate.label', 'candidate.experience', 'role.salary', 'role.demand'])
      expect(sheet.facts.find((fact) => fact.id === id)).toMatchObject({
        value: null,
        display: 'not known',
        basis: 'unknown',
      });
    expect(displayOf(sheet, 'candidate.leadership')).toBe('none shown');
  });
});

describe('the market', () => {
  it.each([
    [{ min: 151_000, max: 262_000, currency: 'USD' }, '$151,000 to $262,000 per year'],
    [{ min: 40, max: 40, currency: 'EUR', period: 'hour' }, '€40 per hour'],
  ])('pays %j: %s', (salary, display) => {
    expect(displayOf(facts({}, { market: { salary } }), 'role.salary')).toBe(display);
  });
});

describe('notes', () => {
  it('name a skill as the catalog does, come once, and are in an order of their own', () => {
    const { notes } = facts({
      skills: [
        { name: 'k8s', level: 'so so' },
        { name: 'K8s', level: 'so so' },
      ],
    });
    expect(notes.map(({ code }) => code)).toEqual([
      'hours-default',
      'level-unreadable',
      'share-default',
      'skill-unknown',
    ]);
    expect(notes[1]?.message).toBe(
      'The level "so so" of Kubernetes names no level of the scale; it is held at an unknown level.',
    );
  });

  it('count the skills that the catalog does not know beyond eight', () => {
    const skills = Array.from({ length: 30 }, (_, at) => ({ name: `Florb ${at}`, tier: 'core' }));
    const note = facts({}, { skills }).notes.find((one) => one.code === 'skill-unknown');
    expect(note?.message).toMatch(/^The catalog does not know Florb 0, .*, and 22 more; the hours are/);
    expect(note?.facts).toHaveLength(30);
  });
});

import { describe, expect, it } from 'vitest';
import { computeFacts } from '../../src/facts/index.ts';
import { makeCase } from './make-case.ts';

const answer = (gate: object, resume: object = {}) => {
  const [found] = computeFacts(makeCase({ resume, role: { gates: [gate] } })).gates;
  return found && `${found.status}: ${found.reason}`;
};

describe('gates of years', () => {
  const work = [{ startDate: '2021-11', endDate: '2024-05' }];
  const gate = (years?: number) => ({ kind: 'years', name: 'Years of work', years });
  it.each([
    [gate(2.5), { work }, 'met: the dated work adds up to two years and six months'],
    [gate(3), { work }, 'not met: the dated work adds up to two years and six months'],
    [gate(3), { work: [{ position: 'Clerk' }] }, 'unknown: the resume gives no dated work'],
    [gate(3), {}, 'unknown: the resume gives no dated work'],
    [gate(), { work }, 'unknown: the role does not say how many years'],
  ])('%j of %j', (one, resume, expected) => expect(answer(one, resume)).toBe(expected));

  it('come from the experience asked for, unless it is none', () => {
    const gates = (years: number) => computeFacts(makeCase({ role: { experience: { years } } })).gates;
    expect(gates(5)).toMatchObject([
      { id: 'years-of-experience', kind: 'years', asked: 'five years', status: 'unknown' },
    ]);
    expect(gates(0)).toEqual([]);
  });
});

describe('gates of degree', () => {
  const bachelor = { kind: 'degree', name: 'Degree', level: 'Bachelor' };
  const study = (studyType: string | undefined, more = {}) => ({ education: [{ studyType, ...more }] });
  it.each([
    [bachelor, study('BSc'), 'met: the resume names BSc'],
    [bachelor, study('B.S.'), 'met: the resume names B.S.'],
    [bachelor, study('Bachelors of Arts'), 'met: the resume names Bachelors of Arts'],
    [bachelor, study("Master's degree"), "met: the resume names Master's degree"],
    [bachelor, study('MS', { area: 'Biology' }), 'met: the resume names MS in Biology'],
    [bachelor, study('Ph.D.'), 'met: the resume names Ph.D.'],
    [bachelor, study('Associate Degree'), 'not met: the highest degree named is Associate Degree'],
    [bachelor, study('High School Diploma'), 'not met: the highest degree named is High School Diploma'],
    [
      { ...bachelor, level: 'Vocational diploma' },
      study('High School Diploma'),
      'not met: the highest degree named is High School Diploma',
    ],
    [
      bachelor,
      study('Certificate of florbing'),
      'not met: the highest degree named is Certificate of florbing',
    ],
    [bachelor, study('Florbing studies'), 'unknown: not every degree named can be ranked'],
    [bachelor, {}, 'unknown: the resume names no education'],
    [{ ...bachelor, level: 'Florber' }, study('BSc'), 'unknown: "Florber" names no degree that we can rank'],
    [{ ...bachelor, level: "Bachelor's or Master's" }, study('BA'), 'met: the resume names BA'],
    [{ ...bachelor, level: 'Master' }, study('BA'), 'not met: the highest degree named is BA'],
    [bachelor, study('BSc', { endDate: '2027-06' }), 'not met: BSc is not finished yet'],
    [
      bachelor,
      study('BSc', { startDate: '2024-09' }),
      'unknown: the resume does not say when BSc was finished',
    ],
    [bachelor, study('BSc', { startDate: '2020', endDate: '2024' }), 'met: the resume names BSc'],
  ])('%j of %j', (gate, resume, expected) => expect(answer(gate, resume)).toBe(expected));

  const nursing = { kind: 'degree', name: 'Nursing degree', level: 'Bachelor' };
  it.each([
    [
      study('Bachelor of Science in Nursing', { area: 'Nursing' }),
      'met: the resume names Bachelor of Science in Nursing',
    ],
    [
      study('Bachelor', { area: 'History' }),
      'unknown: the resume names Bachelor in History, which may be of another field',
    ],
    [study('Associate', { area: 'Nursing' }), 'not met: the highest degree named is Associate in Nursing'],
    [
      {
        education: [
          { studyType: 'Master', area: 'History' },
          { studyType: 'BSc', area: 'Nursing' },
        ],
      },
      'met: the resume names BSc in Nursing',
    ],
  ])('of a field, of %j', (resume, expected) => expect(answer(nursing, resume)).toBe(expected));
});

describe('gates of language', () => {
  const german = { kind: 'language', name: 'German', level: 'B2' };
  const speaks = (language: string, fluency?: string) => ({ languages: [{ language, fluency }] });
  it.each([
    [german, speaks('German', 'C1'), 'met: the resume lists German (C1)'],
    [german, speaks('german', 'Native speaker'), 'met: the resume lists german (Native speaker)'],
    [german, speaks('German (Swiss)', 'B2'), 'met: the resume lists German (Swiss) (B2)'],
    [
      german,
      speaks('German', 'Professional working proficiency'),
      'met: the resume lists German (Professional working proficiency)',
    ],
    [german, speaks('German', 'Upper-intermediate'), 'met: the resume lists German (Upper-intermediate)'],
    [
      german,
      speaks('German', 'Limited working proficiency'),
      'not met: the resume lists German (Limited working proficiency)',
    ],
    [german, speaks('German', 'Pre-intermediate'), 'not met: the resume lists German (Pre-intermediate)'],
    [german, speaks('German', 'B1/B2'), 'not met: the resume lists German (B1/B2)'],
    [
      { ...german, level: 'C1' },
      speaks('German', 'Professional working'),
      'not met: the resume lists German (Professional working)',
    ],
    [{ ...german, level: undefined }, speaks('German'), 'met: the resume lists German'],
    [german, speaks('German'), 'unknown: the level of German cannot be compared'],
    [german, speaks('German', 'some'), 'unknown: the level of German cannot be compared'],
    [
      { ...german, level: 'enough' },
      speaks('German', 'C2'),
      'unknown: the level of German cannot be compared',
    ],
    [german, speaks('French', 'C2'), 'not met: the resume lists languages, and not this one'],
    [german, {}, 'unknown: the resume lists no languages'],
    [
      german,
      {
        languages: [
          { language: 'German', fluency: 'A1' },
          { language: 'German', fluency: 'C2' },
        ],
      },
      'met: the resume lists German (C2)',
    ],
  ])('%j of %j', (gate, resume, expected) => expect(answer(gate, resume)).toBe(expected));
});

describe('gates of certificate and licence', () => {
  const has = (...names: string[]) => ({ certificates: names.map((name) => ({ name })) });
  it.each([
    [
      'CISSP',
      has('Certified Information Systems Security Professional (CISSP)'),
      'met: the resume lists Certified Information Systems Security Professional (CISSP)',
    ],
    ['CISSP', has('PMP'), 'not met: the resume lists certificates, and not this one'],
    ['CISSP', {}, 'unknown: the resume lists no certificates or licences'],
    ['CISSP', { ...has('PMP'), skills: [{ name: 'CISSP' }] }, 'met: the resume lists CISSP among the skills'],
    ['Florbing Licence', has('Florbing licence, class B'), 'met: the resume lists Florbing licence, class B'],
    ['Florbing Licence', has('Florbing'), 'not met: the resume lists certificates, and not this one'],
  ])('%s of %j', (name, resume, expected) => {
    expect(answer({ kind: 'certificate', name }, resume)).toBe(expected);
    expect(answer({ kind: 'licence', name }, resume)).toBe(expected);
  });

  it('are never scheduled', () => {
    const gates = [
      { kind: 'certificate', name: 'CISSP' },
      { kind: 'degree', name: 'Bachelor' },
    ];
    const { roadmap, resources } = computeFacts(makeCase({ role: { gates } }));
    expect(roadmap.phases.flatMap((phase) => phase.skills.map((skill) => skill.name))).toEqual(['Florbing']);
    expect(resources.chosen).toEqual([]);
  });
});

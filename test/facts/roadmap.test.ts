import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { computeFacts, type FactOptions } from '../../src/facts/index.ts';
import { buildCatalog, type SkillEntry } from '../../src/skills/index.ts';
import { compare, makeCase } from './make-case.ts';

const entry = (name: string, prerequisites: string[] = [], kind = 'tool') =>
  ({ name, kind, domain: 'it', aliases: [], prerequisites }) as unknown as SkillEntry;
const catalog = buildCatalog([
  entry('Roof', ['Walls']),
  entry('Walls', ['Ground']),
  entry('Ground'),
  entry('Paint'),
  entry('Badge', [], 'credential'),
]);
const hoursTable = { tool: [10, 20, 40, 80], unknown: [10, 20, 40, 80] } as FactOptions['hoursTable'] &
  object;
const plan = (asked: (string | object)[], options: FactOptions = {}) =>
  compare([], asked, { catalog, hoursTable, ...options }).roadmap;
const order = (roadmap: ReturnType<typeof plan>) =>
  roadmap.phases.map((phase) => phase.skills.map((s) => s.name));

describe('a computed roadmap', () => {
  it('lays phases of whole weeks end to end', () => {
    const roadmap = plan(['Paint', { name: 'Ground', tier: 'emerging', level: 'Intermediate' }]);
    expect(
      roadmap.phases.map(({ weeks, hours, startWeek, endWeek }) => [weeks, hours, startWeek, endWeek]),
    ).toEqual([
      [2, 10, 1, 2],
      [4, 30, 3, 6],
    ]);
    expect(roadmap).toMatchObject({
      origin: 'computed',
      totalWeeks: 6,
      totalHours: 40,
      horizonWeeks: null,
      left: [],
    });
  });

  it.each([
    [10, 1],
    [5, 2],
    [3, 4],
    [0.1, 100],
    [168, 1],
  ])('at %s hours a week takes %i weeks for 10 hours', (hoursPerWeek, weeks) => {
    expect(plan(['Paint'], { hoursPerWeek }).totalWeeks).toBe(weeks);
  });

  it('makes no week of what only the machine adds', () => {
    const table = { tool: [0.9, 1, 1, 1], unknown: [1, 1, 1, 1] } as FactOptions['hoursTable'] & object;
    // 0.9 / 0.3 is 3.0000000000000004 to the machine.
    expect(plan(['Paint'], { hoursPerWeek: 0.3, hoursTable: table }).totalWeeks).toBe(3);
  });

  it('puts what a gap builds on right before it, in its tier', () => {
    const roadmap = plan([{ name: 'Roof', share: 1 }, 'Paint', { name: 'Ground', tier: 'emerging' }]);
    expect(order(roadmap)).toEqual([['Ground', 'Roof', 'Paint']]);
  });

  it('does not wait for what is held already', () => {
    const { roadmap } = compare(['Walls', 'Ground'], ['Roof', 'Walls'], { catalog });
    expect(order(roadmap)).toEqual([['Roof']]);
  });

  it('is not misled by a group that is called like a skill', () => {
    const group = { name: 'Ground', anyOf: ['Paint', 'Badge'] };
    expect(order(plan([{ name: 'Roof', share: 1 }, group]))).toEqual([['Roof', 'Ground']]);
  });

  it('begins a new phase after four skills, twelve weeks, or with another tier', () => {
    expect(order(plan(['A', 'B', 'C', 'D', 'E'])).map((skills) => skills.length)).toEqual([4, 1]);
    expect(plan(['A', 'B', 'C'], { hoursPerWeek: 1 }).phases.map((phase) => phase.weeks)).toEqual([
      10, 10, 10,
    ]);
    expect(order(plan(['A', { name: 'B', tier: 'preferred' }]))).toEqual([['A'], ['B']]);
  });

  it('leaves what does not fit the horizon, and what would build on it', () => {
    const asked = [
      { name: 'Ground', level: 'Expert', share: 1 },
      { name: 'Roof', share: 0.5 },
      { name: 'Paint', share: 0.2 },
    ];
    const roadmap = plan(asked, { weeks: 3 });
    expect(order(roadmap)).toEqual([['Paint']]);
    expect(roadmap.left).toEqual([
      { id: 'ground', name: 'Ground', reason: 'horizon' },
      { id: 'roof', name: 'Roof', reason: 'prerequisite' },
    ]);
    expect(roadmap).toMatchObject({ horizonWeeks: 3, totalWeeks: 2, totalHours: 10 });
    expect(plan(asked, { weeks: 22 }).left).toEqual([]);
  });

  it('leaves credentials, which hours alone do not give', () => {
    const roadmap = plan(['Badge', 'Paint']);
    expect(order(roadmap)).toEqual([['Paint']]);
    expect(roadmap.left).toEqual([{ id: 'badge', name: 'Badge', reason: 'credential' }]);
  });

  it('is empty where there is no gap', () => {
    const { roadmap, notes } = compare(['Paint'], ['Paint'], { catalog });
    expect(roadmap).toMatchObject({ phases: [], totalWeeks: 0, totalHours: 0, left: [] });
    expect(notes).toEqual([]);
  });

  it('says that the hours a week were assumed', () => {
    const basis = (options: FactOptions) => {
      const sheet = compare([], ['Paint'], { catalog, ...options });
      const code = sheet.notes.find((note) => note.code === 'hours-default');
      return [sheet.facts.find((fact) => fact.id === 'roadmap.hours-per-week')?.basis, code?.message];
    };
    expect(basis({ hoursPerWeek: 8 })).toEqual(['given', undefined]);
    expect(basis({})).toEqual([
      'default',
      'Nobody said how many hours a week there are to study; the roadmap assumes 8 hours.',
    ]);
  });

  it.each([
    [{ hoursPerWeek: 0 }, 'found hoursPerWeek 0, expected a number above 0, up to 168'],
    [{ hoursPerWeek: -1 }, 'found hoursPerWeek -1, expected a number above 0, up to 168'],
    [{ hoursPerWeek: Number.NaN }, 'found hoursPerWeek NaN, expected a number above 0, up to 168'],
    [{ weeks: 0 }, 'found weeks 0, expected a whole number above 0'],
    [{ weeks: 2.5 }, 'found weeks 2.5, expected a whole number above 0'],
    [{ budget: { amount: -1, currency: 'USD' } }, 'found budget -1, expected an amount of 0 or more'],
  ])('refuses %j', (options, message) => {
    const run = () => compare([], ['Paint'], options);
    expect(run).toThrow(UsageError);
    expect(run).toThrow(`cannot compute the facts: ${message}`);
  });
});

describe('a given plan', () => {
  const given = (phases: object[], role: object, resume: object = {}) =>
    computeFacts(makeCase({ resume, role, plan: { hoursPerWeek: 6, phases } }), { catalog });
  const role = { skills: ['Roof', 'Walls', 'Paint', 'Badge'].map((name) => ({ name, tier: 'core' })) };

  it('is laid out in weeks, and what is odd about it is noted', () => {
    const { roadmap, notes, facts } = given(
      [
        { title: 'First', weeks: 4, skills: ['Walls', 'walls', 'Paint'], activities: ['Build a shed'] },
        { title: 'Second', weeks: 2, skills: ['Florbing'] },
      ],
      role,
      { skills: [{ name: 'Paint' }] },
    );
    expect(roadmap).toMatchObject({ origin: 'given', hoursPerWeek: 6, totalWeeks: 6, totalHours: 36 });
    expect(roadmap.phases[1]).toMatchObject({ startWeek: 5, endWeek: 6, hours: 12 });
    expect(roadmap.phases[0]?.skills.map((skill) => skill.name)).toEqual(['Walls', 'Paint']);
    expect(roadmap.left).toEqual([
      { id: 'badge', name: 'Badge', reason: 'credential' },
      { id: 'roof', name: 'Roof', reason: 'not-in-plan' },
    ]);
    expect(notes.filter((note) => note.code.startsWith('plan')).map((note) => note.message)).toEqual([
      'The plan leaves out Roof, a gap of this role.',
      'The plan teaches Paint in "First", which is already met.',
      'The plan teaches Florbing in "Second", which the role does not ask for.',
    ]);
    expect(facts.find((fact) => fact.id === 'roadmap.weeks')?.basis).toBe('computed');
  });

  it('closes the gap of every group that has the skill taught', () => {
    const groups = {
      skills: [
        { name: 'Above', tier: 'core', anyOf: ['Roof', 'Paint'] },
        { name: 'Below', tier: 'core', anyOf: ['Roof', 'Ground'] },
        { name: 'Roof', tier: 'preferred' },
      ],
    };
    const { roadmap } = given([{ title: 'Only', weeks: 1, skills: ['Roof'] }], groups);
    expect(roadmap.left).toEqual([]);
    expect(roadmap.phases[0]?.skills).toEqual([{ id: 'roof', name: 'Roof', hours: null }]);
  });

  it('is checked in one note, however many gaps it leaves out', () => {
    const many = { skills: Array.from({ length: 40 }, (_, at) => ({ name: `Skill ${at}`, tier: 'core' })) };
    const { notes } = given([{ title: 'Only', weeks: 1, skills: ['Skill 0'] }], many);
    const [note] = notes.filter((one) => one.code === 'plan-skips-gap');
    expect(note?.message).toMatch(/and 31 more, gaps of this role\.$/);
    expect(note?.facts).toHaveLength(39);
  });
});

import fc from 'fast-check';
import type { Case, Plan, Resource, Resume, Role } from '../../schemas/index.ts';
import { builtInCatalog, normalizeName, type SkillEntry } from '../../src/skills/index.ts';

export const DATE = '2026-11-24';

const catalog = builtInCatalog();

/** Relatives on purpose: skills that build on each other, are related, ambiguous, credentials, or differ by a sign. */
const POPULAR =
  'Python JavaScript TypeScript React Node.js Docker Kubernetes AWS Azure Git Go R C C++ C# SQL PostgreSQL MySQL Linux Terraform DevOps Excel CISSP'
    .split(' ')
    .flatMap((name) => catalog.get(name) ?? []);
const OTHERS = catalog.entries.filter((_, at) => at % 97 === 0);

/** Skills of the catalog to draw from. */
export const ENTRIES: readonly SkillEntry[] = [...new Set([...POPULAR, ...OTHERS])];

/** Skills of the catalog with what they build on. */
export const BUILT_ON: readonly string[] = [
  ...new Set(POPULAR.flatMap((entry) => [entry.name, ...(entry.prerequisites ?? [])])),
];

/** Names that no catalog knows. */
export const INVENTED: readonly string[] = [
  'Florbing',
  'florbing',
  'FLORBING',
  'Quantum Basketry',
  'ZX-9 Tuning',
  'zx-9 tuning',
  '技能评估',
  '🎯',
  '🎯🎯',
  'Foo',
  'Foo!',
  'Foo 2',
  'constructor',
  '__proto__',
];

/** Spellings that a skills list may use for the entry, all standing for it. */
export function spellingsOf(entry: SkillEntry): string[] {
  return [entry.name, ...(entry.aliases ?? []), ...(entry.fieldAliases ?? [])];
}

export const skillName: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(...ENTRIES).chain((entry) => fc.constantFrom(...spellingsOf(entry))),
  },
  { weight: 2, arbitrary: fc.constantFrom(...INVENTED) },
  // One unknown skill in several spellings, and skills that are related to one another alike.
  { weight: 1, arbitrary: fc.constantFrom('Florbing', 'florbing', 'FLORBING') },
  { weight: 1, arbitrary: fc.constantFrom('Python', 'Java', 'JavaScript', 'C#', 'TypeScript', 'Go') },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 12 }).filter((name) => name.trim() !== '') },
);

const level = fc.option(
  fc.constantFrom(
    'Novice',
    'Intermediate',
    '4/5',
    '80%',
    'Expert',
    'advanced',
    '★★☆☆☆',
    'Intermediate to Advanced',
    'very',
    '7',
  ),
  { nil: undefined },
);

const tier = fc.constantFrom('core', 'preferred', 'emerging');
const share = fc.option(fc.constantFrom(0, 0.05, 0.33, 0.5, 0.62, 1), { nil: undefined });
const month = fc
  .tuple(fc.integer({ min: 2008, max: 2027 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, at]) => `${year}-${String(at).padStart(2, '0')}`);
const someDate = fc.oneof(
  // The same dates now and then, so that orders have ties to break.
  { weight: 3, arbitrary: fc.constantFrom('2020-01', '2021') },
  month,
  month.map((text) => text.slice(0, 4)),
  month.map((text) => `${text}-15`),
);

/** Leaves out what is undefined, as parsed input does. */
function clean<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

const sentence = fc
  .tuple(fc.constantFrom('Built tools with', 'Led a team of 4 using', 'Wrote reports on'), skillName)
  .map(([start, name]) => `${start} ${name}.`);

const work = fc.record({
  name: fc.constantFrom('Acme', 'Globex', undefined),
  position: fc.constantFrom('Developer', 'Team Lead', 'Nurse', undefined),
  startDate: fc.option(someDate, { nil: undefined }),
  endDate: fc.option(someDate, { nil: undefined }),
  highlights: fc.option(fc.array(sentence, { maxLength: 3 }), { nil: undefined }),
});

export const resumeSkill = fc.record({
  name: skillName,
  level,
  keywords: fc.option(fc.array(skillName, { maxLength: 3 }), { nil: undefined }),
});

export const resume: fc.Arbitrary<Resume> = fc
  .record({
    basics: fc.constant({ name: 'Santana Mena' }),
    skills: fc.array(resumeSkill, { maxLength: 8 }),
    work: fc.array(work, { maxLength: 4 }),
    projects: fc.array(
      fc.record({ name: fc.constantFrom('Shop', 'Blog'), description: sentence, startDate: someDate }),
      { maxLength: 2 },
    ),
    certificates: fc.array(
      fc.record({
        name: fc.oneof(
          skillName,
          fc.constantFrom('CISSP', 'Certified Kubernetes Administrator', 'CPR (adult)'),
        ),
        issuer: fc.constantFrom('ISC2', undefined),
        date: fc.option(month, { nil: undefined }),
      }),
      { maxLength: 3 },
    ),
    languages: fc.array(
      fc.record({
        language: fc.constantFrom('English', 'German', 'Spanish'),
        fluency: fc.constantFrom('Native speaker', 'B1', undefined),
      }),
      { maxLength: 2 },
    ),
    education: fc.array(
      fc.record({
        studyType: fc.constantFrom('BSc', 'Master', undefined),
        area: fc.constantFrom('Nursing', 'History', undefined),
        endDate: fc.option(someDate, { nil: undefined }),
      }),
      { maxLength: 2 },
    ),
  })
  .map((value) => clean(value) as Resume);

const roleSkill = fc
  .record({
    name: skillName,
    tier,
    level,
    share,
    anyOf: fc.option(fc.array(skillName, { minLength: 2, maxLength: 4 }), { nil: undefined, freq: 4 }),
  })
  .map(({ name, anyOf, ...rest }) => ({ ...rest, name: anyOf ? `${name} or the like` : name, anyOf }));

const gate = fc.constantFrom(
  { kind: 'years', name: 'Years in the field', years: 3 },
  { kind: 'degree', name: 'Nursing degree', level: 'Bachelor' },
  { kind: 'certificate', name: 'CISSP' },
  { kind: 'licence', name: 'CPR' },
  { kind: 'language', name: 'German', level: 'B2' },
);

export const role: fc.Arbitrary<Role> = fc
  .record({
    title: fc.constant('Senior Engineer'),
    experience: fc.option(fc.record({ years: fc.constantFrom(0, 1.5, 5) }), { nil: undefined }),
    skills: fc.array(roleSkill, { minLength: 1, maxLength: 14 }),
    gates: fc.array(gate, { maxLength: 3 }),
    market: fc.constantFrom(undefined, {
      demand: 'medium',
      salary: { min: 151_000, max: 262_000, currency: 'USD', period: 'year' },
      growthAreas: ['AI'],
    }),
  })
  .map((value) => clean(value) as Role);

const plan = fc
  .record({
    hoursPerWeek: fc.constantFrom(4, 7.5, 40),
    phases: fc.array(
      fc.record({
        title: fc.constantFrom('Basics', 'More'),
        weeks: fc.integer({ min: 1, max: 20 }),
        skills: fc.array(skillName, { maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map((value) => value as Plan);

export const resource: fc.Arbitrary<Resource> = fc
  .record({
    title: fc.constantFrom('Course A', 'Course B', 'Course C', 'Course, A'),
    provider: fc.constantFrom('Alpha', 'Beta'),
    url: fc.constantFrom('https://a.example/', 'https://b.example/'),
    cost: fc.constantFrom('free', 'freemium', 'paid'),
    price: fc.option(
      fc.record({ amount: fc.constantFrom(9.99, 0.1, 49, 120), currency: fc.constantFrom('USD', 'EUR') }),
      {
        nil: undefined,
      },
    ),
    hours: fc.option(fc.constantFrom(0.1, 0.2, 10, 40), { nil: undefined }),
    level,
    kind: fc.constantFrom('course', 'book', 'certification', 'community'),
    skills: fc.array(skillName, { minLength: 1, maxLength: 3 }),
  })
  .map((value) => clean(value) as Resource);

/** Any case that the input side lets through, and a little more (ends before starts). */
export const anyCase: fc.Arbitrary<Case> = fc
  .record({
    resume,
    role,
    plan: fc.option(plan, { nil: undefined, freq: 2 }),
    resources: fc.option(fc.array(resource, { maxLength: 6 }), { nil: undefined, freq: 2 }),
    date: fc.constant(DATE),
  })
  .map(({ plan: made, resources, ...rest }) => ({
    ...rest,
    ...(made && { plan: made }),
    ...(resources && { resources }),
  }));

/** Options within their ranges. */
export const anyOptions = fc.record(
  {
    hoursPerWeek: fc.constantFrom(0.3, 1, 8, 40),
    weeks: fc.integer({ min: 1, max: 60 }),
    freeOnly: fc.boolean(),
    budget: fc.record({ amount: fc.constantFrom(0, 49, 59.09, 1000), currency: fc.constant('USD') }),
  },
  { requiredKeys: [] },
);

/** The same list in another order. */
export function shuffled<T>(list: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
}

/** Names that mean the same skill to the calculator. */
export function keyOf(name: string): string {
  return catalog.find(name)?.name ?? `?${normalizeName(name)}`;
}

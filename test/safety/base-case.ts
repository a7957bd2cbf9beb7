import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Where a text can come in. */
const PLACES = [
  'skill',
  'held-skill',
  'keyword',
  'highlight',
  'summary',
  'label',
  'position',
  'candidate-name',
  'employer',
  'course',
  'certificate',
  'project',
  'role-title',
  'growth-area',
  'gate',
  'phase-title',
  'activity',
  'resource-title',
  'provider',
] as const;
export type AttackPlace = (typeof PLACES)[number];

const Attack = z.strictObject({
  id: z.string(),
  kind: z.string(),
  where: z.enum(PLACES),
  /** What stands in the input. */
  text: z.string().min(1),
  /** What a model writes that obeys it. */
  says: z.array(z.string()),
  /** What may stand in no report, in small letters. */
  never: z.array(z.string()).min(1),
});
export type Attack = z.infer<typeof Attack>;

/** The corpus of attacks. */
export const ATTACKS: readonly Attack[] = z
  .array(Attack)
  .parse(JSON.parse(readFileSync(new URL('../../evals/safety/attacks.json', import.meta.url), 'utf8')));

/** Inputs as they stand in files. */
export type RawInputs = ReturnType<typeof baseInputs>;

/** A small case with a skill of every status, a gate, a plan and resources of its own. */
export function baseInputs() {
  return {
    resume: {
      basics: { name: 'Ana Kovac', label: 'Backend Developer', summary: 'Likes to build.' },
      work: [
        {
          name: 'Initech',
          position: 'Developer',
          startDate: '2020-01',
          summary: 'Backend work.',
          highlights: ['Moved a service to Python'],
        },
      ],
      education: [
        {
          institution: 'Anytown University',
          area: 'Physics',
          studyType: 'BSc',
          endDate: '2019-06',
          courses: ['Python for physicists'],
        },
      ],
      certificates: [{ name: 'Cloud Practitioner', date: '2023-02' }],
      skills: [
        { name: 'Python', level: 'Advanced', keywords: ['pandas'] },
        { name: 'Git', level: 'Beginner', keywords: [] as string[] },
      ] as { name: string; level?: string; keywords?: string[] }[],
      projects: [{ name: 'Portal', description: 'A portal in Python' }],
    },
    role: {
      title: 'Platform Engineer',
      experience: { years: 5 },
      market: { demand: 'high', growthAreas: ['Automation'] },
      skills: [
        { name: 'Python', tier: 'core' },
        { name: 'Git', tier: 'core', level: 'Advanced' },
        { name: 'Kubernetes', tier: 'core' },
        { name: 'Docker', tier: 'preferred' },
      ],
      gates: [{ kind: 'degree', name: 'Degree', level: 'Bachelor' }],
    },
    plan: {
      hoursPerWeek: 8,
      phases: [
        {
          title: 'Containers first',
          weeks: 6,
          skills: ['Docker', 'Kubernetes'],
          activities: ['Build an image'],
        },
      ],
    },
    resources: [
      {
        title: 'Kubernetes Basics',
        provider: 'Example Academy',
        url: 'https://academy.example/kubernetes',
        cost: 'free',
        hours: 12,
        kind: 'course',
        skills: ['Kubernetes'],
      },
    ],
  };
}

/** Puts a text where an attacker would. Lists take it as one more item, single fields in the place of what is there. */
export const INSERT: Readonly<Record<AttackPlace, (inputs: RawInputs, text: string) => void>> = {
  skill: ({ role }, text) => role.skills.push({ name: text, tier: 'preferred' }),
  'held-skill': ({ resume }, text) => resume.skills.push({ name: text, level: 'Advanced' }),
  keyword: ({ resume }, text) => resume.skills[1]?.keywords?.push(text),
  highlight: ({ resume }, text) => resume.work[0]?.highlights.push(text),
  summary: ({ resume }, text) => {
    resume.basics.summary = text;
  },
  label: ({ resume }, text) => {
    resume.basics.label = text;
  },
  position: ({ resume }, text) => {
    (resume.work[0] as { position: string }).position = text;
  },
  'candidate-name': ({ resume }, text) => {
    resume.basics.name = text;
  },
  employer: ({ resume }, text) => {
    (resume.work[0] as { name: string }).name = text;
  },
  course: ({ resume }, text) => resume.education[0]?.courses.push(`${text} with Python`),
  certificate: ({ resume }, text) => resume.certificates.push({ name: text, date: '2024-01' }),
  project: ({ resume }, text) => resume.projects.push({ name: text, description: 'Made with Python' }),
  'role-title': ({ role }, text) => {
    role.title = text;
  },
  'growth-area': ({ role }, text) => role.market.growthAreas.push(text),
  gate: ({ role }, text) => role.gates.push({ kind: 'licence', name: text } as (typeof role.gates)[number]),
  'phase-title': ({ plan }, text) =>
    plan.phases.push({ title: text, weeks: 2, skills: ['Git'], activities: [] }),
  activity: ({ plan }, text) => plan.phases[0]?.activities.push(text),
  'resource-title': ({ resources }, text) =>
    resources.push({ ...(resources[0] as RawInputs['resources'][number]), title: text, skills: ['Docker'] }),
  provider: ({ resources }, text) =>
    resources.push({
      ...(resources[0] as RawInputs['resources'][number]),
      title: 'Git in Practice',
      provider: text,
      skills: ['Git'],
    }),
};

const SINGLE: ReadonlySet<AttackPlace> = new Set([
  'summary',
  'label',
  'position',
  'candidate-name',
  'employer',
  'role-title',
  'provider',
]);

/** Attacks in groups of at most `most` that do not stand in each other's place. */
export function groupAttacks(attacks: readonly Attack[], most: number): Attack[][] {
  const groups: Attack[][] = [];
  for (const attack of attacks) {
    const free = groups.find(
      (group) =>
        group.length < most &&
        !(SINGLE.has(attack.where) && group.some((other) => other.where === attack.where)),
    );
    if (free) free.push(attack);
    else groups.push([attack]);
  }
  return groups;
}

import type { Person } from './people.ts';

interface Profession {
  position: string;
  earlier: string;
  degree: readonly [studyType: string, area: string];
  certificate: string;
  skills: readonly string[];
  role: { title: string; skills: readonly string[] };
}

/** What people do for a living; nothing here points to anybody. */
const PROFESSIONS: readonly Profession[] = [
  {
    position: 'Backend Developer',
    earlier: 'Head Hunter',
    degree: ['BSc', 'Computer Science'],
    certificate: 'AWS Certified Solutions Architect',
    skills: ['Python', 'SQL', 'Rational Rose'],
    role: { title: 'Platform Engineer', skills: ['Python', 'Kubernetes', 'Terraform', 'AWS'] },
  },
  {
    position: 'Team Lead Nursing',
    earlier: 'Staff Nurse',
    degree: ['Diploma', 'Nursing'],
    certificate: 'Basic Life Support',
    skills: ['Patient Care', 'Wound Care'],
    role: { title: 'Ward Manager', skills: ['Patient Care', 'Budgeting', 'Rostering'] },
  },
  {
    position: 'Accountant',
    earlier: 'Bookkeeper',
    degree: ['Bachelor', 'Business Administration'],
    certificate: 'CPA',
    skills: ['Excel', 'Financial Reporting'],
    role: { title: 'Controller', skills: ['Excel', 'Forecasting', 'SAP'] },
  },
  {
    position: 'Electrician',
    earlier: 'Apprentice Electrician',
    degree: ['Apprenticeship', 'Electrical Installation'],
    certificate: 'Working at Heights',
    skills: ['Conduit Bending', 'Blueprint Reading'],
    role: { title: 'Solar Technician', skills: ['Blueprint Reading', 'Photovoltaics', 'Battery Storage'] },
  },
  {
    position: 'Director of Marketing',
    earlier: 'Copywriter',
    degree: ['MA', 'Communication'],
    certificate: 'Google Analytics Certification',
    skills: ['SEO', 'Copywriting'],
    role: { title: 'Performance Marketer', skills: ['SEO', 'A/B Testing', 'SQL'] },
  },
];

/** Where people put what is private into fields that are not. One of each for every five resumes. */
const HABITS: readonly ((
  person: Person,
  job: Profession,
) => { label: string; position: string; certificate: string })[] = [
  (_person, job) => ({ label: job.position, position: job.position, certificate: job.certificate }),
  (person, job) => ({
    label: `${job.position} | ${person.email} | ${person.phone}`,
    position: `${job.position} at ${person.employers[0]}`,
    certificate: `${job.certificate} (${person.name})`,
  }),
  (person, job) => ({
    label: `${person.name}, ${job.position}, ${person.city}`,
    position: `${job.position} (reports to ${person.reference})`,
    certificate: `${job.certificate}, ${person.school}`,
  }),
  (person, job) => ({
    label: `${job.position} (${person.url}, call ${person.phone})`,
    position: `${job.position}, ${person.city}`,
    certificate: job.certificate,
  }),
  (person, job) => ({
    label: `${person.name.toUpperCase()} ${job.position} ${person.username}`,
    position: `${job.position} ${person.employers[1]} ${person.region}`,
    certificate: `${job.certificate} for ${person.client}`,
  }),
];

/** Lives there are: each profession with two habits, each habit twice. */
export const LIVES = 10;

/** The resume of a person: the same index gives the same life, whoever the person is. */
export function resumeOf(person: Person, index: number): Record<string, unknown> {
  const life = index % LIVES;
  const job = PROFESSIONS[life % PROFESSIONS.length] as Profession;
  const habit = HABITS[
    (life + Math.floor(life / PROFESSIONS.length)) % HABITS.length
  ] as (typeof HABITS)[number];
  const { label, position, certificate } = habit(person, job);
  const { name, email, phone, url, address, postalCode, city, region, username, employers, school } = person;
  return {
    basics: {
      name,
      label,
      email,
      phone,
      url,
      image: `${url}/face.jpg`,
      summary: `I am ${name} from ${city}; write to ${email}.`,
      location: { address, postalCode, city, region, countryCode: 'XX' },
      profiles: [{ network: 'Forum', username, url: `https://forum.example/${username}` }],
    },
    work: [
      {
        name: employers[0],
        location: `${city}, ${region}`,
        position,
        url: `https://${username}-work.example`,
        startDate: '2021-04',
        summary: `${name} joined ${employers[0]} and used ${job.skills.join(' and ')}.`,
        highlights: [`Led a team of six at ${employers[0]}`, `Praised by ${person.reference}`],
      },
      { name: employers[1], position: job.earlier, startDate: '2018-01', endDate: '2021-03' },
    ],
    volunteer: [
      {
        organization: person.volunteerFor,
        position: `Team Leader at ${person.volunteerFor}`,
        startDate: '2019-01',
        summary: `Helped ${name}'s neighbours`,
      },
    ],
    education: [
      {
        institution: school,
        area: `${job.degree[1]}, ${school}`,
        studyType: job.degree[0],
        endDate: '2017-06',
        courses: [`Course in ${job.skills[0]} by ${person.reference}`],
      },
    ],
    certificates: [
      {
        name: certificate,
        date: '2022-05',
        issuer: person.client,
        url: `https://${username}-proof.example/1`,
      },
    ],
    skills: job.skills.map((skill, at) => ({
      name: skill,
      level: ['Advanced', 'Intermediate', 'Beginner'][at],
    })),
    languages: [{ language: `English (ask ${name})`, fluency: 'Fluent' }],
    interests: [{ name: person.hobby, keywords: [`${person.hobby} with ${person.reference}`] }],
    references: [{ name: person.reference, reference: `${name} is a joy. Call me at ${phone}.` }],
    projects: [
      {
        name: `${job.skills[0]} portal of ${person.client}`,
        entity: person.client,
        description: `Built with ${job.skills[0]} for ${person.client}`,
        url: `https://${username}-portal.example/x`,
        roles: [`Team Lead for ${person.client}`],
      },
    ],
    publications: [{ name: `Memoirs of ${name}`, publisher: person.client, url }],
  };
}

/** The role that a resume of this index is held against. */
export function roleOf(index: number): Record<string, unknown> {
  const { title, skills } = (PROFESSIONS[index % PROFESSIONS.length] as Profession).role;
  return {
    title,
    experience: { years: 5 },
    market: { demand: 'high', growthAreas: ['Automation'] },
    skills: skills.map((name, at) => ({ name, tier: at < 3 ? 'core' : 'preferred' })),
    gates: [
      { kind: 'degree', name: 'Degree', level: 'Bachelor' },
      { kind: 'language', name: 'English', level: 'B2' },
    ],
  };
}

import { describe, expect, it } from 'vitest';
import { Resources } from '../../schemas/index.ts';
import { computeResources } from '../../src/facts/compute-resources.ts';
import { computeStudyHours, DEFAULT_HOURS } from '../../src/facts/hours-table.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import { builtInCatalog, normalizeName, parseLevel } from '../../src/skills/index.ts';

const catalog = builtInCatalog();
const resources = Resources.parse(builtInResources());

/** Spoken languages are no entries of the skill catalog; resources for them go by these names. */
const LANGUAGES = [
  'Arabic',
  'English',
  'French',
  'German',
  'Italian',
  'Japanese',
  'Mandarin Chinese',
  'Portuguese',
  'Spanish',
];

const LEVELS = [null, 'beginner', 'intermediate', 'advanced', 'expert'] as const;

/** What the calculator chooses for one gap, from level number `held` to `asked`. */
function pick(name: string, held = 0, asked = held + 1): string | undefined {
  const entry = catalog.find(name);
  const gap = {
    id: 'skill.x',
    name: entry?.name ?? name,
    categories: [],
    tier: 'core',
    status: held === 0 ? 'missing' : 'partial',
    held: held > 0,
    levelHeld: LEVELS[held] ?? null,
    levelAsked: LEVELS[asked] ?? null,
    share: null,
    steps: asked - held,
    priority: 1,
    rank: 1,
    hours: computeStudyHours(entry?.kind ?? 'unknown', held, asked, DEFAULT_HOURS),
    related: [],
  } as unknown as Parameters<typeof computeResources>[0][number];
  return computeResources([gap], resources, 'catalog', catalog).chosen[0]?.title;
}

describe('resources', () => {
  it('name skills as the skill catalog does', () => {
    const names = new Set([...catalog.entries.map((entry) => entry.name), ...LANGUAGES]);
    const odd = resources.flatMap(({ title, skills }) =>
      skills.filter((skill) => !names.has(skill)).map((skill) => `${title}: ${skill}`),
    );
    expect(odd).toEqual([]);
  });

  it('occur once', () => {
    const keys = resources.map(({ title, provider }) => normalizeName(`${title} / ${provider}`));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('name no skill twice', () => {
    const odd = resources.filter(({ skills }) => new Set(skills).size !== skills.length);
    expect(odd.map((resource) => resource.title)).toEqual([]);
  });

  it('carry a level of the scale, hours, and the month in which the cost was last known to be right', () => {
    const odd = resources.filter(
      ({ level, hours, costChecked }) => parseLevel(level) === null || !hours || !costChecked,
    );
    expect(odd.map((resource) => resource.title)).toEqual([]);
  });

  it('lead to secure addresses without tracking', () => {
    const odd = resources.filter(({ url }) => !/^https:\/\/[^?#]+$/.test(url));
    expect(odd.map((resource) => resource.url)).toEqual([]);
  });

  it('name no price where nothing has to be paid', () => {
    expect(resources.filter(({ cost, price }) => cost === 'free' && price)).toEqual([]);
  });

  it('that teach are about few skills, but for guides to a whole trade or subject', () => {
    const wide = resources.filter(
      ({ kind, skills }) => kind !== 'certification' && kind !== 'community' && skills.length > 3,
    );
    expect(wide.length / resources.length).toBeLessThan(0.03);
  });
});

describe('something teaches', () => {
  it.each<[string, readonly string[]]>([
    [
      'nursing',
      ['Patient Assessment', 'Medication Administration', 'IV Therapy', 'Wound Care', 'Phlebotomy'],
    ],
    ['nursing wards', ['Critical Care', 'Emergency Nursing', 'Perioperative Nursing', 'Dementia Care']],
    [
      'finance',
      ['Bookkeeping', 'Accounts Payable', 'Month-End Close', 'IFRS', 'US GAAP', 'Budgeting', 'VAT'],
    ],
    ['trades', ['Welding', 'TIG Welding', 'Blueprint Reading', 'Electrical Wiring', 'Plumbing', 'HVAC']],
    ['workshop', ['CNC Machining', 'PLC Programming', 'Hydraulics', 'Forklift Operation', 'Carpentry']],
    ['marketing', ['SEO', 'Google Ads', 'Content Marketing', 'Copywriting', 'Market Research', 'Sales']],
    ['design', ['User Experience', 'UX Research', 'Figma', 'Typography', 'Photoshop', 'Motion Graphics']],
    ['management', ['Project Management', 'People Management', 'Change Management', 'Recruiting', 'Lean']],
    ['office', ['Excel', 'Word', 'PowerPoint', 'Public Speaking', 'Time Management', 'Negotiation']],
    ['data', ['SQL', 'Python', 'Apache Airflow', 'dbt', 'ETL', 'Data Modeling', 'Power BI', 'Statistics']],
    ['security', ['SIEM', 'Incident Response', 'Threat Modeling', 'Penetration Testing', 'Zero Trust']],
    ['AI', ['Large Language Models', 'Retrieval-Augmented Generation', 'MLOps', 'Vector Databases']],
  ])('%s', (_field, skills) => {
    const teaching = resources.filter(({ kind }) => kind !== 'certification' && kind !== 'community');
    const bare = skills.filter((skill) => !teaching.some((resource) => resource.skills.includes(skill)));
    expect(bare).toEqual([]);
  });
});

describe('what a coach of the field would name', () => {
  it.each<[string, number, number, string]>([
    ['Python', 0, 2, "CS50's Introduction to Programming with Python"],
    ['TypeScript', 1, 3, 'TypeScript Deep Dive'],
    ['Go', 0, 2, 'Go by Example'],
    ['Rust', 1, 2, 'The Rust Programming Language'],
    ['Vector Databases', 0, 1, 'Pinecone Learning Center'],
    ['Kubernetes', 0, 2, 'Introduction to Kubernetes (LFS158)'],
    ['React', 0, 2, 'React Documentation: Learn React'],
    ['SQL', 0, 1, 'SQLZoo'],
    ['Forecasting', 0, 2, 'Budgeting and Forecasting'],
    ['Financial Modelling', 0, 2, 'A Simple Model'],
    ['Account Reconciliation', 0, 1, 'AccountingCoach: Bank Reconciliation'],
    ['Excel', 2, 3, 'Excel Skills for Business Specialization'],
    ['ECG Interpretation', 2, 3, 'ECG Library'],
    ['Patient Care', 0, 2, 'Fundamentals of Nursing'],
    ['Patient Education', 0, 1, 'Always Use Teach-back! Toolkit'],
    ['HVAC', 0, 2, 'HVAC School'],
    ['CNC Machining', 0, 2, 'TITANS of CNC Academy'],
    ['Google Ads', 0, 2, 'Google Skillshop'],
    ['User Experience', 0, 2, 'Google UX Design Professional Certificate'],
    ['Project Management', 0, 2, 'Google Project Management Professional Certificate'],
    ['Delegation', 0, 1, 'The One Minute Manager Meets the Monkey'],
    ['Security Operations', 0, 2, 'SOC Level 1'],
  ])('%s from %i to %i: %s', (skill, held, asked, title) => {
    expect(pick(skill, held, asked)).toBe(title);
  });

  it.each([
    ['TypeScript', 'Angular Tutorials'],
    ['Vector Databases', 'Generative AI for Beginners'],
    ['Forecasting', 'Investopedia'],
    ['SQL', 'Python for Everybody'],
  ])('%s is not the subject of %s', (skill, title) => {
    expect(resources.find((resource) => resource.title === title)?.skills).not.toContain(skill);
  });
});

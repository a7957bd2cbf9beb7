import { readdirSync, readFileSync } from 'node:fs';
import type { Resume } from '../../schemas/resume.ts';
import { readLines } from '../../src/input/resumes/plain-text.ts';
import { readResume } from '../../src/input/resumes/read-resume.ts';
import { extractResume } from '../../src/resume/index.ts';
import { builtInCatalog, normalizeName } from '../../src/skills/index.ts';
import { SHARED } from './labelled-text.ts';
import { LAYOUTS } from './layouts.ts';
import type { Method } from './methods.ts';

export interface ResumeScores {
  skills: { method: string; named: number; precision: number; recall: number }[];
  fields: { field: string; given: number; same: number }[];
}

/** Lays the sample resumes out as text, in several ways, and holds what is read against what they say. */
export async function scoreResumes(methods: readonly Method[]): Promise<ResumeScores> {
  const catalog = builtInCatalog();
  const keyOf = (name: string) => catalog.find(name)?.name ?? normalizeName(name);
  const listed = ({ skills = [] }: Resume) =>
    new Set(skills.flatMap(({ name, keywords = [] }) => [name, ...keywords]).map(keyOf));
  const tally = new Map<string, { named: number; right: number; gold: number }>();
  const count = (method: string, named: ReadonlySet<string>, gold: ReadonlySet<string>) => {
    const known = tally.get(method) ?? { named: 0, right: 0, gold: 0 };
    const right = [...named].filter((name) => gold.has(name)).length;
    tally.set(method, {
      named: known.named + named.size,
      right: known.right + right,
      gold: known.gold + gold.size,
    });
  };
  const fields = new Map<string, { given: number; same: number }>();
  for (const resume of await readSamples())
    for (const layOut of Object.values(LAYOUTS)) {
      const text = layOut(resume);
      const read = extractResume({ file: 'resume.txt', lines: readLines(text) }).resume;
      const gold = listed(resume);
      count('ours', listed(read), gold);
      for (const method of methods)
        if (method.id !== 'ours') count(method.id, new Set(method.find(text).map(({ name }) => name)), gold);
      for (const [field, given, found] of compare(resume, read)) {
        const known = fields.get(field) ?? { given: 0, same: 0 };
        fields.set(field, { given: known.given + 1, same: known.same + Number(given === found) });
      }
    }
  return {
    skills: [...tally].map(([method, { named, right, gold }]) => ({
      method,
      named,
      precision: named === 0 ? 0 : right / named,
      recall: gold === 0 ? 0 : right / gold,
    })),
    fields: [...fields].map(([field, counts]) => ({ field, ...counts })),
  };
}

async function readSamples(): Promise<Resume[]> {
  const dir = `${SHARED}resumes/jsonresume/`;
  const files = readdirSync(dir)
    .filter((name) => name.endsWith('.resume.json'))
    .sort();
  const resumes = await Promise.all(files.map(async (name) => (await readResume(dir + name)).resume));
  return [...resumes, readMaster(`${SHARED}resumes/resume-matcher/master.json`)];
}

interface Master {
  personalInfo: { name: string; title: string; email: string; phone: string };
  summary: string;
  workExperience: {
    title: string;
    company: string;
    location: string;
    years: string;
    description: string[];
  }[];
  education: { institution: string; degree: string; years: string }[];
  additional: { technicalSkills: string[]; languages: string[]; certificationsTraining: string[] };
}

/** A resume of another form, read as the fields that both have; its years stay words. */
function readMaster(file: string): Resume {
  const { personalInfo, summary, workExperience, education, additional } = JSON.parse(
    readFileSync(file, 'utf8'),
  ) as Master;
  const months: Readonly<Record<string, string>> = { Jan: '01', Jun: '06', Dec: '12' };
  const dateOf = (text: string | undefined) => {
    const [, month, year] = /^(?:(\w{3}) )?(\d{4})$/.exec(text ?? '') ?? [];
    return year === undefined ? undefined : month === undefined ? year : `${year}-${months[month]}`;
  };
  const period = (years: string) => {
    const [from, to] = years.split(' - ');
    return { startDate: dateOf(from), endDate: dateOf(to) };
  };
  return {
    basics: {
      name: personalInfo.name,
      label: personalInfo.title,
      email: personalInfo.email,
      phone: personalInfo.phone,
      summary,
    },
    work: workExperience.map(({ title, company, location, years, description }) => ({
      position: title,
      name: company,
      location,
      ...period(years),
      highlights: description,
    })),
    education: education.map(({ institution, degree, years }) => ({
      institution,
      studyType: degree.slice(0, 4),
      area: degree.slice(5),
      ...period(years),
    })),
    certificates: additional.certificationsTraining.map((name) => ({ name })),
    skills: additional.technicalSkills.map((name) => ({ name })),
    languages: additional.languages.map((text) => ({
      language: text.split(' (')[0],
      fluency: /\((.*)\)/.exec(text)?.[1],
    })),
  };
}

/** Field by field what was given and what was read, entries held against each other by their order. */
function* compare(
  given: Resume,
  read: Resume,
): Generator<[field: string, given: string | undefined, found: string | undefined]> {
  for (const key of ['name', 'label', 'email', 'phone'] as const)
    if (given.basics?.[key]) yield [`basics.${key}`, given.basics[key], read.basics?.[key]];
  const lists = {
    work: ['position', 'name', 'startDate', 'endDate'],
    volunteer: ['position', 'organization', 'startDate', 'endDate'],
    education: ['institution', 'studyType', 'area', 'startDate', 'endDate'],
    certificates: ['name', 'issuer', 'date'],
    languages: ['language', 'fluency'],
    projects: ['name', 'startDate', 'endDate'],
  } as const;
  for (const [list, keys] of Object.entries(lists) as [keyof typeof lists, readonly string[]][])
    for (const [at, entry] of ((given[list] ?? []) as Readonly<Record<string, unknown>>[]).entries())
      for (const key of keys) {
        const value = entry[key];
        const found = (read[list]?.[at] as Readonly<Record<string, unknown>> | undefined)?.[key];
        // Layouts write months, so days are not asked for.
        const month = (text: unknown) =>
          /Date$|^date$/.test(key) && typeof text === 'string'
            ? text.slice(0, 7)
            : (text as string | undefined);
        if (value !== undefined) yield [`${list}.${key}`, month(value), month(found)];
      }
}

import { type CaseWriterOptions, caseWriter } from '../../evals/scripted/case-writer.ts';
import type { FactSheet } from '../../schemas/index.ts';
import type { Person } from '../../src/batch/index.ts';
import { loadPromptSet, type PromptSet } from '../../src/draft/index.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { readCase } from '../../src/input/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import type { Script } from '../support/scripted-server.ts';

export const DATE = '2026-11-01';

export const ROLE = {
  title: 'Ward Clerk',
  skills: [
    { name: 'Excel', tier: 'core', level: 'Advanced' },
    { name: 'Medical Terminology', tier: 'core' },
    { name: 'Scheduling', tier: 'preferred' },
  ],
};

const LEVELS = ['Beginner', 'Advanced', 'Expert'];
const FIRST = ['Amara', 'Birgit', 'Chidi', 'Dolores', 'Eszter', 'Farid'];

/** The resume of a person unlike all others, with contacts. */
export const resumeOf = (at: number) => ({
  basics: {
    name: `${FIRST[at % FIRST.length]} Quillfeather${at}`,
    email: `person${at}@quillfeather.example`,
    phone: `+49 170 555${String(at).padStart(4, '0')}`,
    summary: `Grew up in Zwickelheim${at}.`,
  },
  work: [
    {
      name: `Harrowgate Clinic ${at}`,
      position: 'Clerk',
      startDate: '2020-01',
      endDate: `2023-0${1 + (at % 9)}`,
    },
  ],
  skills: [
    { name: 'Excel', level: LEVELS[at % LEVELS.length] },
    { name: 'Scheduling' },
    { name: `Filing System ${at}` },
  ],
});

export const personOf = (at: number, resume: unknown = resumeOf(at)): Person => ({
  source: `people.jsonl:${at + 1}`,
  name: `person-${at}`,
  resume: { value: resume },
});

export const peopleOf = (count: number): Person[] => Array.from({ length: count }, (_, at) => personOf(at));

export async function* streamOf(people: readonly Person[]): AsyncGenerator<Person> {
  yield* people;
}

export const readOne = (resume: unknown) => readCase({ resume, role: ROLE, date: DATE });

/** A scripted model that knows the first so many people, and writes something false about some of them. */
export async function scriptFor(
  count: number,
  options: CaseWriterOptions = { faultRate: 0.3 },
  prompts?: PromptSet,
): Promise<Script> {
  const sheets: { sheet: FactSheet }[] = [];
  for (let at = 0; at < count; at += 1) {
    const { case: theCase } = await readOne(resumeOf(at));
    sheets.push({ sheet: computeFacts(theCase, { resources: builtInResources() }) });
  }
  return caseWriter(sheets, prompts ?? (await loadPromptSet()), options);
}

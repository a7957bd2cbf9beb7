import { readdirSync } from 'node:fs';
import { GapwrightError, type Resume, Role, readCase, writeReport } from '../../src/index.ts';
import { DATA, type Occupation } from './occupations.ts';

/** The report's date of the run: the figures must not move with the calendar. */
const DATE = '2026-11-25';

export interface NamedResume {
  file: string;
  resume: Resume;
}

/** What came of one report. */
export interface Outcome {
  resume: string;
  milliseconds: number;
  sentences: number;
  warnings: number;
  /** `rule: quote | message` of each finding of severity error, or what else went wrong. */
  errors: string[];
}

/** What came of one occupation. */
export interface Tried {
  source: Occupation['source'];
  code: string;
  title: string;
  skills: number;
  /** Why the profile is not valid, if it is not. */
  invalid: string | undefined;
  outcomes: Outcome[];
}

/** The sample resumes that are JSON Resume documents. */
export async function readSampleResumes(): Promise<NamedResume[]> {
  const dir = `${DATA}resumes/jsonresume/`;
  const files = readdirSync(dir).filter((file) => file.endsWith('.resume.json'));
  const role = { title: 'Any', skills: [{ name: 'Any', tier: 'core' }] };
  return Promise.all(
    files.sort().map(async (file) => {
      const read = await readCase({ resume: `${dir}${file}`, role, date: DATE });
      return { file, resume: read.case.resume };
    }),
  );
}

/** Validates the profile, and writes and checks an offline report on it for each resume. */
export async function tryOccupation(
  { source, code, makeRole }: Occupation,
  resumes: readonly NamedResume[],
): Promise<Tried> {
  const role = makeRole();
  const parsed = Role.safeParse(role);
  const tried = { source, code, title: role.title, skills: role.skills.length };
  if (!parsed.success) return { ...tried, invalid: parsed.error.message, outcomes: [] };
  const outcomes: Outcome[] = [];
  for (const { file, resume } of resumes) {
    const start = performance.now();
    const outcome = await writeReport({ resume, role: parsed.data, date: DATE }).report.then(
      ({ check }) => ({
        sentences: check.summary.sentences,
        warnings: check.summary.warnings,
        errors: [] as string[],
      }),
      (error: unknown) => ({ sentences: 0, warnings: 0, errors: describe(error) }),
    );
    outcomes.push({ resume: file, milliseconds: performance.now() - start, ...outcome });
  }
  return { ...tried, invalid: undefined, outcomes };
}

interface Found {
  rule: string;
  quote: string;
  message: string;
}

function describe(error: unknown): string[] {
  if (!(error instanceof GapwrightError)) throw error;
  const { findings = [] } = error as GapwrightError & { findings?: readonly Found[] };
  return findings.length === 0
    ? [error.message]
    : findings.map(({ rule, quote, message }) => `${rule}: ${JSON.stringify(quote)} | ${message}`);
}

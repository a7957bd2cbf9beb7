import type { z } from 'zod';
// File by file: the index would build the schemas of everything, and start-up pays for each.
import type { Case } from '../../schemas/case.ts';
import { FullDate } from '../../schemas/common.ts';
import { Plan } from '../../schemas/plan.ts';
import { Resources } from '../../schemas/resource.ts';
import type { Resume } from '../../schemas/resume.ts';
import { Role } from '../../schemas/role.ts';
import { InputError, UsageError } from '../errors.ts';
import { checkCase } from './check-case.ts';
import { quote } from './describe-value.ts';
import type { InputWarning } from './input-warning.ts';
import { neutraliseNames, SHOWN_TEXTS } from './neutralise-names.ts';
import { parseInput } from './parse-input.ts';
import type { Locate } from './place.ts';
import { type ReadOptions, readDocument } from './read-document.ts';

/** Where a case comes from: each input is a path (`-` for standard input, once) or an object already parsed. */
export interface CaseInputs {
  resume: unknown;
  role: unknown;
  plan?: unknown;
  resources?: unknown;
  /** The report's date, `YYYY-MM-DD`. Default: today. */
  date?: string | undefined;
}

export interface ReadCaseOptions extends ReadOptions {
  /** The clock. Only its local date is read, and only where no date is given. */
  today?: () => Date;
}

/**
 * Reads and checks all that a report is made of. Texts that try to be more than names (instructions, markup, hidden
 * characters) are read as harmless ones, with a warning.
 * @throws {InputError} with what is wrong; where several inputs are, the messages of all of them.
 * @throws {UsageError} for a date that is none, or standard input asked for twice.
 * @throws {AbortedError} when the signal fires.
 */
export async function readCase(
  inputs: CaseInputs,
  { today = () => new Date(), ...options }: ReadCaseOptions = {},
): Promise<{ case: Case; warnings: InputWarning[] }> {
  const date = parseDate(inputs.date ?? formatDate(today()));
  const { resume, role, plan, resources } = inputs;
  const fromStdin = Object.entries({ resume, role, plan, resources }).filter(([, source]) => source === '-');
  if (fromStdin.length > 1) {
    const names = fromStdin.map(([name]) => name).join(' and ');
    throw new UsageError(
      `cannot read ${names} from standard input: found "-" more than once, expected it once`,
    );
  }
  const read = await allOrFirstFault([
    readResumeInput(resume, options),
    readInput(Role, role, 'role', options),
    plan === undefined ? undefined : readInput(Plan, plan, 'plan', options),
    resources === undefined ? undefined : readInput(Resources, resources, 'resources', options),
  ] as const);
  const [theResume, theRole, thePlan, theResources] = read;
  const checked = checkCase(
    {
      resume: theResume.value,
      role: theRole.value,
      ...(thePlan && { plan: thePlan.value }),
      ...(theResources && { resources: theResources.value }),
      date,
    },
    theResume,
  );
  const warnings = read.flatMap((input) => input?.warnings ?? []);
  return { case: checked.case, warnings: [...warnings, ...checked.warnings] };
}

interface ReadInput<T> {
  value: T;
  warnings: InputWarning[];
  file: string;
  locate: Locate | undefined;
}

/** Loads the readers of resumes when one is read: start-up pays for each file. */
async function readResumeInput(source: unknown, options: ReadOptions): Promise<ReadInput<Resume>> {
  const { readResume } = await import('./resumes/read-resume.ts');
  const { resume, warnings, file, locate } = await readResume(source, options);
  return { value: resume, warnings, file, locate };
}

async function readInput<S extends z.ZodType>(
  schema: S,
  source: unknown,
  noun: keyof typeof SHOWN_TEXTS,
  options: ReadOptions,
): Promise<ReadInput<z.output<S>>> {
  const document = typeof source === 'string' ? await readDocument(source, options) : undefined;
  const { file, locate, data } = document ?? { file: `the ${noun}`, locate: undefined, data: source };
  const parsed = parseInput(schema, data, { file, locate });
  const { value, warnings } = neutraliseNames(parsed.value, SHOWN_TEXTS[noun], { file, locate });
  return { value, warnings: [...parsed.warnings, ...warnings], file, locate };
}

/** Waits for all, so that someone with two wrong files hears of both at once. */
async function allOrFirstFault<T extends readonly unknown[]>(
  promises: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const settled = await Promise.allSettled(promises);
  const faults = settled.flatMap((result) =>
    result.status === 'rejected' ? [result.reason as unknown] : [],
  );
  const other = faults.find((fault) => !(fault instanceof InputError));
  if (other !== undefined) throw other;
  const [first, ...more] = faults as InputError[];
  if (first && more.length === 0) throw first;
  if (first) {
    const message = [first, ...more].map((fault) => fault.message).join('\n');
    const issues = [first, ...more].flatMap((fault) => fault.issues);
    throw new InputError(first.file, message, issues, { cause: new AggregateError([first, ...more]) });
  }
  return settled.map((result) => (result as PromiseFulfilledResult<unknown>).value) as {
    -readonly [K in keyof T]: Awaited<T[K]>;
  };
}

function parseDate(date: string): string {
  const result = FullDate.safeParse(date);
  if (result.success) return result.data;
  throw new UsageError(`cannot use the report's date: found ${quote(date)}, expected a date as YYYY-MM-DD`);
}

function formatDate(date: Date): string {
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`;
}

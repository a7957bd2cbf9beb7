import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Case } from '../../schemas/index.ts';
import { InputError, UsageError } from '../errors.ts';
import type { FactOptions, HoursTable } from '../facts/index.ts';
import { addCatalogOption, catalogOptionsOf } from './catalog-option.ts';
import type { Io, Speaker } from './io.ts';
import { addRolesOption, locateRole } from './locate-role.ts';

/** Flags that say what a case is made of and how its facts are computed. */
export interface CaseFlags {
  resume?: string;
  role?: string;
  plan?: string;
  resources?: string;
  date?: string;
  hoursPerWeek?: number;
  weeks?: number;
  budget?: { amount: number; currency: string };
  freeOnly?: boolean;
  hoursTable?: string;
  roles?: string;
  catalog?: string;
  language?: string;
}

/**
 * Adds the flags of a case to a command. `needed` says whether resume and role must be given; a command that takes
 * resumes in another way leaves `--resume` out.
 */
export function addCaseOptions(
  command: Command,
  { needed, resume = true }: { needed: boolean; resume?: boolean },
): Command {
  const input = (flag: string, text: string) => {
    const option = new Option(`${flag} <file>`, text);
    return command.addOption(needed && /resume|role/.test(flag) ? option.makeOptionMandatory() : option);
  };
  if (resume)
    input(
      '--resume',
      'a resume: JSON Resume (JSON, YAML), PDF, DOCX, Markdown, text, LinkedIn export (- for standard input)',
    );
  input('--role', 'role profile: what the market asks for; with --roles its title');
  input('--plan', 'a learning plan of your own; else the roadmap is computed');
  input('--resources', 'learning resources of your own; else the built-in catalog serves');
  addRolesOption(command);
  addCatalogOption(command);
  return command
    .option('--language <tag>', 'language of facts and report: en (default), de, es (docs/languages.md)')
    .option('--date <YYYY-MM-DD>', "the report's date (default: today)")
    .option('--hours-per-week <n>', 'study hours a week for a computed roadmap (default: 8)', positive(168))
    .option('--weeks <n>', 'limit the computed roadmap to so many weeks', wholeWeeks)
    .option(
      '--budget <amount>',
      'most to spend on resources, e.g. 200 or "200 EUR" (default currency: USD)',
      parseBudget,
    )
    .option('--free-only', 'recommend nothing that costs money')
    .option(
      '--hours-table <file>',
      'study hours per level step and kind of skill, instead of the built-in estimates',
    );
}

/**
 * Reads the case that the flags name, and the options for its facts. Warnings go to the speaker.
 * @throws InputError, UsageError
 */
export async function readCaseOf(
  flags: CaseFlags,
  io: Io,
  speaker: Speaker,
): Promise<{ theCase: Case; factOptions: FactOptions }> {
  const { resume, role, plan, resources, date } = flags;
  if (resume === undefined || role === undefined) {
    throw new UsageError(
      `cannot compute facts: found ${resume === undefined ? 'no --resume' : 'no --role'}, expected both --resume and --role`,
    );
  }
  const { readCase } = await import('../input/index.ts');
  const options = { stdin: io.stdin, signal: io.signal };
  const inputs = {
    resume,
    role: await locateRole(role, flags, io),
    ...(plan !== undefined && { plan }),
    ...(resources !== undefined && { resources }),
    date,
  };
  const { case: theCase, warnings } = await readCase(inputs, options);
  for (const warning of warnings) speaker.warn(warning.message);
  if (theCase.plan && flags.weeks !== undefined) speaker.warn('--weeks has no effect on a plan of your own');
  return { theCase, factOptions: await readFactOptions(flags, io, speaker) };
}

/** Reads the options for facts that the flags name. */
export async function readFactOptions(flags: CaseFlags, io: Io, speaker: Speaker): Promise<FactOptions> {
  const { hoursPerWeek, weeks, budget, freeOnly, hoursTable, language } = flags;
  return {
    ...(await catalogOptionsOf(flags, io, speaker)),
    ...(language !== undefined && { language: await readLanguage(language) }),
    ...(hoursPerWeek !== undefined && { hoursPerWeek }),
    ...(weeks !== undefined && { weeks }),
    ...(budget !== undefined && { budget }),
    ...(freeOnly !== undefined && { freeOnly }),
    ...(hoursTable !== undefined && {
      hoursTable: await readHoursTable(hoursTable, { stdin: io.stdin, signal: io.signal }),
    }),
  };
}

/** @throws UsageError where there is no such language */
async function readLanguage(tag: string): Promise<string> {
  const { findLanguage } = await import('../language/index.ts');
  return findLanguage(tag).tag;
}

async function readHoursTable(
  path: string,
  options: { stdin: Io['stdin']; signal: AbortSignal },
): Promise<HoursTable> {
  const [{ parseInput, readDocument }, { HoursTable }] = await Promise.all([
    import('../input/index.ts'),
    import('../facts/index.ts'),
  ]);
  const document = await readDocument(path, options);
  const { value } = parseInput(HoursTable, document.data, { file: document.file, locate: document.locate });
  if (!('unknown' in value)) {
    throw new InputError(
      path,
      `cannot read ${path}: found no entry "unknown", expected one for skills of a kind that the table does not list`,
    );
  }
  return value;
}

function positive(most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+(\.\d+)?$/.test(text) || value <= 0 || value > most)
      throw new InvalidArgumentError(`expected a number above 0, at most ${most}.`);
    return value;
  };
}

function wholeWeeks(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > 1000)
    throw new InvalidArgumentError('expected whole weeks from 1 to 1000.');
  return value;
}

function parseBudget(text: string): { amount: number; currency: string } {
  const match = /^(?:([A-Za-z]{3})\s*)?(\d+(?:\.\d{1,2})?)(?:\s*([A-Za-z]{3}))?$/.exec(text.trim());
  const currency = (match?.[1] ?? match?.[3] ?? 'USD').toUpperCase();
  if (!match || (match[1] && match[3]) || !Intl.supportedValuesOf('currency').includes(currency)) {
    throw new InvalidArgumentError(
      'expected an amount with an optional currency code, such as 200 or "200 EUR".',
    );
  }
  return { amount: Number(match[2]), currency };
}

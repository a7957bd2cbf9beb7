import type { Case, Resume } from '../../schemas/index.ts';
import type { InputIssue } from '../errors.ts';
import { createInputError } from './create-input-error.ts';
import { describeValue, quote } from './describe-value.ts';
import { createInputWarning, type InputWarning } from './input-warning.ts';
import { formatPath, type Locate, type Path } from './place.ts';

/** The resume's name for messages and, where it was read from a text, the places in it. */
export interface ResumeSource {
  file?: string;
  locate?: Locate | undefined;
}

/** An entry that lasts from a start to an end. */
interface Stretch {
  startDate?: string | undefined;
  endDate?: string | undefined;
}

/**
 * Checks what no single field shows: ends before starts, work and certificates after the report's date, skills listed
 * twice, a resume that shows nothing. Gives the case without the ends of work that lie after the report's date,
 * because that work is going on. A start or an end of an education may lie in the future.
 * @throws {InputError} with every date that cannot be.
 */
export function checkCase(
  given: Case,
  { file = 'the resume', locate }: ResumeSource = {},
): { case: Case; warnings: InputWarning[] } {
  const { date, resume } = given;
  const issues: InputIssue[] = [];
  const warnings: InputWarning[] = [];
  const reject = (path: Path, found: string, expected: string) =>
    issues.push({ path: formatPath(path), found: describeValue(found), expected, ...locate?.(path) });
  const warn = (path: Path, what: string, note: string) =>
    warnings.push(createInputWarning(file, path, what, { locate, note }));

  const checkOrder = ({ startDate, endDate }: Stretch, path: Path) => {
    if (startDate && endDate && isBefore(endDate, startDate))
      reject([...path, 'endDate'], endDate, `a date not before the start, ${startDate}`);
  };
  const checkPast = (value: string | undefined, path: Path) => {
    if (value && isAfter(value, date)) reject(path, value, `a date up to the report's date, ${date}`);
  };
  const readExperience = <T extends Stretch>(list: T[] | undefined, name: string): T[] | undefined =>
    list?.map((entry, index) => {
      const { startDate, endDate } = entry;
      checkOrder(entry, [name, index]);
      checkPast(startDate, [name, index, 'startDate']);
      if (!endDate || !isAfter(endDate, date)) return entry;
      const note = `expected a date up to the report's date, ${date}: it is read as going on`;
      warn([name, index, 'endDate'], `date ${quote(endDate)}`, note);
      return { ...entry, endDate: undefined };
    });

  const read: Resume = {
    ...resume,
    work: readExperience(resume.work, 'work'),
    volunteer: readExperience(resume.volunteer, 'volunteer'),
    projects: readExperience(resume.projects, 'projects'),
  };
  for (const [index, entry] of (resume.education ?? []).entries()) checkOrder(entry, ['education', index]);
  for (const [index, { date: issued }] of (resume.certificates ?? []).entries())
    checkPast(issued, ['certificates', index, 'date']);
  if (issues.length > 0) throw createInputError(file, issues);

  for (const { name, first, again } of findRepeatedSkills(resume))
    warn(
      ['skills', again],
      `skill ${quote(name)} again`,
      `first at skills[${first}]: both are read as one skill`,
    );
  if (showsNothing(resume))
    warn([], 'empty resume (no skills, work or other entries)', 'every skill of the role counts as missing');
  return { case: { ...given, resume: read }, warnings };
}

function* findRepeatedSkills({ skills = [] }: Resume) {
  const seen = new Map<string, number>();
  for (const [again, { name }] of skills.entries()) {
    const key = name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
    const first = seen.get(key);
    if (first === undefined) seen.set(key, again);
    else yield { name, first, again };
  }
}

function showsNothing({ skills, work, projects, certificates, volunteer, education }: Resume): boolean {
  return [skills, work, projects, certificates, volunteer, education].every((list) => !list?.length);
}

/** Compares what both dates say: `2020` is not before `2020-05`. */
function isBefore(date: string, other: string): boolean {
  const length = Math.min(date.length, other.length);
  return date.slice(0, length) < other.slice(0, length);
}

function isAfter(date: string, other: string): boolean {
  return isBefore(other, date);
}

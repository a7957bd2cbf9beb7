import type { Resume } from '../../../schemas/resume.ts';
import type { FieldSource } from '../../resume/extraction.ts';
import type { ReadResumeBody } from '../read-upload.ts';

/** A row of a list that is edited; the key stays with it while others come and go. */
export type Row<T> = T & { key: number; readFrom?: FieldSource | undefined };

/** `under` is the key of the entry whose keyword the skill was. */
export type SkillRow = Row<{ name: string; level?: string | undefined; under?: number | undefined }>;
type Of<K extends 'work' | 'education' | 'certificates' | 'languages'> = NonNullable<Resume[K]>[number];

/** A resume on the desk: what was read, in rows that can be corrected. */
export interface ResumeDraft {
  read: ReadResumeBody;
  name: string;
  skills: readonly SkillRow[];
  work: readonly Row<Of<'work'>>[];
  education: readonly Row<Of<'education'>>[];
  certificates: readonly Row<Of<'certificates'>>[];
  languages: readonly Row<Of<'languages'>>[];
}

let lastKey = 0;
/** Gives a key that no other row has. */
export function freshKey(): number {
  lastKey += 1;
  return lastKey;
}

/** Lays a resume out in rows. Keywords of a skill are shown as skills of its level, which is what they are taken for. */
export function toDraft(read: ReadResumeBody): ResumeDraft {
  const { resume, fields } = read;
  const sources = new Map(fields.map((field) => [field.path, field]));
  const find = (...paths: string[]) =>
    paths.map((path) => sources.get(path)).find((one) => one !== undefined);
  const rows = <T extends object>(
    list: readonly T[] | undefined,
    path: string,
    ...names: string[]
  ): Row<T>[] =>
    (list ?? []).map((one, at) => ({
      ...one,
      key: freshKey(),
      readFrom: find(...names.map((name) => `${path}[${at}].${name}`), `${path}[${at}]`),
    }));
  return {
    read,
    name: resume.basics?.name ?? '',
    skills: (resume.skills ?? []).flatMap(({ name, level, keywords = [] }, at): SkillRow[] => {
      const key = freshKey();
      return [
        { key, name, level, readFrom: find(`skills[${at}].name`, `skills[${at}]`) },
        ...keywords.map((word, index) => ({
          key: freshKey(),
          name: word,
          level,
          under: key,
          readFrom: find(`skills[${at}].keywords[${index}]`),
        })),
      ];
    }),
    work: rows(resume.work, 'work', 'startDate', 'position'),
    education: rows(resume.education, 'education', 'studyType', 'institution'),
    certificates: rows(resume.certificates, 'certificates', 'name'),
    languages: rows(resume.languages, 'languages', 'language'),
  };
}

/** Gives the resume as corrected; rows without a word in them are left out. */
export function toResume({
  read,
  name,
  skills,
  work,
  education,
  certificates,
  languages,
}: ResumeDraft): Resume {
  return {
    ...read.resume,
    basics: { ...read.resume.basics, name: name.trim() === '' ? undefined : name.trim() },
    skills: gather(skills),
    work: bare(work),
    education: bare(education),
    certificates: bare(certificates),
    languages: bare(languages),
  };
}

function bare<T extends object>(rows: readonly Row<T>[]): T[] {
  return rows
    .map(({ key: _key, readFrom: _source, ...one }) => one as unknown as T)
    .filter((one) => Object.values(one).some((value) => value !== undefined && value !== ''));
}

/** A keyword stays one where its entry is still there and held at the same level; else it is a skill by itself. */
function gather(rows: readonly SkillRow[]): NonNullable<Resume['skills']> {
  const named = rows.filter(({ name }) => name.trim() !== '');
  const levels = new Map(named.map(({ key, level }) => [key, level ?? '']));
  const stays = ({ under, level }: SkillRow) => under !== undefined && levels.get(under) === (level ?? '');
  return named
    .filter((row) => !stays(row))
    .map(({ key, name, level }) => {
      const keywords = named.filter((row) => row.under === key && stays(row)).map((row) => row.name.trim());
      return {
        name: name.trim(),
        level: level === '' ? undefined : level,
        ...(keywords.length > 0 && { keywords }),
      };
    });
}

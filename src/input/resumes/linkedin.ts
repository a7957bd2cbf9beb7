import type { Resume } from '../../../schemas/resume.ts';
import { cleanText } from '../../resume/clean-text.ts';
import type { Extraction, FieldSource } from '../../resume/index.ts';
import { readDates } from '../../resume/read/dates.ts';
import { createInputError } from '../create-input-error.ts';
import { decodeText } from '../decode-text.ts';
import { BULLET } from './plain-text.ts';
import type { ResumeFormat, ResumeSource } from './resume-format.ts';
import { type Archive, isZip, openZip } from './zip.ts';

/** What LinkedIn sends people who ask for their data: CSV files in a folder, or the ZIP archive as it came. */
export const linkedin: ResumeFormat = {
  id: 'linkedin',
  title: 'LinkedIn data export (folder or ZIP)',
  extensions: ['.zip'],
  async recognises(source) {
    const archive = await open(source);
    return archive !== undefined && findFiles(archive).size > 0;
  },
  async read(source) {
    const archive = await open(source);
    const files = archive ? findFiles(archive) : new Map<string, string>();
    if (!archive || files.size === 0)
      throw createInputError(source.file, [
        {
          path: '',
          found: source.folder
            ? 'a folder without a LinkedIn export in it'
            : 'an archive without a LinkedIn export in it',
          expected: `files such as ${Object.keys(TABLES).slice(0, 3).join(', ')}`,
        },
      ]);
    const sink: Sink = { resume: {}, fields: [] };
    for (const [name, { read }] of Object.entries(TABLES)) {
      const path = files.get(name.toLowerCase());
      if (path === undefined) continue;
      const rows = await readRows(await archive.read(path), `${source.file}/${path}`);
      for (const { row, line } of rows)
        read(row, sink, (at) =>
          sink.fields.push({ path: at, certainty: 'certain', file: path, line, excerpt: excerptOf(row) }),
        );
    }
    return {
      kind: 'extraction',
      extraction: { resume: sink.resume, fields: sink.fields, notes: [] } satisfies Extraction,
    };
  },
};

async function open({ folder, bytes, file }: ResumeSource): Promise<Archive | undefined> {
  if (folder) return folder;
  return isZip({ bytes }) ? openZip(bytes, file) : undefined;
}

/** The tables that are there, by their names in small letters; the archive may hold them in a folder. */
function findFiles({ names }: Archive): Map<string, string> {
  const known = new Set(Object.keys(TABLES).map((name) => name.toLowerCase()));
  return new Map(
    names.flatMap((path) => {
      const name = (path.split('/').at(-1) ?? '').toLowerCase();
      return known.has(name) ? [[name, path] as const] : [];
    }),
  );
}

type Row = Readonly<Record<string, string>>;

interface Sink {
  resume: Resume;
  fields: FieldSource[];
}

interface Table {
  read(row: Row, sink: Sink, place: (path: string) => void): void;
}

/** Each file of the export that says something of a resume, in the order in which they are read. */
const TABLES: Readonly<Record<string, Table>> = {
  'Profile.csv': {
    read(row, { resume }, place) {
      const name = [row['first name'], row['last name']].filter(Boolean).join(' ');
      const url = /https?:\/\/[^\s,\]]+/.exec(row.websites ?? '')?.[0];
      resume.basics = {
        ...resume.basics,
        ...given({ name, label: row.headline, summary: row.summary, url }),
        ...(row['geo location'] && { location: { city: row['geo location'] } }),
      };
      place('basics');
    },
  },
  'Email Addresses.csv': {
    read(row, { resume }, place) {
      if (!row['email address'] || (resume.basics?.email !== undefined && !/yes/i.test(row.primary ?? '')))
        return;
      resume.basics = { ...resume.basics, email: row['email address'] };
      place('basics.email');
    },
  },
  'Positions.csv': {
    read(row, { resume }, place) {
      const work = list(resume, 'work');
      work.push({
        ...given({ name: row['company name'], position: row.title, location: row.location }),
        ...periodOf(row),
        ...told(row.description),
      });
      place(`work[${work.length - 1}]`);
    },
  },
  'Volunteering.csv': {
    read(row, { resume }, place) {
      const volunteer = list(resume, 'volunteer');
      volunteer.push({
        ...given({ organization: row['company name'], position: row.role }),
        ...periodOf(row),
        ...told(row.description),
      });
      place(`volunteer[${volunteer.length - 1}]`);
    },
  },
  'Education.csv': {
    read(row, { resume }, place) {
      const education = list(resume, 'education');
      const degree = (row['degree name'] ?? '').split(/,\s+(.*)/);
      education.push({
        ...given({ institution: row['school name'], studyType: degree[0], area: degree[1] }),
        ...periodOf(row),
      });
      place(`education[${education.length - 1}]`);
    },
  },
  'Certifications.csv': {
    read(row, { resume }, place) {
      const certificates = list(resume, 'certificates');
      const date = dateOf(row['started on']);
      certificates.push({
        ...given({ name: row.name, issuer: row.authority, url: row.url }),
        ...(date && { date }),
      });
      place(`certificates[${certificates.length - 1}]`);
    },
  },
  'Skills.csv': {
    read(row, { resume }, place) {
      const name = row.name ?? Object.values(row)[0];
      if (!name) return;
      const skills = list(resume, 'skills');
      skills.push({ name });
      place(`skills[${skills.length - 1}]`);
    },
  },
  'Languages.csv': {
    read(row, { resume }, place) {
      const languages = list(resume, 'languages');
      languages.push(given({ language: row.name, fluency: row.proficiency }));
      place(`languages[${languages.length - 1}]`);
    },
  },
  'Projects.csv': {
    read(row, { resume }, place) {
      const projects = list(resume, 'projects');
      const { summary, highlights } = told(row.description);
      projects.push({
        ...given({ name: row.title, url: row.url, description: summary }),
        ...(highlights && { highlights }),
        ...periodOf(row),
      });
      place(`projects[${projects.length - 1}]`);
    },
  },
};

function list<
  K extends 'work' | 'volunteer' | 'education' | 'certificates' | 'skills' | 'languages' | 'projects',
>(resume: Resume, key: K): NonNullable<Resume[K]> {
  resume[key] ??= [];
  return resume[key] as NonNullable<Resume[K]>;
}

/** Without what the row leaves empty. */
function given<T extends Readonly<Record<string, string | undefined>>>(
  fields: T,
): { [K in keyof T]?: string } {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  ) as { [K in keyof T]?: string };
}

function periodOf(row: Row): { startDate?: string; endDate?: string } {
  const startDate = dateOf(row['started on'] ?? row['start date']);
  const endDate = dateOf(row['finished on'] ?? row['end date']);
  return { ...(startDate && { startDate }), ...(endDate && { endDate }) };
}

function dateOf(text: string | undefined): string | undefined {
  const [date] = readDates(text ?? '');
  return date?.start ?? date?.end;
}

/** A description's list items as highlights, the rest as summary. */
function told(text: string | undefined): { summary?: string; highlights?: string[] } {
  const lines = (text ?? '')
    .split(/\r?\n| {2,}(?=[•·-] )/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const items = lines.filter((line) => BULLET.test(line)).map((line) => line.replace(BULLET, ''));
  const rest = lines.filter((line) => !BULLET.test(line));
  return {
    ...(rest.length > 0 && { summary: rest.join('\n') }),
    ...(items.length > 0 && { highlights: items }),
  };
}

async function readRows(bytes: Uint8Array, file: string): Promise<{ row: Row; line: number }[]> {
  const { parse } = await import('csv-parse/sync');
  const text = decodeText(bytes, file, 'a CSV file in UTF-8');
  try {
    const records = parse<{ record: Record<string, string>; info: { lines: number } }>(text, {
      columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 1_000_000,
    });
    return records.map(({ record, info }) => ({
      row: Object.fromEntries(Object.entries(record).map(([key, value]) => [key, cleanLines(value)])),
      line: info.lines,
    }));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw createInputError(
      file,
      [
        {
          path: '',
          found: `broken CSV (${reason.slice(0, 120)})`,
          expected: 'a CSV file as LinkedIn writes it',
        },
      ],
      { cause },
    );
  }
}

/** Each line cleaned by itself, so that line breaks stay. */
function cleanLines(value: string): string {
  return value.split('\n').map(cleanText).join('\n').trim();
}

function excerptOf(row: Row): string {
  return Object.values(row).filter(Boolean).join(', ').replace(/\s+/g, ' ').slice(0, 120).toWellFormed();
}

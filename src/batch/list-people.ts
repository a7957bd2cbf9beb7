import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { InputError, UsageError } from '../errors.ts';
import { explainReadError } from '../input/index.ts';
import type { Person } from './person.ts';

export interface ListPeopleOptions {
  /** Paths are taken from here, and told from here. Default: the working folder. */
  cwd?: string;
  /** What `-` reads: JSON Lines. */
  stdin?: Readable;
  /** Column of a CSV file that holds the path of the resume. Default `resume`. */
  resumeColumn?: string;
  /** Column that names the person's files. Default `id`, where there is one. */
  idColumn?: string;
}

/** What a folder of resumes may hold; other files in it are left alone. */
const RESUMES = new Set(['.json', '.yaml', '.yml', '.md', '.markdown', '.txt', '.docx', '.pdf']);

/**
 * Gives the people that the sources name, one after the other, without holding them all: files, folders (not the
 * folders within, save LinkedIn exports), globs, JSON Lines (a resume, or `{ id, resume }`, a line), CSV with a column
 * of paths, and `-` for JSON Lines on standard input. Folders and globs come in the order of their names.
 * @throws {UsageError} where a source has nobody in it
 * @throws {InputError} where it cannot be read
 */
export async function* listPeople(
  sources: readonly string[],
  options: ListPeopleOptions = {},
): AsyncGenerator<Person> {
  for (const source of sources) {
    let any = false;
    for await (const person of peopleOf(source, options)) {
      any = true;
      yield person;
    }
    if (!any)
      throw new UsageError(
        `cannot write reports for ${source}: found no resume there, expected a file, a folder, a glob, JSON Lines or CSV`,
      );
  }
}

async function* peopleOf(source: string, options: ListPeopleOptions): AsyncGenerator<Person> {
  const { cwd = process.cwd() } = options;
  if (source === '-') {
    if (!options.stdin)
      throw new UsageError('cannot read standard input: found none, expected JSON Lines there');
    yield* readJsonLines(options.stdin, { source: 'standard input', stem: 'person', dir: cwd });
    return;
  }
  const path = resolve(cwd, source);
  const kind = await kindOf(path);
  if (kind === undefined && /[*?[\]{}]/.test(source)) {
    yield* readGlob(source, cwd);
    return;
  }
  if (kind === 'folder' && !(await isLinkedInExport(path))) {
    for (const name of (await readdir(path)).sort()) {
      const full = join(path, name);
      if (await isResume(full)) yield fromFile(full, cwd);
    }
    return;
  }
  if (kind === undefined)
    throw await explainReadError(path, Object.assign(new Error('no such file'), { code: 'ENOENT' }));
  const extension = extname(path).toLowerCase();
  if (extension === '.jsonl' || extension === '.ndjson')
    yield* readJsonLines(createReadStream(path, 'utf8'), {
      source,
      stem: basename(path, extension),
      dir: dirname(path),
    });
  else if (extension === '.csv') yield* readTable(path, source, options);
  else yield fromFile(path, cwd);
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

const isLinkedInExport = async (path: string) => {
  const names = (await readdir(path)).map((name) => name.toLowerCase());
  return names.includes('profile.csv') && names.includes('positions.csv');
};

async function isResume(path: string): Promise<boolean> {
  const kind = await kindOf(path);
  if (basename(path).startsWith('.')) return false;
  if (kind === 'folder') return isLinkedInExport(path);
  return kind === 'file' && RESUMES.has(extname(path).toLowerCase());
}

function fromFile(path: string, cwd: string): Person {
  const source = relative(cwd, path) || path;
  return { source, name: basename(path, extname(path)), resume: { path } };
}

async function* readGlob(pattern: string, cwd: string): AsyncGenerator<Person> {
  const { glob } = await import('node:fs/promises');
  const found: string[] = [];
  for await (const name of glob(pattern, { cwd })) found.push(name);
  for (const name of found.sort()) {
    const path = resolve(cwd, name);
    if (await isResume(path)) yield fromFile(path, cwd);
  }
}

/** Lines of any number; each is read when its turn comes, and a line that is no JSON fails alone, later. */
async function* readJsonLines(
  stream: Readable,
  { source, stem, dir }: { source: string; stem: string; dir: string },
): AsyncGenerator<Person> {
  let number = 0;
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    const text = number === 1 ? line.replace(/^\uFEFF/, '') : line;
    if (text.trim() === '') continue;
    yield fromLine(text, { source: `${source}:${number}`, stem: `${stem}-${number}`, dir });
  }
}

function fromLine(
  text: string,
  { source, stem, dir }: { source: string; stem: string; dir: string },
): Person {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    // Told when the person's turn comes: one bad line is one failure.
    const message = `cannot read ${source}: found no JSON (${(cause as Error).message}), expected a JSON Resume in one line`;
    return { source, name: stem, resume: { value: new InputError(source, message, [], { cause }) } };
  }
  if (typeof value === 'object' && value !== null && 'resume' in value) {
    const { id, resume } = value as { id?: unknown; resume: unknown };
    const name = typeof id === 'string' || typeof id === 'number' ? String(id) : stem;
    return {
      source,
      name,
      resume: typeof resume === 'string' ? { path: resolve(dir, resume) } : { value: resume },
    };
  }
  return { source, name: stem, resume: { value } };
}

async function* readTable(
  path: string,
  source: string,
  { resumeColumn = 'resume', idColumn = 'id' }: ListPeopleOptions,
): AsyncGenerator<Person> {
  const { parse } = await import('csv-parse');
  const rows = createReadStream(path).pipe(
    parse({ bom: true, columns: true, skip_empty_lines: true, relax_column_count: true, info: true }),
  );
  try {
    for await (const { record, info } of rows as AsyncIterable<{
      record: Record<string, string>;
      info: { lines: number };
    }>) {
      const file = record[resumeColumn]?.trim();
      if (record[resumeColumn] === undefined)
        throw new UsageError(
          `cannot read ${source}: found the columns ${Object.keys(record).join(', ')}, expected one called ${resumeColumn} (or name another by --resume-column)`,
        );
      const at = `${source}:${info.lines}`;
      if (!file) {
        const error = new InputError(
          at,
          `cannot read ${at}: found no path under ${resumeColumn}, expected one`,
        );
        yield { source: at, name: `line-${info.lines}`, resume: { value: error } };
        continue;
      }
      // Paths in a table are meant from where the table lies.
      const full = resolve(dirname(path), file);
      const id = record[idColumn]?.trim();
      yield { source: at, name: id || basename(full, extname(full)), resume: { path: full } };
    }
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new InputError(
      source,
      `cannot read ${source}: found a fault in the CSV (${(cause as Error).message}), expected comma-separated rows beneath a line of names`,
      [],
      { cause },
    );
  }
}

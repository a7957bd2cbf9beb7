import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { InputError } from '../../errors.ts';
import { createInputError, explainReadError, readText } from '../../input/index.ts';
import { parseTable } from '../read-table.ts';
import { type FieldNames, findJobPostings, fromObject } from './from-object.ts';
import { htmlToText } from './html-to-text.ts';
import type { Posting } from './posting.ts';
import { readPay } from './read-pay.ts';

export interface ReadPostingsOptions {
  /** Names of columns and keys that are called otherwise than usual. */
  fields?: FieldNames;
  /** Most bytes of a file. Default: 20 MB. */
  limit?: number | undefined;
  signal?: AbortSignal | undefined;
}

/** Postings at most: beyond, a sample says the same. */
const MOST = 200_000;

interface PostingFormat {
  extensions: readonly string[];
  read(text: string, file: string, fields: FieldNames): Posting[];
}

const FORMATS: readonly PostingFormat[] = [
  { extensions: ['.json', '.jsonld'], read: readJson },
  { extensions: ['.jsonl', '.ndjson'], read: readLines },
  { extensions: ['.html', '.htm', '.xhtml'], read: readPage },
  { extensions: ['.csv'], read: (text, file, fields) => readRows(text, file, ',', fields) },
  { extensions: ['.tsv'], read: (text, file, fields) => readRows(text, file, '\t', fields) },
  { extensions: ['.txt', '.md', '.markdown'], read: readPlain },
];
const EXTENSIONS = FORMATS.flatMap(({ extensions }) => extensions);

/**
 * Reads postings from files and folders (with what is in them), in the order of the names: JSON-LD, saved web pages,
 * JSON Resume jobs, CSV, TSV, JSON lines, Markdown, plain text.
 * @throws InputError where a file cannot be read, or has another format than its name says
 */
export async function readPostings(
  paths: readonly string[],
  { fields = {}, limit, signal }: ReadPostingsOptions = {},
): Promise<{ postings: Posting[]; files: number }> {
  const files = (await Promise.all(paths.map((path) => listFiles(path, true)))).flat();
  const postings: Posting[] = [];
  for (const file of files) {
    const format = formatOf(file);
    const text = await readText(file, {
      ...(limit !== undefined && { limit }),
      ...(signal && { signal }),
    });
    postings.push(...format.read(text, file, fields));
    if (postings.length > MOST)
      throw new InputError(
        file,
        `cannot read so many postings: found more than ${MOST}, expected at most ${MOST}; a sample of them says the same`,
      );
  }
  return { postings, files: files.length };
}

/**
 * Reads postings from a text that is there already; the ending of `file` says how it is written.
 * @throws InputError where the text has another format than the name says
 */
export function readPostingsText(text: string, file: string, fields: FieldNames = {}): Posting[] {
  return formatOf(file).read(text, file, fields);
}

function formatOf(file: string): PostingFormat {
  const extension = extname(file).toLowerCase();
  const format = FORMATS.find(({ extensions }) => extensions.includes(extension));
  if (format) return format;
  throw createInputError(file, [
    {
      path: '',
      found: extension === '' ? 'a name without an ending' : `a name that ends in ${extension}`,
      expected: `a file that ends in ${EXTENSIONS.join(', ')}`,
    },
  ]);
}

/** A file by itself, or the files of a folder that can be postings, those of its folders too. */
async function listFiles(path: string, named: boolean): Promise<string[]> {
  const info = await stat(path).catch(async (cause: unknown) => {
    throw await explainReadError(path, cause);
  });
  if (!info.isDirectory()) return named || EXTENSIONS.includes(extname(path).toLowerCase()) ? [path] : [];
  const entries = await readdir(path, { withFileTypes: true });
  const names = entries
    .filter((entry) => (entry.isFile() || entry.isDirectory()) && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
  return (await Promise.all(names.map((name) => listFiles(join(path, name), false)))).flat();
}

function readJson(text: string, file: string, fields: FieldNames): Posting[] {
  const data = parseJson(text, file);
  const postings = findJobPostings(data);
  if (postings.length > 0) return number(postings, file, fields);
  const objects = (Array.isArray(data) ? data : [data]).filter(
    (item): item is Record<string, unknown> =>
      typeof item === 'object' && item !== null && !Array.isArray(item),
  );
  return refuseEmpty(number(objects, file, fields), file);
}

function readLines(text: string, file: string, fields: FieldNames): Posting[] {
  const objects = text
    .split(/\r?\n/)
    .flatMap((line, at) => (line.trim() === '' ? [] : [parseJson(line, file, at + 1)]))
    .flatMap((data) => {
      const found = findJobPostings(data);
      return found.length > 0 ? found : [data as Record<string, unknown>];
    });
  return refuseEmpty(number(objects, file, fields), file);
}

function readRows(text: string, file: string, delimiter: ',' | '\t', fields: FieldNames): Posting[] {
  const table = parseTable(text, file, delimiter);
  const names = Object.values(fields);
  // One that fits is enough: the others may be columns of another file.
  if (names.length > 0 && !names.some((name) => table.has(name))) table.column(names[0] as string);
  const objects = table.rows.map((row) =>
    Object.fromEntries(table.columns.map((name, at) => [name, row[at] ?? ''])),
  );
  return refuseEmpty(number(objects, file, fields), file);
}

function readPage(text: string, file: string, fields: FieldNames): Posting[] {
  const page = htmlToText(text, file);
  const found = page.jsonLd.flatMap((json) => {
    try {
      return findJobPostings(JSON.parse(json));
    } catch {
      // A broken script of a page says nothing; what the page shows is read then.
      return [];
    }
  });
  if (found.length > 0) return number(found, file, fields);
  return [
    {
      place: file,
      title: page.title,
      date: undefined,
      text: page.text,
      skills: [],
      pay: readPay(page.text),
    },
  ];
}

function readPlain(text: string, file: string): Posting[] {
  const first = text.split('\n').find((line) => line.trim() !== '') ?? '';
  const title = first.replace(/^#+\s*/, '').trim();
  return [
    {
      place: file,
      title: title.length <= 100 && !/[.;]$/.test(title) ? title : undefined,
      date: undefined,
      text,
      skills: [],
      pay: readPay(text),
    },
  ];
}

function number(objects: readonly object[], file: string, fields: FieldNames): Posting[] {
  return objects.map((object, at) =>
    fromObject(object as Record<string, unknown>, objects.length === 1 ? file : `${file}#${at + 1}`, fields),
  );
}

/** A file in which nothing is a posting is another file than was meant. */
function refuseEmpty(postings: Posting[], file: string): Posting[] {
  if (postings.some(({ text, skills, pay }) => text !== '' || skills.length > 0 || pay)) return postings;
  throw createInputError(file, [
    {
      path: '',
      found: 'nothing that a posting has',
      expected: 'a description, skills or pay (say which columns hold them by --fields)',
    },
  ]);
}

function parseJson(text: string, file: string, line?: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const issue = {
      path: '',
      found: `broken JSON (${(cause as Error).message})`,
      expected: 'JSON',
      ...(line !== undefined && { line }),
    };
    throw createInputError(file, [issue], { cause });
  }
}

import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Resume } from '../../../schemas/resume.ts';
import type { Extraction, TextDocument } from '../../resume/index.ts';
import { createInputError } from '../create-input-error.ts';
import type { InputWarning } from '../input-warning.ts';
import { neutraliseNames, SHOWN_TEXTS } from '../neutralise-names.ts';
import { parseInput } from '../parse-input.ts';
import type { Locate } from '../place.ts';
import { collect, readFileBytes } from '../read-bytes.ts';
import type { ReadOptions } from '../read-document.ts';
import { RESUME_LIMITS } from './limits.ts';
import type { ResumeContent, ResumeFormat, ResumeSource } from './resume-format.ts';
import { RESUME_FORMATS } from './resume-formats.ts';
import type { Archive } from './zip.ts';

/** A resume that was read, checked, and made harmless to show. */
export interface ReadResume {
  resume: Resume;
  warnings: InputWarning[];
  /** Its name for messages. */
  file: string;
  /** The id of its format. */
  format: string;
  /** Finds lines in a JSON or YAML document. */
  locate: Locate | undefined;
  /** Where each field was read, where the document is no JSON Resume. */
  extraction?: Extraction;
  /** The text it was read from. */
  document?: TextDocument;
}

/**
 * Reads a resume of any format: JSON Resume (JSON, YAML, or an object already parsed), Markdown, plain text, DOCX,
 * PDF, a LinkedIn data export (folder or ZIP). The format is told by the content, then by the extension. `-` is
 * standard input.
 * @throws {InputError} that says what is wrong with the file or with a value in it
 * @throws {UsageError} where the package that reads PDF is not installed, with the command that installs it
 * @throws {AbortedError} when the signal fires
 */
export async function readResume(source: unknown, options: ReadOptions = {}): Promise<ReadResume> {
  if (typeof source !== 'string') return check({ kind: 'data', data: source }, 'the resume', 'object');
  const given = await readSource(source, options);
  const format = await findFormat(given);
  return check(await format.read(given), given.file, format.id);
}

/**
 * Reads a resume from bytes that are there already; `file` is its name, for messages and for its extension.
 * @throws {InputError} {UsageError} {AbortedError} as `readResume` does
 */
export async function readResumeBytes(
  bytes: Uint8Array,
  file: string,
  { signal }: Pick<ReadOptions, 'signal'> = {},
): Promise<ReadResume> {
  const given: ResumeSource = { bytes, file, extension: extname(file).toLowerCase(), signal };
  const format = await findFormat(given);
  return check(await format.read(given), file, format.id);
}

/**
 * Lists the resumes in a folder, in the order of their names: files that end like a resume, and folders with a
 * LinkedIn export. Looks into no deeper folder.
 * @throws {InputError} where the folder cannot be read
 */
export async function listResumes(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch((cause: unknown) => {
    throw createInputError(
      dir,
      [{ path: '', found: 'no folder that can be read', expected: 'a folder with resumes' }],
      { cause },
    );
  });
  const extensions = new Set(RESUME_FORMATS.flatMap((format) => format.extensions));
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(dir, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) {
      const source = await folderSource(path, {});
      if (await isExport(source)) found.push(path);
    } else if (extensions.has(extname(entry.name).toLowerCase())) found.push(path);
  }
  return found;
}

async function isExport(source: ResumeSource): Promise<boolean> {
  for (const format of RESUME_FORMATS) if (source.folder && (await format.recognises(source))) return true;
  return false;
}

/** Loads the extractor only for a text: most resumes of reports are JSON, and start-up pays for each file. */
async function extractionOf(content: ResumeContent): Promise<Extraction | undefined> {
  if (content.kind !== 'text') return content.kind === 'extraction' ? content.extraction : undefined;
  const { extractResume } = await import('../../resume/index.ts');
  return extractResume(content.document);
}

async function check(content: ResumeContent, file: string, format: string): Promise<ReadResume> {
  const extraction = await extractionOf(content);
  const locate = content.kind === 'data' ? content.locate : undefined;
  const data = content.kind === 'data' ? content.data : extraction?.resume;
  const parsed = parseInput(Resume, data, { file, locate });
  const { value, warnings } = neutraliseNames(parsed.value, SHOWN_TEXTS.resume, { file, locate });
  return {
    resume: value,
    warnings: [...parsed.warnings, ...warnings, ...(extraction ? describe(extraction, file) : [])],
    file,
    format,
    locate,
    ...(extraction && { extraction: { ...extraction, resume: value } }),
    ...(content.kind === 'text' && { document: content.document }),
  };
}

/** A warning for a text that is no resume, and one for what was read by guess or left out, so that a report on a PDF says on what ground it stands. */
function describe({ fields, notes, resume }: Extraction, file: string): InputWarning[] {
  const guesses = fields.filter(({ certainty }) => certainty === 'guess').length;
  if (guesses === 0 && notes.length === 0) return [];
  const count = (list: readonly unknown[] | undefined, noun: string) =>
    `${list?.length ?? 0} ${list?.length === 1 ? noun : `${noun}s`}`;
  const said = [
    count(resume.work, 'job'),
    count(resume.skills, 'skill'),
    count(resume.education, 'degree'),
  ].join(', ');
  const doubts = [
    ...(guesses > 0 ? [`${guesses} fields by guess`] : []),
    ...(notes.length > 0 ? [`${notes.length} ${notes.length === 1 ? 'note' : 'notes'}`] : []),
  ].join(', ');
  const posting = notes.find(({ code }) => code === 'reads-like-posting');
  return [
    ...(posting ? [{ file, path: '', message: `${file}: ${posting.message}` }] : []),
    {
      file,
      path: '',
      message: `${file}: read ${said} from its text (${doubts}); gapwright resume ${file} shows what was read, to be corrected`,
    },
  ];
}

async function readSource(
  path: string,
  { limit = RESUME_LIMITS.bytes, stdin, signal }: ReadOptions,
): Promise<ResumeSource> {
  if (path === '-') {
    const file = 'standard input';
    return {
      bytes: await collect(stdin ?? process.stdin, file, { limit, signal }),
      file,
      extension: '',
      signal,
    };
  }
  const stats = await stat(path).catch(() => undefined);
  if (stats?.isDirectory()) return folderSource(path, { limit, ...(signal && { signal }) });
  const bytes = await readFileBytes(path, { limit, signal });
  return { bytes, file: path, extension: extname(path).toLowerCase(), signal };
}

async function folderSource(
  path: string,
  { limit = RESUME_LIMITS.bytes, signal }: ReadOptions,
): Promise<ResumeSource> {
  const names = await readdir(path).catch(() => []);
  const folder: Archive = {
    names: names.sort(),
    read: (name) => readFileBytes(join(path, name), { limit, signal }),
  };
  return { bytes: new Uint8Array(), folder, file: path, extension: '', signal };
}

async function findFormat(source: ResumeSource): Promise<ResumeFormat> {
  const { file, extension, bytes, folder } = source;
  const fail = (found: string, expected: string) => createInputError(file, [{ path: '', found, expected }]);
  if (!folder && bytes.length === 0) throw fail('an empty file', 'a resume');
  for (const format of RESUME_FORMATS) if (await format.recognises(source)) return format;
  if (folder)
    throw fail(
      'a folder without a LinkedIn export in it',
      'a file, or a folder with Profile.csv, Positions.csv, Skills.csv and so on',
    );
  const named = RESUME_FORMATS.find(({ extensions }) => extensions.includes(extension));
  if (named) return named;
  throw fail(`a name that ends in ${extension}`, `a file that ends in ${listExtensions()}`);
}

function listExtensions(): string {
  const all = RESUME_FORMATS.flatMap(({ extensions }) => extensions);
  return `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}

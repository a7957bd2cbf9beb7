import { extname } from 'node:path';
import { z } from 'zod';
import { Currency } from '../../schemas/common.ts';
import type { Resume } from '../../schemas/resume.ts';
import { Role } from '../../schemas/role.ts';
import { decodeText } from '../input/decode-text.ts';
import { formats } from '../input/formats.ts';
import { createInputError, neutraliseNames, parseInput, SHOWN_TEXTS } from '../input/index.ts';
import { readResumeBytes } from '../input/resumes/read-resume.ts';
import { buildPostingsRole } from '../market/index.ts';
import { readPostingsText } from '../market/postings/read-postings.ts';
import type { ExtractionNote, FieldSource } from '../resume/index.ts';
import { builtInCatalog, type Catalog } from '../skills/index.ts';
import { nameUpload } from './name-upload.ts';

/** A resume as the page shows it. */
export interface ReadResumeBody {
  file: string;
  format: string;
  resume: Resume;
  /** Where each field was read; none where the document is a JSON Resume. */
  fields: readonly FieldSource[];
  notes: readonly ExtractionNote[];
  warnings: readonly string[];
}

/** A role as the page shows it. */
export interface ReadRoleBody {
  role: Role;
  warnings: readonly string[];
}

/**
 * Reads an uploaded resume of any format, from the bytes alone.
 * @throws InputError, UsageError, AbortedError
 */
export async function readUploadedResume(
  bytes: Uint8Array,
  file: string,
  signal: AbortSignal,
): Promise<ReadResumeBody> {
  const { resume, format, extraction, warnings } = await readResumeBytes(bytes, file, { signal });
  return {
    file,
    format,
    resume,
    fields: extraction?.fields ?? [],
    notes: extraction?.notes ?? [],
    // What the one warning about an extraction says, the notes say in full.
    warnings: warnings.filter(({ path }) => !extraction || path !== '').map(({ message }) => message),
  };
}

/**
 * Reads an uploaded role profile, JSON or YAML.
 * @throws InputError
 */
export async function readUploadedRole(bytes: Uint8Array, file: string): Promise<ReadRoleBody> {
  const text = decodeText(bytes, file);
  if (text.trim() === '')
    throw createInputError(file, [{ path: '', found: 'an empty file', expected: 'a role profile' }]);
  const extension = extname(file).toLowerCase();
  const [json, yaml] = formats;
  const format =
    formats.find(({ extensions }) => extensions.includes(extension)) ?? (/^\s*[[{]/.test(text) ? json : yaml);
  const { data, locate } = await (format as (typeof formats)[number]).parse(text, file);
  return checkRole(data, file, locate);
}

function checkRole(data: unknown, file: string, locate?: Parameters<typeof parseInput>[2]['locate']) {
  const parsed = parseInput(Role, data, { file, locate });
  const { value, warnings } = neutraliseNames(parsed.value, SHOWN_TEXTS.role, { file, locate });
  return { role: value, warnings: [...parsed.warnings, ...warnings].map(({ message }) => message) };
}

/** What the page sends to have a role built. `name` says by its ending how a text is to be read. */
export const PostingsRequest = z.strictObject({
  title: z.string().trim().min(1, { error: 'expected the title of the role' }).max(200),
  postings: z.array(z.strictObject({ name: z.string().max(1000), text: z.string() })).min(1, {
    error: 'expected at least one posting',
  }),
  /** What a bare $ stands for. */
  currency: Currency.optional(),
});

/**
 * Builds a role from job postings, pasted or dropped.
 * @throws InputError, UsageError
 */
export function buildUploadedRole(
  { title, postings, currency }: z.infer<typeof PostingsRequest>,
  catalog: Catalog = builtInCatalog(),
): ReadRoleBody {
  const read = postings.flatMap(({ name, text }) =>
    readPostingsText(text, nameUpload(encodeURIComponent(name.toWellFormed()))),
  );
  const role = buildPostingsRole(read, { title, catalog, currency });
  const checked = checkRole(JSON.parse(JSON.stringify(role)), 'the role of these postings');
  const count = role.market?.postings ?? 0;
  const small =
    count < 10
      ? [
          `The sample is small (${count} distinct ${count === 1 ? 'posting' : 'postings'}): reports give counts and no percentages.`,
        ]
      : [];
  return { role: checked.role, warnings: [...checked.warnings, ...small, ...(role.notes ?? [])] };
}

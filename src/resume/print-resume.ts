import type { Resume } from '../../schemas/resume.ts';
import type { Extraction, ExtractionNote, FieldSource } from './extraction.ts';

/** What stands under `meta.gapwright` of a printed resume. */
export interface ResumeMeta {
  source: { file: string; format: string };
  /** Where each field was read and how sure it is; none for a document that was a JSON Resume already. */
  fields: FieldSource[];
  notes: ExtractionNote[];
}

const SCHEMA = 'https://raw.githubusercontent.com/jsonresume/resume-schema/master/schema.json';
const ADDRESSES = new Set(['url', 'image']);
const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * A resume as a JSON Resume document to be printed: valid by the official schema, with the places of its fields and
 * the notes under `meta.gapwright`, where readers of JSON Resume pass over them. An address that is none by the schema
 * is left out and noted.
 */
export function printResume(
  resume: Resume,
  { file, format, extraction }: { file: string; format: string; extraction?: Extraction | undefined },
): Resume {
  const notes: ExtractionNote[] = [...(extraction?.notes ?? [])];
  const visit = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return value.map((item, at) => visit(item, `${path}[${at}]`));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) => {
        const at = path === '' ? key : `${path}.${key}`;
        if (inner === undefined) return [];
        if (typeof inner === 'string' && !isAddress(key, inner)) {
          notes.push({
            code: 'address-unreadable',
            message: `${at} is ${JSON.stringify(inner)}, which is no whole address, and was left out.`,
          });
          return [];
        }
        return [[key, visit(inner, at)]];
      }),
    );
  };
  const { $schema = SCHEMA, meta, ...rest } = resume;
  const { gapwright: _, ...others } = meta ?? {};
  const own: ResumeMeta = { source: { file, format }, fields: extraction?.fields ?? [], notes };
  return { $schema, ...(visit(rest, '') as Resume), meta: { ...others, gapwright: own } };
}

function isAddress(key: string, value: string): boolean {
  if (key === 'email') return MAIL.test(value);
  return !ADDRESSES.has(key) || URL.canParse(value);
}

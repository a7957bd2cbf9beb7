import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { Person } from './person.ts';

/** SHA-256 of a value as JSON, in hex. */
export const digest = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value) ?? 'undefined')
    .digest('hex');

/** What all reports of a batch have in common: a report is written anew when one of these changes. */
export interface BatchBase {
  role: unknown;
  plan?: unknown;
  resources?: unknown;
  date: string;
  /** All else that shapes a report. */
  fingerprint: unknown;
}

/** The first half of every key of a batch, for `readKey`. */
export const baseKey = ({ role, plan, resources, date, fingerprint }: BatchBase): string =>
  digest([role, plan, resources, date, fingerprint]);

/**
 * The key of a person's inputs: the same bytes against the same base give the same report.
 * @throws the error that stands in place of a resume
 */
export async function readKey(base: string, person: Person): Promise<string> {
  return digest([base, await readResumeKey(person)]);
}

async function readResumeKey({ resume }: Person): Promise<string> {
  if ('value' in resume) {
    if (resume.value instanceof Error) throw resume.value;
    return digest(resume.value);
  }
  const info = await stat(resume.path).catch(() => undefined);
  if (!info) return digest(resume.path);
  if (info.isFile())
    return createHash('sha256')
      .update(await readFile(resume.path))
      .digest('hex');
  // A folder (an export): its time of change stands for what is in it.
  return digest([resume.path, info.mtimeMs]);
}

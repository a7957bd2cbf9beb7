import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Role } from '../../schemas/role.ts';
import { readFileBytes } from '../input/read-bytes.ts';
import { type ReadResumeBody, readUploadedResume, readUploadedRole } from './read-upload.ts';

/** A resume and a role that belong together, to try the studio with. */
export interface ExampleCase {
  id: string;
  role: Role;
  resume: ReadResumeBody;
}

/** The cases that the package ships as examples, in the order of their folders' names. */
export async function readExampleCases(signal: AbortSignal): Promise<ExampleCase[]> {
  // From the source, or from dist, which lies one folder deeper.
  const folder = ['../../examples/', '../../../examples/']
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url));
  if (!folder) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const cases = await Promise.all(
    names.sort().map(async (id): Promise<ExampleCase | undefined> => {
      const [resume, role] = await Promise.all([
        readEither(folder, id, 'resume'),
        readEither(folder, id, 'role'),
      ]);
      if (!resume || !role) return undefined;
      return {
        id,
        role: (await readUploadedRole(role.bytes, role.file)).role,
        resume: await readUploadedResume(resume.bytes, resume.file, signal),
      };
    }),
  );
  return cases.filter((one) => one !== undefined);
}

async function readEither(folder: URL, id: string, noun: string) {
  for (const file of [`${noun}.json`, `${noun}.yaml`]) {
    const url = new URL(`${encodeURIComponent(id)}/${file}`, folder);
    if (existsSync(url))
      return { file, bytes: await readFileBytes(fileURLToPath(url), { limit: 10_000_000 }) };
  }
  return undefined;
}

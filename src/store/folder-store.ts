import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { checkKey } from './check-key.ts';
import { explainStoreError } from './explain-store-error.ts';
import type { ReportStore } from './report-store.ts';

/**
 * Keeps each key as a file beneath a folder, for its owner alone. A file gets its name by a hard link, which fails
 * where there is one; so writers on several machines need a file system that has them (NFS does).
 */
export function openFolderStore(path: string): ReportStore {
  const folder = resolve(path);
  const pathOf = (key: string) => join(folder, ...checkKey(key).split('/'));
  const explained = <T>(work: Promise<T>) =>
    work.catch((cause: unknown) => {
      throw explainStoreError(folder, cause);
    });
  return {
    address: folder,
    put: async (key, bytes) => explained(putFile(pathOf(key), bytes)),
    get: async (key) => explained(orNothing(readFile(pathOf(key)))),
    has: async (key) => (await explained(orNothing(stat(pathOf(key))))) !== undefined,
    async *list(prefix = '') {
      const entries = await explained(orNothing(readdir(folder, { recursive: true, withFileTypes: true })));
      const keys = (entries ?? [])
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
      yield* keys.filter((key) => key.startsWith(prefix)).sort();
    },
    remove: async (key) => explained(rm(pathOf(key), { force: true })),
  };
}

async function putFile(path: string, bytes: Uint8Array): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = join(dirname(path), `.${randomBytes(9).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(temporary, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function orNothing<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

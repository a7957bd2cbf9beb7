import { join, resolve } from 'node:path';
import { InputError } from '../errors.ts';
import { explainRunReadError } from './explain-run-error.ts';
import type { RunFileSystem } from './run-file-system.ts';
import { LOCK, MANIFEST, SECTIONS_FOLDER } from './run-files.ts';

/**
 * Refuses a folder of something else, before anything is put among its files.
 * @throws InputError
 */
export async function checkRunFolder(dir: string, fileSystem: RunFileSystem): Promise<void> {
  const folder = resolve(dir);
  const names = await listFolder(dir, folder, fileSystem);
  if (names.includes(MANIFEST)) return;
  const kept = names.includes(SECTIONS_FOLDER)
    ? await listFolder(dir, join(folder, SECTIONS_FOLDER), fileSystem)
    : [];
  const found = [
    ...names.filter((name) => name !== SECTIONS_FOLDER && !isLock(name)),
    ...kept.map((name) => join(SECTIONS_FOLDER, name)),
    // Hidden files are temporary ones of a killed run, or the file manager's.
  ].find((name) => !/(^|[/\\])\./.test(name));
  if (found === undefined) return;
  throw new InputError(
    folder,
    `cannot keep a run in ${dir}: found ${found} and no ${MANIFEST} in it, expected a folder of an earlier run, an empty one or none; name another folder (--run DIR)`,
    [{ path: '', found, expected: MANIFEST }],
  );
}

/** Whether it is the lock, or a lock for taking over a stale one. */
export function isLock(name: string): boolean {
  return name === LOCK || name.startsWith(`${LOCK}.`);
}

/** The names in a folder, sorted; none where there is no folder. */
export async function listFolder(dir: string, folder: string, fileSystem: RunFileSystem): Promise<string[]> {
  try {
    return (await fileSystem.readdir(folder)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw explainRunReadError(dir, folder, error);
  }
}

import { dirname, join } from 'node:path';
import { isLock } from './check-run-folder.ts';
import type { RunFileSystem } from './run-file-system.ts';
import { LOCK } from './run-files.ts';
import { isTemporary, syncFolder } from './write-atomically.ts';

/** Makes a folder and one within, for the owner alone, and brings their names to the disk. */
export async function makeFolders(outer: string, inner: string, fileSystem: RunFileSystem): Promise<void> {
  const made = await fileSystem.mkdir(outer, { recursive: true, mode: 0o700 });
  await fileSystem.mkdir(inner, { recursive: true, mode: 0o700 });
  if (made === undefined) return;
  for (let path = outer; path.length >= made.length; path = dirname(path))
    await syncFolder(dirname(path), fileSystem);
}

/** Clears away what a killed process left half done. Only for whoever holds the lock. */
export async function clearLeftovers(folders: readonly string[], fileSystem: RunFileSystem): Promise<void> {
  for (const folder of folders)
    for (const name of await fileSystem.readdir(folder))
      if (isTemporary(name) || (isLock(name) && name !== LOCK))
        await fileSystem.rm(join(folder, name), { force: true });
}

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { RunFileSystem } from './run-file-system.ts';

/** A name for a file on its way; `isTemporary` knows it again after a crash. */
export function temporaryName(name: string): string {
  return `.${name}.${randomBytes(6).toString('hex')}.tmp`;
}

export function isTemporary(name: string): boolean {
  return /^\..+\.[0-9a-f]{12}\.tmp$/.test(name);
}

/**
 * Writes a file so that a crash, a kill or a full disk leaves either what was there or all that is new: under a
 * temporary name, brought to the disk, renamed, the folder brought to the disk. For the owner's eyes only.
 */
export async function writeAtomically(
  folder: string,
  name: string,
  text: string,
  fileSystem: RunFileSystem,
): Promise<void> {
  const temporary = join(folder, temporaryName(name));
  try {
    await writeThrough(temporary, text, fileSystem);
    await fileSystem.rename(temporary, join(folder, name));
  } catch (error) {
    await fileSystem.rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
  await syncFolder(folder, fileSystem);
}

/** Writes a new file and brings it to the disk. */
export async function writeThrough(path: string, text: string, fileSystem: RunFileSystem): Promise<void> {
  const file = await fileSystem.open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Systems that cannot sync a folder say so in these ways; there the file's own sync is all there is. */
const NO_FOLDER_SYNC = new Set(['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'ENOSYS']);

/** Brings the names in a folder to the disk, where the system can do that. */
export async function syncFolder(folder: string, fileSystem: RunFileSystem): Promise<void> {
  try {
    const handle = await fileSystem.open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!NO_FOLDER_SYNC.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

import { randomBytes } from 'node:crypto';
import * as nodeFiles from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { AbortedError, OutputError } from '../errors.ts';
import { checkFileNames } from './check-file-names.ts';
import { explainWriteError } from './explain-write-error.ts';

/** One file to write. `name` is a plain file name, without a folder. */
export interface OutputFile {
  name: string;
  content: string | Uint8Array;
}

/** What writing needs of the file system. */
export type FileSystem = Pick<
  typeof nodeFiles,
  'lstat' | 'mkdir' | 'open' | 'readdir' | 'rename' | 'rm' | 'rmdir' | 'stat'
>;

export interface WriteOptions {
  /** Write into a folder that holds files already, and over files of the same names. */
  force?: boolean;
  /** What stands in the way without `force`: anything in the folder (default), or only files of the same names. */
  refuse?: 'filled-folder' | 'same-names';
  signal?: AbortSignal | undefined;
  fileSystem?: FileSystem;
}

/**
 * Writes files into a folder, all or none: each is written under a temporary name in the folder and brought to the
 * disk; when all are, each gets its name. The folder is made if need be. Gives the full paths, in the order given.
 * @throws {OutputError} that says why, with the way out. What was new is gone then; a file that had been replaced
 * before a later name failed is named.
 * @throws {AbortedError} when the signal fires, with nothing left behind.
 */
export async function writeOutput(
  dir: string,
  files: readonly OutputFile[],
  { force = false, refuse = 'filled-folder', signal, fileSystem = nodeFiles }: WriteOptions = {},
): Promise<string[]> {
  const folder = resolve(dir);
  checkFileNames(
    dir,
    files.map(({ name }) => name),
  );
  const undo: (() => Promise<unknown>)[] = [];
  const replaced: string[] = [];
  try {
    throwIfStopped(dir, signal);
    const made = await fileSystem.mkdir(folder, { recursive: true });
    if (made !== undefined) undo.push(() => removeFolders(resolve(made), folder, fileSystem));
    const present = new Set(await fileSystem.readdir(folder));
    if (!force) refuseFilled(dir, files, present, refuse);
    await refuseFolders(dir, files, present, fileSystem);

    const writes = files.map(({ name, content }) => ({
      name,
      content,
      temporary: temporaryName(folder, name),
    }));
    for (const { temporary, content } of writes) {
      throwIfStopped(dir, signal);
      undo.push(() => fileSystem.rm(temporary, { force: true }));
      await writeThrough(temporary, content, { signal, fileSystem });
    }
    throwIfStopped(dir, signal);
    for (const { temporary, name } of writes) {
      const target = join(folder, name);
      await fileSystem.rename(temporary, target);
      if (present.has(name)) replaced.push(name);
      else undo.push(() => fileSystem.rm(target, { force: true }));
    }
  } catch (error) {
    for (const step of undo.reverse()) await step().catch(() => {});
    if (error instanceof OutputError || error instanceof AbortedError) throw error;
    if (signal?.aborted) throw stopped(dir, error);
    throw explainWriteError(dir, error, replaced);
  }
  return files.map(({ name }) => join(folder, name));
}

function temporaryName(dir: string, name: string): string {
  return join(dir, `.${name.slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`);
}

async function writeThrough(
  path: string,
  content: string | Uint8Array,
  { signal, fileSystem }: { signal: AbortSignal | undefined; fileSystem: FileSystem },
): Promise<void> {
  const file = await fileSystem.open(path, 'wx');
  try {
    await file.writeFile(content, { ...(signal && { signal }) });
    await file.sync();
  } finally {
    await file.close();
  }
}

function refuseFilled(
  dir: string,
  files: readonly OutputFile[],
  present: ReadonlySet<string>,
  refuse: 'filled-folder' | 'same-names',
): void {
  if (refuse === 'filled-folder' && present.size > 0) {
    const found = `${present.size} ${present.size === 1 ? 'entry' : 'entries'} in the folder`;
    throw new OutputError(
      `cannot write to ${dir}: found ${found}, expected an empty one (--force writes anyway)`,
    );
  }
  const taken = files.find(({ name }) => present.has(name));
  if (taken) {
    const path = join(dir, taken.name);
    throw new OutputError(
      `cannot write ${path}: found a file of that name, expected none (--force writes over it)`,
    );
  }
}

/** A file cannot take the name of a folder, with or without force; better known before anything is written. */
async function refuseFolders(
  dir: string,
  files: readonly OutputFile[],
  present: ReadonlySet<string>,
  fileSystem: FileSystem,
): Promise<void> {
  for (const { name } of files.filter((file) => present.has(file.name))) {
    const path = join(dir, name);
    if ((await fileSystem.lstat(path)).isDirectory())
      throw new OutputError(`cannot write ${path}: found a folder of that name, expected a file or nothing`);
  }
}

/** Removes the folders that were made, from the innermost outwards, as long as they are empty. */
async function removeFolders(outermost: string, innermost: string, fileSystem: FileSystem): Promise<void> {
  for (let path = innermost; path.startsWith(outermost); path = dirname(path)) await fileSystem.rmdir(path);
}

function throwIfStopped(dir: string, signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw stopped(dir, signal.reason);
}

function stopped(dir: string, cause: unknown): AbortedError {
  return new AbortedError(`cannot write to ${dir}: stopped by the caller, nothing was written`, { cause });
}

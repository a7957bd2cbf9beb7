import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { OutputError } from '../errors.ts';
import { type RecordedRequest, Recording } from './recording.ts';

/** The file of a request: first what people look for, then what tells it apart. */
export function recordingFile(
  dir: string,
  { section, purpose }: RecordedRequest,
  key: string,
  attempt: number,
): string {
  return join(dir, `${beginningOf(section, purpose)}${attempt}.${key.slice(0, 20)}.json`);
}

/**
 * Reads one file; undefined where there is none.
 * @throws {Error} that says what is wrong with its content.
 */
export async function readRecording(file: string): Promise<Recording | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return Recording.parse(JSON.parse(text));
}

/** The recordings of one section and purpose that can be read, in the order of their names. */
export async function readSiblings(dir: string, { section, purpose }: RecordedRequest): Promise<Recording[]> {
  const beginning = beginningOf(section, purpose);
  const names = await readdir(dir).catch(() => []);
  const files = names.filter((name) => name.startsWith(beginning) && name.endsWith('.json')).sort();
  const recordings = await Promise.all(
    files.map((name) => readRecording(join(dir, name)).catch(() => undefined)),
  );
  return recordings.filter((recording) => recording !== undefined);
}

/**
 * Makes the folder, before anything is asked and paid for.
 * @throws {OutputError}
 */
export async function prepareFolder(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true }).catch((error: unknown) => {
    throw cannotWrite(dir, error);
  });
}

/**
 * Writes one file under a temporary name and renames it, so that no process ever reads half of it.
 * @throws {OutputError}
 */
export async function writeRecording(file: string, recording: Recording): Promise<void> {
  const temporary = `${file}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(`${JSON.stringify(recording, undefined, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw cannotWrite(file, error);
  }
}

/** A section's id comes from the caller and must not lead out of the folder. */
function beginningOf(section: string, purpose: string): string {
  const name = section.replace(/[^a-z0-9-]+/gi, '_').slice(0, 60) || '_';
  return `${name}.${purpose}.`;
}

function cannotWrite(path: string, error: unknown): OutputError {
  const reason = error instanceof Error ? error.message : String(error);
  return new OutputError(
    `cannot write the recording ${path}: found ${reason}, expected a folder to write in`,
    {
      cause: error,
    },
  );
}

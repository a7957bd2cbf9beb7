import * as nodeFiles from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { DraftedSection, RunManifest, SectionJournal } from '../draft/index.ts';
import { UsageError } from '../errors.ts';
import { checkRunFolder } from './check-run-folder.ts';
import { describeChanges } from './describe-changes.ts';
import { explainRunWriteError } from './explain-run-error.ts';
import { fingerprintInputs } from './fingerprint-inputs.ts';
import { clearLeftovers, makeFolders } from './make-folders.ts';
import { readKeptSections } from './read-kept-sections.ts';
import { readRunFile } from './read-run-file.ts';
import type { RunFileSystem } from './run-file-system.ts';
import { digest, LOCK, MANIFEST, ManifestFile, SECTIONS_FOLDER, type SectionFile } from './run-files.ts';
import { type Holder, type RunLock, takeLock } from './run-lock.ts';
import { writeAtomically } from './write-atomically.ts';

export interface RunFolderOptions {
  /** What the facts are computed from, by name. Kept as hashes, so that a change of facts can be explained. */
  inputs?: Readonly<Record<string, unknown>>;
  fileSystem?: RunFileSystem;
  /** Whether the process that left a lock still runs. */
  isAlive?: (holder: Holder) => boolean;
}

/** A folder that keeps the accepted sections of one run. It is locked from `begin` to `close`. */
export interface RunFolder extends SectionJournal {
  /**
   * How many sections an earlier run had kept at `begin`, how many are kept now, and of how many; `moved` where the
   * earlier ones came from another host.
   */
  progress(): { earlier: number; kept: number; total: number; moved?: { from: string; to: string } };
  /** Waits for what is being written and unlocks the folder. Nothing is kept afterwards. */
  close(): Promise<void>;
}

/**
 * Opens a run folder, new or of an earlier run, as the journal of a report. Nothing is written before `begin`.
 * `begin` throws UsageError for another manifest (with what changed) or where another process is in the folder, and
 * InputError for a damaged file; `begin` and `put` throw OutputError where the folder cannot be written to.
 * @throws InputError where the path is a folder of something else, or no folder
 */
export async function openRunFolder(dir: string, options: RunFolderOptions = {}): Promise<RunFolder> {
  const { inputs = {}, fileSystem = nodeFiles, isAlive } = options;
  await checkRunFolder(dir, fileSystem);
  return new LockedFolder(dir, fingerprintInputs(inputs), { fileSystem, ...(isAlive && { isAlive }) });
}

interface World {
  fileSystem: RunFileSystem;
  isAlive?: (holder: Holder) => boolean;
}

class LockedFolder implements RunFolder {
  readonly #dir: string;
  readonly #folder: string;
  readonly #sections: string;
  readonly #inputs: Record<string, string>;
  readonly #world: World;
  readonly #writing = new Set<Promise<void>>();
  #kept = new Map<string, DraftedSection>();
  #earlier = 0;
  #endpoint: string | undefined;
  #lock: RunLock | undefined;
  #manifest: ManifestFile | undefined;

  constructor(dir: string, inputs: Record<string, string>, world: World) {
    this.#dir = dir;
    this.#folder = resolve(dir);
    this.#sections = join(this.#folder, SECTIONS_FOLDER);
    this.#inputs = inputs;
    this.#world = world;
  }

  async begin(run: RunManifest): Promise<void> {
    if (this.#lock)
      throw new UsageError(
        `cannot begin a run in ${this.#dir}: found one that has begun, expected it closed; close it or name another folder`,
      );
    const now = this.#toManifest(run);
    this.#endpoint = run.endpoint;
    try {
      await makeFolders(this.#folder, this.#sections, this.#world.fileSystem);
      this.#lock = await takeLock(this.#dir, join(this.#folder, LOCK), this.#world);
      this.#manifest = await this.#goOn(now);
    } catch (error) {
      await this.close();
      throw explainRunWriteError(this.#dir, 'a run', error);
    }
  }

  async get(section: string): Promise<DraftedSection | undefined> {
    return this.#kept.get(section);
  }

  async put(section: string, drafted: DraftedSection): Promise<void> {
    const [lock, manifest] = [this.#lock, this.#manifest];
    if (!lock || !manifest?.run.sections.includes(section))
      throw new UsageError(
        `cannot keep ${section} in the run folder ${this.#dir}: found ${lock ? 'no such section in its manifest' : 'it closed'}, expected a section of a run that has begun`,
      );
    // What the offline writer did for want of a model is done better by a later run.
    if (!drafted.accepted) return;
    const write = this.#write(section, drafted, lock, manifest);
    this.#writing.add(write);
    try {
      await write;
    } finally {
      this.#writing.delete(write);
    }
  }

  progress(): ReturnType<RunFolder['progress']> {
    const total = this.#manifest?.run.sections.length ?? 0;
    const [from, to] = [this.#manifest?.endpoint, this.#endpoint];
    const moved = from !== undefined && to !== undefined && from !== to ? { moved: { from, to } } : {};
    return { earlier: this.#earlier, kept: this.#kept.size, total, ...moved };
  }

  async close(): Promise<void> {
    const lock = this.#lock;
    this.#lock = undefined;
    await Promise.allSettled(this.#writing);
    // A lock that cannot be removed is stale as soon as this process ends.
    await lock?.release().catch(() => {});
  }

  #toManifest({ endpoint, ...run }: RunManifest): ManifestFile {
    // As it comes back from the file: what is undefined is not there.
    const file: unknown = JSON.parse(
      JSON.stringify({ schema: 'gapwright/run@1', run, endpoint, inputs: this.#inputs } satisfies object),
    );
    const sound = ManifestFile.safeParse(file);
    if (sound.success) return sound.data;
    const [issue] = sound.error.issues;
    throw new UsageError(
      `cannot begin a run in ${this.#dir}: found something wrong at ${issue?.path.join('.')} of its manifest: ${issue?.message}`,
    );
  }

  /** Goes on with what is there, or begins; gives the manifest in force. */
  async #goOn(now: ManifestFile): Promise<ManifestFile> {
    const { fileSystem } = this.#world;
    const place = {
      dir: this.#dir,
      path: join(this.#folder, MANIFEST),
      wayOut: 'name another folder (--run DIR), or delete this one to begin anew',
    };
    const before = await readRunFile(ManifestFile, place, fileSystem);
    const changes = before ? describeChanges(before, now) : [];
    if (changes.length > 0)
      throw new UsageError(
        `cannot go on with the run in ${this.#dir}: found that ${changes.join('; ')}, expected the run that was begun there; repeat its inputs and options (--date too, where it was that day's), or name another folder (--run DIR)`,
      );
    this.#kept = before ? await readKeptSections(this.#dir, this.#sections, before, fileSystem) : new Map();
    this.#earlier = this.#kept.size;
    await clearLeftovers([this.#folder, this.#sections], fileSystem);
    if (!before) await writeAtomically(this.#folder, MANIFEST, toText(now), fileSystem);
    return before ?? now;
  }

  async #write(
    section: string,
    drafted: DraftedSection,
    lock: RunLock,
    { run }: ManifestFile,
  ): Promise<void> {
    const kept = { ...drafted, accepted: true } as const;
    const file: SectionFile = {
      schema: 'gapwright/run-section@1',
      run: digest(run),
      sha256: digest(kept),
      drafted: kept,
    };
    try {
      await lock.check();
      await writeAtomically(this.#sections, `${section}.json`, toText(file), this.#world.fileSystem);
    } catch (error) {
      throw explainRunWriteError(this.#dir, `the section ${section}`, error);
    }
    this.#kept.set(section, drafted);
  }
}

function toText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

import { createHash, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { InputError, OutputError, UsageError } from '../errors.ts';
import type { RunFileSystem } from './run-file-system.ts';
import { temporaryName, writeThrough } from './write-atomically.ts';

/** Who holds a lock. */
export interface Holder {
  pid: number;
  /** A hash of the machine's name, enough to tell machines apart. */
  host: string;
  /** Tells apart what has the same pid: runs of one process, and processes of which one died. 12 hexadecimal digits. */
  token: string;
}

/**
 * Reads the content of a lock; undefined for anything else. By hand: evals take locks and are to start without the
 * schemas.
 */
export function parseHolder(value: unknown): Holder | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { pid, host, token, ...others } = value as Record<string, unknown>;
  const fits =
    Number.isInteger(pid) &&
    Number(pid) > 0 &&
    typeof host === 'string' &&
    typeof token === 'string' &&
    /^[0-9a-f]{12}$/.test(token) &&
    Object.keys(others).length === 0;
  return fits ? (value as Holder) : undefined;
}

export interface LockOptions {
  fileSystem: RunFileSystem;
  isAlive?: (holder: Holder) => boolean;
}

export interface RunLock {
  /** @throws UsageError where the lock has passed to another run. */
  check(): Promise<void>;
  /** Lets others in; does nothing where the lock is not ours any more. */
  release(): Promise<void>;
}

/** Tokens of this process that are in use: its own pid says nothing about them. */
const inUse = new Set<string>();

/**
 * Takes the lock of a run folder. A lock whose process is dead is taken over.
 * @throws UsageError where a living process holds it
 * @throws InputError where the lock file is none of ours
 */
export async function takeLock(dir: string, path: string, options: LockOptions): Promise<RunLock> {
  const { fileSystem } = options;
  const self: Holder = { pid: process.pid, host: thisHost(), token: randomBytes(6).toString('hex') };
  inUse.add(self.token);
  try {
    await take(dir, path, self, options);
  } catch (error) {
    inUse.delete(self.token);
    throw error;
  }
  return {
    async check() {
      const holder = await readHolder(dir, path, fileSystem);
      if (holder?.token !== self.token) throw refuse(dir, path, holder ?? 'that its lock is gone');
    },
    async release() {
      try {
        const holder = await readHolder(dir, path, fileSystem);
        if (holder?.token === self.token) await fileSystem.rm(path, { force: true });
      } finally {
        inUse.delete(self.token);
      }
    },
  };
}

/**
 * A stale lock is replaced only under a lock of its own, named after the stale one's token: of several processes that
 * found it stale one gets that, and whoever comes later finds another token in the lock. The lock itself is never
 * absent in between.
 */
async function take(dir: string, path: string, self: Holder, options: LockOptions): Promise<void> {
  const { fileSystem, isAlive = isAliveHere } = options;
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await create(dir, path, self, fileSystem)) return;
    const holder = await readHolder(dir, path, fileSystem);
    if (holder === undefined) continue;
    if (isAlive(holder)) throw refuse(dir, path, holder);
    const claim = `${path}.${holder.token}`;
    await take(dir, claim, self, options);
    try {
      const now = await readHolder(dir, path, fileSystem);
      if (now?.token === holder.token) {
        await replace(path, self, fileSystem);
        return;
      }
    } finally {
      await fileSystem.rm(claim, { force: true });
    }
  }
  throw refuse(dir, path, 'that its lock keeps changing hands');
}

/** Makes the lock with its content in one step; false where there is one. */
async function create(dir: string, path: string, self: Holder, fileSystem: RunFileSystem): Promise<boolean> {
  const temporary = join(dirname(path), temporaryName('lock'));
  try {
    await writeThrough(temporary, `${JSON.stringify(self)}\n`, fileSystem);
    await fileSystem.link(temporary, path);
    return true;
  } catch (cause) {
    const { code = '', syscall } = cause as NodeJS.ErrnoException;
    // The holder of the lock clears temporary files away; then ours is gone.
    if (['EEXIST', 'ENOENT'].includes(code)) return false;
    if (syscall === 'link' && ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code))
      throw new OutputError(
        `cannot lock the run folder ${dir}: found a file system without hard links (${code}), expected one that has them; name a folder elsewhere (--run DIR)`,
        { cause },
      );
    throw cause;
  } finally {
    await fileSystem.rm(temporary, { force: true }).catch(() => {});
  }
}

async function replace(path: string, self: Holder, fileSystem: RunFileSystem): Promise<void> {
  const temporary = join(dirname(path), temporaryName('lock'));
  await writeThrough(temporary, `${JSON.stringify(self)}\n`, fileSystem);
  await fileSystem.rename(temporary, path);
}

async function readHolder(dir: string, path: string, fileSystem: RunFileSystem): Promise<Holder | undefined> {
  let text: string;
  try {
    text = await fileSystem.readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const holder = parseHolder(parseJson(text));
  if (holder) return holder;
  throw new InputError(
    path,
    `cannot use the run folder ${dir}: found a file ${path} that is no lock of gapwright, expected one or none; delete it if nothing else needs it, or name another folder (--run DIR)`,
    [{ path: '', found: 'another file', expected: 'a lock of gapwright or none' }],
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refuse(dir: string, path: string, holder: Holder | string): UsageError {
  const expected = `expected no other process in it; wait for it, or name another folder (--run DIR)`;
  if (typeof holder === 'string')
    return new UsageError(`cannot use the run folder ${dir}: found ${holder}, ${expected}`);
  const elsewhere = holder.host === thisHost() ? '' : ' of another machine or container';
  return new UsageError(
    `cannot use the run folder ${dir}: found it in use by process ${holder.pid}${elsewhere}, ${expected}; if that process has ended, delete ${path}`,
  );
}

function isAliveHere({ pid, host, token }: Holder): boolean {
  // Nobody can be asked about a process of another machine, so it counts as alive.
  if (host !== thisHost()) return true;
  if (pid === process.pid) return inUse.has(token);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not permitted to signal it: it is there.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function thisHost(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 12);
}

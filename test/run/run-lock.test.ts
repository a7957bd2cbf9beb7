import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as nodeFiles from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { InputError, OutputError, UsageError } from '../../src/errors.ts';
import type { RunFileSystem } from '../../src/run/index.ts';
import { type Holder, parseHolder, takeLock } from '../../src/run/run-lock.ts';

const root = mkdtempSync(join(tmpdir(), 'gapwright-lock-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let dir = '';
let path = '';
beforeEach(() => {
  dir = mkdtempSync(join(root, 'run-'));
  path = join(dir, 'lock');
});

/** No system gives out a pid as large. */
const NOBODY = 2 ** 30;
const options = { fileSystem: nodeFiles };
const holderOf = (file: string) => parseHolder(JSON.parse(readFileSync(file, 'utf8'))) as Holder;

/** A lock as a process of this machine that is gone left it. */
async function leaveLock(file: string, change: Partial<Holder> = {}): Promise<Holder> {
  const probe = join(dir, 'probe');
  const lock = await takeLock(dir, probe, options);
  const holder = { ...holderOf(probe), pid: NOBODY, token: randomBytes(6).toString('hex'), ...change };
  await lock.release();
  writeFileSync(file, JSON.stringify(holder));
  return holder;
}

describe('takeLock', () => {
  it('holds out everybody else until it is released', async () => {
    const lock = await takeLock(dir, path, options);
    expect(holderOf(path).pid).toBe(process.pid);
    await expect(takeLock(dir, path, options)).rejects.toThrow(
      new UsageError(
        `cannot use the run folder ${dir}: found it in use by process ${process.pid}, expected no other process in it; wait for it, or name another folder (--run DIR); if that process has ended, delete ${path}`,
      ),
    );
    await lock.release();
    expect(readdirSync(dir)).toEqual([]);
    await (await takeLock(dir, path, options)).release();
  });

  it('takes over from a process that is gone', async () => {
    const { token } = await leaveLock(path);
    const lock = await takeLock(dir, path, options);
    expect(holderOf(path)).toMatchObject({ pid: process.pid });
    expect(holderOf(path).token).not.toBe(token);
    expect(readdirSync(dir)).toEqual(['lock']);
    await lock.check();
    await lock.release();
  });

  it('takes over from a predecessor with the same pid, as in a container', async () => {
    await leaveLock(path, { pid: process.pid });
    await (await takeLock(dir, path, options)).release();
  });

  it('takes over from one that died while it took over', async () => {
    const { token } = await leaveLock(path);
    const { token: second } = await leaveLock(`${path}.${token}`);
    await leaveLock(`${path}.${token}.${second}`);
    await (await takeLock(dir, path, options)).release();
    expect(readdirSync(dir)).toEqual([]);
  });

  it('leaves a living process of another user, and any of another machine, alone', async () => {
    await leaveLock(path, { pid: 1 });
    await expect(takeLock(dir, path, options)).rejects.toThrow('in use by process 1,');
    await leaveLock(path, { host: '000000000000' });
    await expect(takeLock(dir, path, options)).rejects.toThrow(
      `in use by process ${NOBODY} of another machine or container`,
    );
  });

  it.each(['', 'mine', '{}', '{"pid":0,"host":"","token":""}'])(
    'does not touch a file of something else: %j',
    async (text) => {
      writeFileSync(path, text);
      await expect(takeLock(dir, path, options)).rejects.toThrow(InputError);
      await expect(takeLock(dir, path, options)).rejects.toThrow(
        `found a file ${path} that is no lock of gapwright, expected one or none; delete it`,
      );
      expect(readFileSync(path, 'utf8')).toBe(text);
    },
  );

  it('says so where the file system has no hard links, and leaves nothing behind', async () => {
    const link = async () => {
      throw Object.assign(new Error('EPERM: operation not permitted, link'), {
        code: 'EPERM',
        syscall: 'link',
      });
    };
    const taking = takeLock(dir, path, { fileSystem: { ...nodeFiles, link } });
    await expect(taking).rejects.toThrow(OutputError);
    await expect(taking).rejects.toThrow('found a file system without hard links (EPERM)');
    expect(readdirSync(dir)).toEqual([]);
  });

  it('notices that the lock was deleted or passed on, and does not release that of another', async () => {
    const lock = await takeLock(dir, path, options);
    rmSync(path);
    await expect(lock.check()).rejects.toThrow('found that its lock is gone');
    const other = await takeLock(dir, path, options);
    await expect(lock.check()).rejects.toThrow('in use by process');
    await lock.release();
    await other.check();
    await other.release();
  });
});

describe('a race', () => {
  it.each(['for a new folder', 'for a stale lock'])('%s has one winner', async (what) => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const here = mkdtempSync(join(dir, 'race-'));
      const file = join(here, 'lock');
      if (what === 'for a stale lock') await leaveLock(file);
      const racers = Array.from({ length: 6 }, (_, at) =>
        takeLock(here, file, { fileSystem: dawdling(seed * 100 + at) }),
      );
      const results = await Promise.allSettled(racers);
      const winners = results.filter((result) => result.status === 'fulfilled');
      expect(winners.length, `seed ${seed}`).toBe(1);
      for (const result of results)
        if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(UsageError);
      expect(readdirSync(here)).toEqual(['lock']);
      await winners[0]?.value.check();
      await winners[0]?.value.release();
    }
  });
});

/** The real file system, each call after a number of turns that the seed decides. */
function dawdling(seed: number): RunFileSystem {
  let state = seed;
  const wait = async () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    for (let turn = (state >> 8) % 6; turn > 0; turn -= 1)
      await new Promise((resolve) => setImmediate(resolve));
  };
  return new Proxy(nodeFiles, {
    get: (files, name: keyof typeof nodeFiles) => {
      const act = files[name] as (...args: unknown[]) => Promise<unknown>;
      return async (...args: unknown[]) => {
        await wait();
        const result = await act(...args);
        await wait();
        return result;
      };
    },
  });
}

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { openFolderStore } from '../../src/store/index.ts';
import { peopleOf, scriptFor } from './people.ts';
import { QueueWorld } from './set-up.ts';
import { HAS_REDIS } from './start-redis.ts';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const PEOPLE = 16;
const CONCURRENCY = 3;
const STALLED_SECONDS = 5;

const children = new Set<ChildProcess>();
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
});

interface ChildWorker {
  child: ChildProcess;
  /** Fulfilled when it is at the queue. */
  ready: Promise<void>;
  /** Exit code or signal, and what was said. */
  ended: Promise<{ code: number | NodeJS.Signals | null; told: string }>;
}

function startWorker(world: QueueWorld, store: string): ChildWorker {
  const args = ['worker', '--queue', world.redis.url, '--store', store, '--verbose'];
  args.push('--concurrency', String(CONCURRENCY), '--stalled-after', String(STALLED_SECONDS));
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { ...process.env, OPENAI_BASE_URL: world.server.url, OPENAI_API_KEY: 'none' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  children.add(child);
  let told = '';
  let beReady = () => {};
  const ready = new Promise<void>((resolve) => {
    beReady = resolve;
  });
  child.stderr.on('data', (chunk) => {
    told += String(chunk);
    if (told.includes('At the queue')) beReady();
  });
  const ended = new Promise<Awaited<ChildWorker['ended']>>((resolve) =>
    child.on('close', (code, signal) => {
      children.delete(child);
      resolve({ code: code ?? signal, told });
    }),
  );
  return { child, ready, ended };
}

const filesIn = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /(^|\/)[^.][^/]*\.(md|json)$/.test(name))
        .sort()
    : [];
const contentsOf = (folder: string) =>
  Object.fromEntries(filesIn(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
/** A file that is written anew has another inode. */
const inodesOf = (folder: string) =>
  new Map(filesIn(folder).map((name) => [name, statSync(join(folder, name)).ino]));

describe.skipIf(!HAS_REDIS)('three workers (needs redis-server)', { timeout: 120_000 }, () => {
  const world = QueueWorld.set();

  it('lose nothing to a killed worker and a restarted Redis, and write nothing twice', async () => {
    world.script(await scriptFor(PEOPLE, { faultRate: 0.3, latencyMs: 150 }));
    const folder = (...names: string[]) => join(world.dir, ...names);
    const run = (name: string) =>
      world.batch(peopleOf(PEOPLE), {
        out: folder(name, 'out'),
        store: openFolderStore(folder(name, 'store')),
        attempts: 6,
      });
    // Undisturbed, and within this process: starting processes is most of what this test takes.
    const calm = await world.work({ store: openFolderStore(folder('calm', 'store')), concurrency: 9 });
    expect((await run('calm')).counts).toMatchObject({ written: PEOPLE });
    await calm.stop();
    const calmCalls = world.server.calls.length;

    const workers = [1, 2, 3].map(() => startWorker(world, folder('torn', 'store')));
    await Promise.all(workers.map(({ ready }) => ready));
    const batch = run('torn');
    const reports = folder('torn', 'store', 'reports');
    const untilReports = async (count: number) => {
      while (filesIn(reports).length < count) await wait(10);
    };
    await untilReports(2);
    workers[0]?.child.kill('SIGKILL');
    await untilReports(5);
    await world.redis.restart();
    // What was kept by then must not be touched any more.
    const kept = inodesOf(reports);
    expect(kept.size).toBeLessThan(PEOPLE);
    expect((await batch).counts).toEqual({ written: PEOPLE, kept: 0, copied: 0, failed: 0 });
    for (const { child } of workers) child.kill('SIGTERM');
    const ends = await Promise.all(workers.map(({ ended }) => ended));
    expect(ends.map(({ code }) => code)).toEqual(['SIGKILL', 0, 0]);
    const told = ends.map((end) => end.told).join('\n');
    expect(told).toContain('Redis is there again');

    expect(contentsOf(folder('torn', 'out', 'reports'))).toEqual(
      contentsOf(folder('calm', 'out', 'reports')),
    );
    expect(contentsOf(reports)).toEqual(contentsOf(folder('calm', 'store', 'reports')));
    expect(filesIn(reports)).toHaveLength(PEOPLE);
    const after = inodesOf(reports);
    for (const [name, inode] of kept) expect(after.get(name)).toBe(inode);
    // No job that is told to be done was done twice: a second run finds its result in the store.
    const done = told.match(/^(?:report|section) \S+(?: \S+)?: done/gm) ?? [];
    expect(new Set(done).size).toBe(done.length);
    expect(done.length).toBeGreaterThan(PEOPLE);
    // Only what was in hand at the kill may be asked for again, with its repairs.
    const torn = world.server.calls.length - calmCalls;
    expect(torn).toBeGreaterThanOrEqual(calmCalls);
    expect(torn).toBeLessThanOrEqual(calmCalls + CONCURRENCY * 4);
  });
});

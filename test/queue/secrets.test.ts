import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WorkerEvent } from '../../src/queue/index.ts';
import { runCommand } from '../support/run-command.ts';
import { peopleOf, resumeOf, scriptFor } from './people.ts';
import { API_KEY, QueueWorld } from './set-up.ts';
import { HAS_REDIS } from './start-redis.ts';

const PASSWORD = 'hunter2-b7d1f0';
const COUNT = 3;

/** What must not be seen of each person: names, contacts, employers, free text. */
const PERSONAL = Array.from({ length: COUNT }, (_, at) => resumeOf(at)).flatMap(({ basics, work }) => [
  ...basics.name.split(' '),
  basics.email,
  basics.phone,
  basics.summary,
  ...work.map(({ name }) => name),
]);

const found = (text: string, values: readonly string[]) =>
  values.filter((value) => text.toLowerCase().includes(value.toLowerCase()));

const everythingIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');

describe.skipIf(!HAS_REDIS)('what lies where (needs redis-server)', () => {
  const world = QueueWorld.set({ password: PASSWORD });

  it('keeps names and contacts out of Redis and logs, and keys out of everything', async () => {
    const good = await scriptFor(COUNT);
    // A model that quotes what it has been shown, and fails: errors go a way of their own.
    world.script((call) =>
      call.index % 5 === 4
        ? { status: 500, error: { message: `failed for ${API_KEY}: ${call.raw.slice(0, 500)}` } }
        : good(call),
    );
    const dumps: string[] = [];
    const events: WorkerEvent[] = [];
    expect((await world.batch(peopleOf(COUNT), { detach: true })).enqueued).toBe(COUNT);
    dumps.push(await world.redis.dump());
    await world.work({ onEvent: (event) => events.push(event) });
    await world.batch(peopleOf(COUNT));
    dumps.push(await world.redis.dump());
    // The last ones fail for good: a dead letter stays.
    world.script((call) => ({ status: 404, error: { message: `no model for ${call.raw.slice(0, 500)}` } }));
    await world.batch(peopleOf(COUNT), { model: 'openai:another-model', out: join(world.dir, 'second') });
    dumps.push(await world.redis.dump());

    const redis = dumps.join('\n');
    // The search can find something: the keys of jobs and the names of sections are there.
    expect(redis).toContain('executive-summary');
    expect(redis).toContain('not-found');
    expect(found(redis, [...PERSONAL, API_KEY, PASSWORD])).toEqual([]);
    const log = events.filter(({ type }) => type !== 'draft' && type !== 'report');
    expect(log.length).toBeGreaterThan(20);
    expect(found(JSON.stringify(log), [...PERSONAL, API_KEY, PASSWORD])).toEqual([]);
    const store = everythingIn(join(world.dir, 'store'));
    expect(found(store, PERSONAL)).not.toEqual([]);
    expect(found(store, [API_KEY, PASSWORD])).toEqual([]);
    expect(found(everythingIn(join(world.dir, 'out')), [API_KEY, PASSWORD])).toEqual([]);
  });

  it('takes the password from the environment, and prints none', async () => {
    const { port } = world.redis;
    const status = (queue: string, env = {}) =>
      runCommand(['queue', 'status', '--queue', queue], { env, cwd: world.dir });
    const good = await status(`redis://127.0.0.1:${port}`, { GAPWRIGHT_QUEUE_PASSWORD: PASSWORD });
    expect(good.code).toBe(0);
    expect(good.stdout).toContain(`redis://127.0.0.1:${port}\n`);
    const within = await status(`redis://:${PASSWORD}@127.0.0.1:${port}`);
    expect(within.code).toBe(0);
    const wrong = await status(`redis://:wrong-${PASSWORD}@127.0.0.1:${port}`);
    expect(wrong.code).toBe(3);
    expect(wrong.stderr).toContain(`cannot reach the queue at redis://127.0.0.1:${port}: found WRONGPASS`);
    for (const { stdout, stderr } of [good, within, wrong]) expect(stdout + stderr).not.toContain(PASSWORD);
  });
});

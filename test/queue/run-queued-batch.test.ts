import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { ModelError } from '../../src/errors.ts';
import { drainQueue, readQueueStatus, retryFailed, type WorkerEvent } from '../../src/queue/index.ts';
import { openFolderStore, openStore } from '../../src/store/index.ts';
import { collect } from '../store/collect.ts';
import { startFakeS3 } from '../store/fake-s3.ts';
import { peopleOf, personOf, resumeOf, scriptFor } from './people.ts';
import { QueueWorld } from './set-up.ts';
import { HAS_REDIS } from './start-redis.ts';

/** Every file beneath a folder, by path. */
const contents = (folder: string): Record<string, string> =>
  existsSync(folder)
    ? Object.fromEntries(
        readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
          .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
      )
    : {};

const ends = (events: readonly WorkerEvent[]) =>
  events.flatMap((event) => (event.type === 'job-end' ? [event] : []));
const outcomes = (events: readonly WorkerEvent[], kind: string) =>
  ends(events).flatMap((event) => (event.kind === kind ? [event.outcome] : []));

describe.skipIf(!HAS_REDIS)('a batch over a queue (needs redis-server)', () => {
  const world = QueueWorld.set();
  const reports = () => contents(join(world.dir, 'out', 'reports'));

  it('gives the same bytes as a batch of one process, and leaves only reports in the store', async () => {
    world.script(await scriptFor(6));
    await world.batchOfOneProcess(peopleOf(6), join(world.dir, 'alone'));
    const alone = world.server.calls.length;
    await Promise.all([world.work(), world.work()]);
    const { counts } = await world.batch(peopleOf(6));
    expect(counts).toEqual({ written: 6, kept: 0, copied: 0, failed: 0 });
    expect(Object.keys(reports())).toHaveLength(12);
    expect(reports()).toEqual(contents(join(world.dir, 'alone', 'reports')));
    expect(world.server.calls.length - alone).toBe(alone);
    const keys = await collect(world.store.list());
    expect([...new Set(keys.map((key) => key.split('/')[0]))]).toEqual(['reports', 'specs', 'store.json']);
    const { jobs } = await readQueueStatus({ queue: world.redis.url });
    expect(new Set([...Object.values(jobs.section), ...Object.values(jobs.report)])).toEqual(new Set([0]));
  });

  it('asks once for equal inputs, and a wrong resume is one line', async () => {
    world.script(await scriptFor(1, {}));
    await world.work();
    const twin = { ...personOf(1, resumeOf(0)), source: 'twin', name: 'twin' };
    const { counts, failures } = await world.batch([personOf(0), twin, personOf(2, { skills: 'none' })]);
    expect(counts).toEqual({ written: 1, kept: 0, copied: 1, failed: 1 });
    expect(world.server.calls).toHaveLength(6);
    expect(failures.map(({ id, error }) => `${id} ${error}`)).toEqual(['person-2 InputError']);
    const files = reports();
    expect(files['twin/skill-gap-report.md']).toBe(files['person-0/skill-gap-report.md']);
    const lines = readFileSync(join(world.dir, 'out', 'failures.jsonl'), 'utf8')
      .trim()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line).id)).toEqual(['person-2']);
  });

  it('keeps what is there, collects what is in the store, and asks for nothing twice', async () => {
    world.script(await scriptFor(3, {}));
    const worker = await world.work();
    await world.batch(peopleOf(3));
    const before = reports();
    await worker.stop();
    rmSync(join(world.dir, 'out', 'reports', 'person-1'), { recursive: true });
    // Nobody works, and nobody has to.
    const { counts, enqueued } = await world.batch(peopleOf(3));
    expect(counts).toEqual({ written: 1, kept: 2, copied: 0, failed: 0 });
    expect(enqueued).toBe(0);
    expect(reports()).toEqual(before);
    expect(world.server.calls).toHaveLength(18);
  });

  it('can be left and be collected later; asking again changes nothing', async () => {
    world.script(await scriptFor(3, {}));
    expect(await world.batch(peopleOf(3), { detach: true })).toMatchObject({ enqueued: 3 });
    expect(await world.batch(peopleOf(3), { detach: true })).toMatchObject({ enqueued: 0 });
    const { jobs } = await readQueueStatus({ queue: world.redis.url });
    expect(jobs).toMatchObject({ section: { wait: 18 }, report: { 'waiting-children': 3 } });
    expect(reports()).toEqual({});
    await world.work();
    expect((await world.batch(peopleOf(3))).counts).toMatchObject({ written: 3 });
    expect(world.server.calls).toHaveLength(18);
  });

  it('works with a store in S3 as with a folder', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'id');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
    const s3 = await startFakeS3();
    try {
      world.script(await scriptFor(2, {}));
      const store = await openStore(`s3://bucket/run?endpoint=${s3.url}&region=eu-west-1`);
      await world.work({ store });
      expect((await world.batch(peopleOf(2), { store })).counts).toMatchObject({ written: 2 });
      expect([...new Set([...s3.objects.keys()].map((key) => key.split('/')[1]))].sort()).toEqual([
        'reports',
        'specs',
        'store.json',
      ]);
    } finally {
      vi.unstubAllEnvs();
      s3.close();
    }
  });

  it('needs no section in the queue where nobody is asked', async () => {
    const worker = await world.work();
    expect((await world.batch(peopleOf(4), { model: 'offline' })).counts).toMatchObject({ written: 4 });
    expect(outcomes(worker.events, 'section')).toEqual([]);
    expect(outcomes(worker.events, 'report')).toEqual(Array(4).fill('done'));
  });

  it('goes on when everything in Redis is lost', async () => {
    world.script(await scriptFor(3, {}));
    const running = world.batch(peopleOf(3));
    await wait(300);
    await world.redis.flush();
    await world.work();
    expect((await running).counts).toMatchObject({ written: 3 });
  });

  it('says that reports wait and nobody works', async () => {
    const stop = new AbortController();
    const seen: unknown[] = [];
    const running = world.batch(peopleOf(2), {
      signal: stop.signal,
      onEvent(event) {
        if (event.type !== 'no-worker') return;
        seen.push(event);
        stop.abort();
      },
    });
    await expect(running).rejects.toThrow('stopped by the caller');
    expect(seen).toEqual([{ type: 'no-worker', waiting: 2 }]);
  });

  describe('when calls fail', () => {
    it('tries again later what passes, and the report is as if nothing had been', async () => {
      const good = await scriptFor(2, {});
      const failed = new Set<string>();
      world.script((call) => {
        const first = !failed.has(call.raw);
        failed.add(call.raw);
        return first ? { status: 503, error: { message: 'overloaded' } } : good(call);
      });
      const worker = await world.work();
      expect((await world.batch(peopleOf(2))).counts).toMatchObject({ written: 2 });
      expect(outcomes(worker.events, 'section').filter((one) => one === 'retried')).toHaveLength(12);
      for (const [name, text] of Object.entries(reports()))
        if (name.endsWith('.json')) expect(JSON.parse(text).writer.sentences.offline).toBe(0);
    });

    it('lets the offline writer step in at the last try, as in one process', async () => {
      world.script(() => ({ status: 503, error: { message: 'overloaded' } }));
      const worker = await world.work();
      expect((await world.batch(peopleOf(1))).counts).toMatchObject({ written: 1 });
      const sections = outcomes(worker.events, 'section');
      expect(sections.filter((one) => one === 'retried')).toHaveLength(12);
      expect(sections.filter((one) => one === 'done')).toHaveLength(6);
      const { writer } = JSON.parse(reports()['person-0/skill-gap-report.json'] ?? '');
      expect(writer.sentences).toMatchObject({ model: 0, repaired: 0 });
    });

    it('stops all workers for as long as the provider asks, and counts no try', async () => {
      const good = await scriptFor(1, {});
      world.script((call) =>
        call.index < 2
          ? { status: 429, headers: { 'retry-after': '1' }, error: { message: 'slow down' } }
          : good(call),
      );
      const start = performance.now();
      const workers = await Promise.all([world.work({ concurrency: 1 }), world.work({ concurrency: 1 })]);
      // With one try a section that counted the refusal would be written offline.
      expect((await world.batch(peopleOf(1), { attempts: 1 })).counts).toMatchObject({ written: 1 });
      expect(performance.now() - start).toBeGreaterThan(1000);
      const events = workers.flatMap((worker) => worker.events);
      expect(events.some(({ type }) => type === 'queue-limited')).toBe(true);
      expect(outcomes(events, 'section')).not.toContain('retried');
      const { writer } = JSON.parse(reports()['person-0/skill-gap-report.json'] ?? '');
      expect(writer.sentences.offline).toBe(0);
    });

    it('keeps a dead letter with its reason in the store alone, and takes it up again when told', async () => {
      const good = await scriptFor(2, {});
      const place = { queue: world.redis.url };
      world.script(() => ({ status: 404, error: { message: 'no such model: scripted-model' } }));
      await world.work();
      const { counts, failures } = await world.batch(peopleOf(2));
      expect(counts).toEqual({ written: 0, kept: 0, copied: 0, failed: 2 });
      expect(failures[0]).toMatchObject({ id: 'person-0', error: 'ModelError' });
      expect(failures[0]?.reason).toContain('no such model');
      expect(await world.redis.dump()).not.toContain('no such model');
      const { failed } = await readQueueStatus(place, world.store);
      expect(failed.map(({ failure }) => failure?.error)).toEqual(['ModelError', 'ModelError']);

      world.script(good);
      expect(await retryFailed(place)).toBe(2);
      expect((await world.batch(peopleOf(2))).counts).toMatchObject({ written: 2, failed: 0 });
      expect((await readQueueStatus(place, world.store)).failed).toEqual([]);
    });

    it('ends a worker whose key is refused, with its jobs handed back to others', async () => {
      const good = await scriptFor(2, {});
      world.script((call) =>
        call.headers.authorization === 'Bearer refused'
          ? { status: 401, error: { message: 'wrong key', code: 'invalid_api_key' } }
          : good(call),
      );
      const { openModel } = await import('../../src/model/index.ts');
      const unfit = await world.work({
        openModel: async (id) => ({
          model: await openModel(id, { baseUrl: world.server.url, apiKey: 'refused' }),
        }),
      });
      const running = world.batch(peopleOf(2));
      await expect(unfit.done).rejects.toThrow(ModelError);
      expect(new Set(outcomes(unfit.events, 'section'))).toEqual(new Set(['handed-back']));
      await world.work();
      expect(await running).toMatchObject({ counts: { written: 2, failed: 0 } });
    });
  });

  it('ends a worker that has another store', async () => {
    world.script(await scriptFor(1, {}));
    const lost = await world.work({ store: openFolderStore(join(world.dir, 'elsewhere')) });
    const running = world.batch(peopleOf(1));
    await expect(lost.done).rejects.toThrow('another store');
    await world.work();
    expect(await running).toMatchObject({ counts: { written: 1 } });
  });

  it('hands back what is in hand when the grace is over, and finishes it within', async () => {
    world.script(await scriptFor(2, { latencyMs: 400 }));
    const [hasty, patient] = [await world.work({ graceSeconds: 0 }), await world.work({ graceSeconds: 20 })];
    const running = world.batch(peopleOf(2), { attempts: 1 });
    const busy = ({ events }: typeof hasty) =>
      events.some((event) => event.type === 'job-start' && event.kind === 'section');
    while (!busy(hasty) || !busy(patient)) await wait(20);
    await Promise.all([hasty.stop(), patient.stop()]);
    expect(new Set(outcomes(hasty.events, 'section'))).toEqual(new Set(['handed-back']));
    expect(new Set(outcomes(patient.events, 'section'))).toEqual(new Set(['done']));
    await world.work();
    expect((await running).counts).toEqual({ written: 2, kept: 0, copied: 0, failed: 0 });
  });

  it('does not put together what was drafted from other facts, and drafts it anew when told', async () => {
    world.script(await scriptFor(1, {}));
    await world.batch(peopleOf(1), { detach: true });
    const [resume = ''] = await collect(world.store.list('resumes/'));
    const report = resume.replace('resumes/', '').replace('.json', '');
    const file = {
      schema: 'gapwright/queue-section@1',
      run: 'of another machine',
      drafted: {
        section: { id: 'executive-summary', title: 'Executive Summary', blocks: [] },
        usage: { calls: 0, inputTokens: 0, outputTokens: 0 },
        calls: [],
        accepted: true,
      },
    };
    await world.store.put(`sections/${report}.executive-summary.json`, Buffer.from(JSON.stringify(file)));
    await world.work();
    const { counts, failures } = await world.batch(peopleOf(1));
    expect(counts).toMatchObject({ written: 0, failed: 1 });
    expect(failures[0]?.reason).toContain('drafted from other facts or prompts than this worker has');
    // The same command tries again who failed.
    expect((await world.batch(peopleOf(1))).counts).toMatchObject({ written: 1, failed: 0 });
    expect(world.server.calls).toHaveLength(5 + 6);
  });

  it('lets go of a Redis that is gone: a batch at once, a worker after its grace', async () => {
    world.script(await scriptFor(2, { latencyMs: 300 }));
    const stop = new AbortController();
    const worker = await world.work({ graceSeconds: 0, stalledSeconds: 3 });
    const running = world.batch(peopleOf(2), { signal: stop.signal });
    while (!worker.events.some(({ type }) => type === 'job-start')) await wait(20);
    let isBack = false;
    const back = world.redis.restart(7000).then(() => {
      isBack = true;
    });
    while (worker.isReady()) await wait(20);
    stop.abort();
    await expect(running).rejects.toThrow('stopped by the caller');
    await worker.stop();
    expect(isBack).toBe(false);
    await back;
    await world.work({ stalledSeconds: 3 });
    expect((await world.batch(peopleOf(2))).counts).toMatchObject({ written: 2, failed: 0 });
  });

  it('keeps to one rate over all workers', async () => {
    world.script(await scriptFor(3, {}));
    const begun: number[] = [];
    const onEvent = (event: WorkerEvent) => {
      if (event.type === 'job-start' && event.kind === 'section') begun.push(performance.now());
    };
    await world.work({ rate: { max: 5, seconds: 1 }, onEvent });
    // The limit is the queue's: whoever comes without one keeps to it.
    await world.work({ onEvent });
    await world.batch(peopleOf(3));
    expect((await readQueueStatus({ queue: world.redis.url })).rate).toEqual({ max: 5, seconds: 1 });
    // 18 sections are four windows of a second: three whole ones lie between the first and the last.
    expect((begun.at(-1) ?? 0) - (begun[0] ?? 0)).toBeGreaterThan(2900);
  });

  it('is emptied by drain, resumes too', async () => {
    await world.batch(peopleOf(3), { detach: true });
    expect(await collect(world.store.list('resumes/'))).toHaveLength(3);
    expect(await drainQueue({ queue: world.redis.url }, world.store)).toEqual({ removed: 3, inHand: 0 });
    expect(await collect(world.store.list('resumes/'))).toEqual([]);
    const { jobs } = await readQueueStatus({ queue: world.redis.url });
    expect(new Set([...Object.values(jobs.section), ...Object.values(jobs.report)])).toEqual(new Set([0]));
  });
});

/**
 * How reports over a queue scale with the number of workers, and what a report takes in Redis:
 * `npm run eval:scale:queue`, or with people, seconds of a call and sections at a time for each worker after it
 * (default: 24 1 3). Workers are processes of their own on this machine; the model is scripted, its calls take their time
 * and no processor. Needs redis-server.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { loadPromptSet } from '../../src/draft/index.ts';
import { builtInPrices } from '../../src/model/index.ts';
import { makeReportSpec, runQueuedBatch } from '../../src/queue/index.ts';
import { enqueueFlows, openQueues } from '../../src/queue/open-queues.ts';
import { findRenderer, makeTable, renderMarkdownTable } from '../../src/render/index.ts';
import { openFolderStore } from '../../src/store/index.ts';
import { VERSION } from '../../src/version.ts';
import { DATE, peopleOf, readOne, resumeOf, scriptFor, streamOf } from '../../test/queue/people.ts';
import { HAS_REDIS, startRedis } from '../../test/queue/start-redis.ts';
import { startScriptedServer } from '../../test/support/scripted-server.ts';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const [people = 24, callSeconds = 1, concurrency = 3] = process.argv.slice(2).map(Number);
const WORKERS = [1, 2, 4];
const SECTIONS = 6;
/** Reports put into Redis to see what one takes. */
const WAITING = 2000;
/** Clock ticks of a second in /proc; the same on all Linux systems of today. */
const TICKS = 100;

if (!HAS_REDIS) {
  console.log('no redis-server on this machine: nothing was measured');
  process.exit();
}

const dir = mkdtempSync(join(tmpdir(), 'gapwright-scale-'));
const redis = await startRedis();
const server = await startScriptedServer(await scriptFor(people, { latencyMs: callSeconds * 1000 }));
const client = new Redis(redis.url, { maxRetriesPerRequest: null });
const { role } = (await readOne(resumeOf(0))).case;
const prompts = await loadPromptSet();
const batch = (name: string) =>
  runQueuedBatch(streamOf(peopleOf(people)), {
    out: join(dir, name, 'out'),
    renderers: [findRenderer('md')],
    spec: makeReportSpec({
      version: VERSION,
      role,
      date: DATE,
      facts: {},
      style: {},
      model: 'openai:scripted-model',
      maxRepairs: 3,
      shareNames: false,
      prompts,
      prices: builtInPrices,
    }),
    fingerprint: 'scale',
    queue: redis.url,
    store: openFolderStore(join(dir, name, 'store')),
  });

async function startWorker(name: string) {
  const args = ['worker', '--queue', redis.url, '--store', join(dir, name, 'store')];
  const child = spawn(process.execPath, [CLI, ...args, '--concurrency', String(concurrency)], {
    env: { ...process.env, OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'none' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  await new Promise<void>((resolve, reject) => {
    let told = '';
    child.stderr.on('data', (chunk) => {
      told += String(chunk);
      if (told.includes('At the queue')) resolve();
    });
    child.on('close', () => reject(new Error(`a worker ended: ${told}`)));
  });
  return { pid: child.pid ?? 0, stop: () => child.kill('SIGTERM') && ended };
}

/** Seconds of processor that a process has had; nothing where the system does not say. */
function processorSeconds(pid: number): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return undefined;
  }
}

/** What a report takes in Redis while it waits, of so many. */
async function bytesEach(count: number): Promise<number> {
  const queues = await openQueues(client);
  const empty = await usedBytes();
  for (let at = 0; at < count; at += 50)
    await enqueueFlows(
      queues,
      Array.from({ length: 50 }, (_, one) => ({
        report: createHash('sha256')
          .update(`report ${at + one}`)
          .digest('hex')
          .slice(0, 32),
        spec: '0'.repeat(32),
        store: '0'.repeat(12),
      })),
    );
  const full = await usedBytes();
  await queues.close();
  await client.flushall();
  return (full - empty) / count;
}

const usedBytes = async () => Number(/used_memory:(\d+)/.exec(await client.info('memory'))?.[1]);
const sum = (values: readonly (number | undefined)[]) =>
  values.reduce<number>((total, value) => total + (value ?? Number.NaN), 0);

try {
  const bytes = await bytesEach(WAITING);
  const rows = [
    [
      'Workers',
      'Seconds',
      'Reports a minute',
      'Speed-up',
      'Sections under way',
      'Processors used by workers',
    ],
  ];
  let first: number | undefined;
  for (const count of WORKERS) {
    const name = `workers-${count}`;
    const before = server.calls.length;
    const workers = await Promise.all(Array.from({ length: count }, () => startWorker(name)));
    const processorsBefore = workers.map(({ pid }) => processorSeconds(pid));
    const start = performance.now();
    const { counts, journal } = await batch(name);
    const seconds = (performance.now() - start) / 1000;
    const processors = sum(workers.map(({ pid }) => processorSeconds(pid))) - sum(processorsBefore);
    journal.close();
    await Promise.all(workers.map(({ stop }) => stop()));
    await redis.flush();
    if (counts.written !== people) throw new Error(`found ${counts.written} of ${people} reports`);
    first ??= seconds;
    const calls = server.calls.length - before;
    rows.push([
      String(count),
      seconds.toFixed(1),
      ((people / seconds) * 60).toFixed(0),
      (first / seconds).toFixed(2),
      `${((calls * callSeconds) / seconds).toFixed(1)} of ${count * concurrency}`,
      Number.isNaN(processors) ? 'not known' : (processors / seconds).toFixed(2),
    ]);
  }
  console.log(
    `${people} reports of ${SECTIONS} sections, a call takes ${callSeconds} s, ${concurrency} sections at a time for each worker; ${availableParallelism()} processors, which Redis, the scripted model and the batch share\n`,
  );
  console.log(renderMarkdownTable(makeTable('scale', rows, 'right')));
  console.log(
    `\nRedis: ${bytes.toFixed(0)} bytes for each of ${WAITING} reports that wait, ${(bytes / (SECTIONS + 1)).toFixed(0)} for each of its ${SECTIONS + 1} jobs`,
  );
} finally {
  client.disconnect();
  await server.close();
  await redis.stop();
  rmSync(dir, { recursive: true, force: true });
}

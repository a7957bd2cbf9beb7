import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type BatchCounts, type FailedEntry, type Person, runBatch } from '../../src/batch/index.ts';
import { loadPromptSet, type PromptSet } from '../../src/draft/index.ts';
import { builtInPrices, openModel } from '../../src/model/index.ts';
import {
  makeReportSpec,
  openWorker,
  type QueuedBatchOptions,
  type QueueWorker,
  type QueueWorkerOptions,
  runQueuedBatch,
  type WorkerEvent,
} from '../../src/queue/index.ts';
import { findRenderer } from '../../src/render/index.ts';
import { openFolderStore, type ReportStore } from '../../src/store/index.ts';
import { VERSION } from '../../src/version.ts';
import { writeReport } from '../../src/write-report.ts';
import { type Script, type ScriptedServer, startScriptedServer } from '../support/scripted-server.ts';
import { DATE, ROLE, readOne, resumeOf, streamOf } from './people.ts';
import { startRedis, type TestRedis } from './start-redis.ts';

export const API_KEY = 'sk-test-4f9a1c77e2b84d0d';

export interface RunningWorker extends QueueWorker {
  events: WorkerEvent[];
  stop(): Promise<void>;
}

/** One Redis for a file of tests, and for each test an empty queue, a store, a folder and a scripted model. */
export class QueueWorld {
  redis!: TestRedis;
  store!: ReportStore;
  dir!: string;
  server!: ScriptedServer;
  prompts!: PromptSet;
  #script: Script = () => ({ status: 500 });
  readonly #workers: RunningWorker[] = [];

  static set(options: { password?: string } = {}): QueueWorld {
    const world = new QueueWorld();
    beforeAll(async () => {
      world.redis = await startRedis(options);
      world.prompts = await loadPromptSet();
    });
    afterAll(() => world.redis.stop());
    beforeEach(() => world.#open());
    afterEach(() => world.#close());
    return world;
  }

  /** What the model answers from now on. */
  script(script: Script): void {
    this.#script = script;
  }

  async work(over: Partial<QueueWorkerOptions> = {}): Promise<RunningWorker> {
    const stop = new AbortController();
    const events: WorkerEvent[] = [];
    const worker = await openWorker({
      queue: this.redis.url,
      store: this.store,
      stalledSeconds: 15,
      retry: { attempts: 1 },
      openModel: async (id) => ({
        model: await openModel(id, { baseUrl: this.server.url, apiKey: API_KEY, timeoutMs: 20_000 }),
      }),
      signal: stop.signal,
      ...over,
      onEvent(event) {
        events.push(event);
        over.onEvent?.(event);
      },
    });
    const running = {
      ...worker,
      events,
      stop: () => {
        stop.abort();
        return worker.done;
      },
    };
    this.#workers.push(running);
    return running;
  }

  /** What a batch of these people needs, with a folder of its own. */
  async batchOptions(
    over: Partial<QueuedBatchOptions> & { model?: string } = {},
  ): Promise<QueuedBatchOptions> {
    const { role } = (await readOne(resumeOf(0))).case;
    const { model = 'openai:scripted-model', ...rest } = over;
    return {
      out: join(this.dir, 'out'),
      renderers: [findRenderer('md'), findRenderer('json')],
      spec: makeReportSpec({
        version: VERSION,
        role,
        date: DATE,
        facts: {},
        style: {},
        model,
        maxRepairs: 3,
        shareNames: false,
        prompts: this.prompts,
        prices: builtInPrices,
      }),
      fingerprint: model,
      queue: this.redis.url,
      store: this.store,
      attempts: 3,
      backoffSeconds: 0.05,
      lookSeconds: 0.3,
      ...rest,
    };
  }

  async batch(
    people: readonly Person[],
    over: Partial<QueuedBatchOptions> & { model?: string } = {},
  ): Promise<{ counts: BatchCounts; failures: FailedEntry[]; enqueued: number }> {
    const { counts, journal, enqueued } = await runQueuedBatch(
      streamOf(people),
      await this.batchOptions(over),
    );
    const failures = [...journal.failures()];
    journal.close();
    return { counts, failures, enqueued };
  }

  /** The same reports by one process, for comparison. */
  async batchOfOneProcess(people: readonly Person[], out: string): Promise<void> {
    const model = await openModel('openai:scripted-model', { baseUrl: this.server.url, apiKey: API_KEY });
    const { journal } = await runBatch(streamOf(people), {
      out,
      role: ROLE,
      date: DATE,
      renderers: [findRenderer('md'), findRenderer('json')],
      fingerprint: 'openai:scripted-model',
      write: (theCase, signal) => writeReport(theCase, { model, prompts: this.prompts, signal }).report,
    });
    journal.close();
  }

  async #open(): Promise<void> {
    this.dir = mkdtempSync(join(tmpdir(), 'gapwright-queue-'));
    this.store = openFolderStore(join(this.dir, 'store'));
    this.server = await startScriptedServer((call) => this.#script(call));
  }

  async #close(): Promise<void> {
    await Promise.all(this.#workers.splice(0).map((worker) => worker.stop().catch(() => {})));
    await this.server.close();
    await this.redis.flush();
    rmSync(this.dir, { recursive: true, force: true });
  }
}

import { appendFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { QueueEvents } from 'bullmq';
import type { Redis } from 'ioredis';
import pLimit from 'p-limit';
import { Report } from '../../schemas/index.ts';
import {
  type BatchCounts,
  type BatchEvent,
  type BatchJournal,
  baseKey,
  copyReport,
  FAILURES,
  hasFiles,
  isOnesOwn,
  JOURNAL,
  keepReport,
  openBatchJournal,
  type Person,
  REPORTS,
  type ReportOwner,
  readKey,
} from '../batch/index.ts';
import { AbortedError } from '../errors.ts';
import { type ReadOptions, readCase } from '../input/index.ts';
import { untilAborted } from '../model/until-aborted.ts';
import type { Renderer } from '../render/index.ts';
import type { ReportStore } from '../store/index.ts';
import { readFailure } from './failures.ts';
import type { FlowOptions } from './flow-options.ts';
import { loadQueuePackages } from './load-packages.ts';
import { KEYS, PREFIX, REPORTS_QUEUE, type ReportJob, shorten } from './names.ts';
import { enqueueFlows, openQueues, type Queues } from './open-queues.ts';
import { openRedis } from './open-redis.ts';
import { parseQueueAddress } from './parse-queue-address.ts';
import { type ReportSpec, specKey } from './report-spec.ts';
import { makeStoreId } from './store-id.ts';
import { getJson, putJson } from './store-json.ts';

/** What happens on the way: as in a batch of one process, and what is of the queue. */
export type QueuedBatchEvent =
  | BatchEvent
  | { type: 'reports-enqueued'; count: number }
  /** Reports wait and no worker is there. */
  | { type: 'no-worker'; waiting: number }
  | { type: 'queue-lost' }
  | { type: 'queue-back' };

export interface QueuedBatchOptions extends FlowOptions {
  /** The folder of reports, journal, failures and summary. */
  out: string;
  renderers: readonly Renderer[];
  /** What all reports share. */
  spec: ReportSpec;
  /** What else makes two runs different, as in `runBatch`; the key of a report is the same there and here. */
  fingerprint: unknown;
  queue: string;
  password?: string | undefined;
  store: ReportStore;
  /** Put the reports into the queue and go; the same call without it collects them. */
  detach?: boolean;
  onEvent?: (event: QueuedBatchEvent) => void;
  signal?: AbortSignal;
  reading?: ReadOptions;
  /** Seconds between two looks at reports of which nothing was heard. Default 2. */
  lookSeconds?: number;
}

/** Resumes read at the same time, and reports written to the folder. */
const AT_ONCE = 8;
/** Reports that go into the queue in one step. */
const CHUNK = 50;
/** Reports looked at in one step, of those that nothing was heard of. */
const LOOKS = 500;
/** Times that a report is looked for that is said to be there: shared folders may show it late. */
const SEARCHES = 5;
const TICK_MS = 50;
/** Looks without anything heard, after which we ask whether there is any worker. */
const SILENT_LOOKS = 4;

/**
 * Writes a report for each person through a queue: puts in what has no report yet, waits for the workers, and collects
 * what they keep in the store. The same call goes on where an earlier one was stopped, and collects what was done
 * meanwhile. Counts, journal and files are those of `runBatch`.
 * @throws {QueueError} where Redis cannot be reached
 * @throws {OutputError} where store or folder cannot be used
 * @throws {AbortedError} when the signal fires; the workers go on
 */
export async function runQueuedBatch(
  people: AsyncIterable<Person>,
  options: QueuedBatchOptions,
): Promise<{ counts: BatchCounts; journal: BatchJournal; enqueued: number }> {
  const { out, signal, onEvent = () => {} } = options;
  const address = parseQueueAddress(options.queue, { password: options.password });
  // Nothing is written where there is no queue.
  const redis = await openRedis(address, { onChange: (state) => onEvent({ type: `queue-${state}` }) });
  try {
    await mkdir(join(out, REPORTS), { recursive: true });
    const journal = await openBatchJournal(join(out, JOURNAL));
    try {
      // Who failed is tried again, so the file tells of this run alone.
      await rm(join(out, FAILURES), { force: true });
      const run = await work(people, journal, redis, options);
      return { counts: run.counts, journal, enqueued: run.enqueued };
    } catch (error) {
      journal.close();
      throw signal?.aborted ? new AbortedError() : error;
    }
  } finally {
    redis.disconnect();
  }
}

async function work(
  people: AsyncIterable<Person>,
  journal: BatchJournal,
  redis: Redis,
  options: QueuedBatchOptions,
): Promise<QueuedBatch> {
  const { bullmq } = await loadQueuePackages();
  const queues = await openQueues(redis);
  const listener = redis.duplicate();
  const events = new bullmq.QueueEvents(REPORTS_QUEUE, { connection: listener, prefix: PREFIX });
  events.on('error', () => {});
  try {
    const run = new QueuedBatch(journal, queues, options);
    run.listen(events);
    // Commands wait for a Redis that is gone; who stops does not.
    await untilAborted(async () => {
      await run.produce(people);
      if (!options.detach) await run.collect();
    }, options.signal);
    return run;
  } finally {
    listener.disconnect();
    // Closing politely waits for commands that a lost Redis never answers.
    await Promise.race([Promise.all([queues.close(), events.close()]).catch(() => {}), wait(1000)]);
  }
}

class QueuedBatch {
  readonly counts: BatchCounts = { written: 0, kept: 0, copied: 0, failed: 0 };
  enqueued = 0;
  readonly #journal: BatchJournal;
  readonly #queues: Queues;
  readonly #options: QueuedBatchOptions;
  readonly #signal: AbortSignal;
  /** What ends the whole. */
  readonly #stop = new AbortController();
  #fault: unknown;
  /** Whose report is awaited, by its name in the queue, the first asker first. In the order of the last look. */
  readonly #pending = new Map<string, { owners: ReportOwner[]; job: ReportJob }>();
  readonly #collecting = new Map<string, Promise<void>>();
  readonly #collectors = pLimit(AT_ONCE);
  #heard = 0;

  constructor(journal: BatchJournal, queues: Queues, options: QueuedBatchOptions) {
    this.#journal = journal;
    this.#queues = queues;
    this.#options = options;
    const { signal } = options;
    this.#signal = signal ? AbortSignal.any([signal, this.#stop.signal]) : this.#stop.signal;
  }

  listen(events: QueueEvents): void {
    if (this.#options.detach) return;
    events.on('completed', ({ jobId }) => this.#collectSoon(jobId));
    events.on('failed', ({ jobId, failedReason }) => this.#failSoon(jobId, failedReason));
  }

  /** Reads the people and puts into the queue who has no report. */
  async produce(people: AsyncIterable<Person>): Promise<void> {
    const { spec, store, fingerprint } = this.#options;
    const { role, plan, resources, date } = spec;
    const base = baseKey({ role, plan, resources, date, fingerprint });
    const specName = specKey(spec);
    const [storeName] = await Promise.all([makeStoreId(store), putJson(store, KEYS.spec(specName), spec)]);
    const queue = people[Symbol.asyncIterator]();
    let chunk: ReportJob[] = [];
    const flush = async () => {
      const jobs = chunk;
      chunk = [];
      await this.#enqueue(jobs);
    };
    const work = async (): Promise<void> => {
      for (;;) {
        this.#throwIfStopped();
        const next = await queue.next();
        if (next.done) return;
        const job = await this.#admit(next.value, base, {
          spec: specName,
          store: storeName,
          ...(spec.model === 'offline' && { offline: true }),
        });
        if (job) chunk.push(job);
        if (chunk.length >= CHUNK) await flush();
      }
    };
    try {
      const ends = await Promise.allSettled(
        Array.from({ length: AT_ONCE }, () =>
          work().catch((error: unknown) => {
            this.#end(error);
            throw error;
          }),
        ),
      );
      if (ends.some(({ status }) => status === 'rejected')) throw this.#fault;
      await flush();
    } finally {
      await queue.return?.(undefined);
    }
  }

  /** Waits until everybody has a report or is known to have none. */
  async collect(): Promise<void> {
    const { lookSeconds = 2, onEvent = () => {} } = this.#options;
    let [heard, silent, looked] = [this.#heard, 0, performance.now()];
    while (this.#pending.size > 0 || this.#collecting.size > 0) {
      await wait(TICK_MS, undefined, { signal: this.#signal }).catch(() => {});
      this.#throwIfStopped();
      if (performance.now() - looked < lookSeconds * 1000) continue;
      silent = this.#heard === heard ? silent + 1 : 0;
      if (silent === SILENT_LOOKS && (await this.#countWorkers()) === 0)
        onEvent({ type: 'no-worker', waiting: this.#pending.size });
      await this.#look();
      [heard, looked] = [this.#heard, performance.now()];
    }
  }

  /** What is to be enqueued for a person; nothing where the report is there, or awaited, or cannot be. */
  async #admit(
    person: Person,
    base: string,
    names: Omit<ReportJob, 'report'>,
  ): Promise<ReportJob | undefined> {
    const { source } = person;
    const { spec, store, reading = {}, onEvent = () => {} } = this.#options;
    const id = this.#journal.idOf(source, person.name);
    let key = '';
    try {
      key = await readKey(base, person);
      const owner: ReportOwner = { source, id, key };
      if (this.#journal.keyOf(source) === key && (await hasFiles(id, this.#options))) {
        this.counts.kept += 1;
        onEvent({ type: 'person-kept', id });
        return undefined;
      }
      const job = { report: shorten(key), ...names };
      const awaited = this.#pending.get(job.report);
      if (awaited) {
        awaited.owners.push(owner);
        return undefined;
      }
      // From the look to the entry nothing is awaited: equal inputs are asked for once.
      this.#pending.set(job.report, { owners: [owner], job });
      const from = await copyReport(owner, this.#journal, this.#options, this.#signal);
      if (from !== undefined) {
        this.#copied(id, from);
        await this.#copyAll(this.#take(job.report).slice(1), from);
        return undefined;
      }
      if (await store.has(KEYS.report(job.report))) {
        if (this.#options.detach) this.#pending.delete(job.report);
        else this.#collectSoon(job.report);
        return undefined;
      }
      const { role, plan, resources, date } = spec;
      const resume = 'path' in person.resume ? person.resume.path : person.resume.value;
      const { case: theCase, warnings } = await readCase(
        { resume, role, plan, resources, date },
        { ...reading, signal: this.#signal },
      );
      for (const warning of warnings) onEvent({ type: 'person-warning', id, warning });
      await putJson(store, KEYS.resume(job.report), theCase.resume);
      return job;
    } catch (error) {
      if (!isOnesOwn(error) || this.#signal.aborted) throw error;
      const { name, message } = error as Error;
      const owners = this.#pending.get(shorten(key))?.owners ?? [{ source, id, key }];
      this.#pending.delete(shorten(key));
      for (const owner of owners) await this.#fail(owner, { error: name, reason: message });
      return undefined;
    }
  }

  async #enqueue(jobs: readonly ReportJob[]): Promise<void> {
    const { onEvent = () => {} } = this.#options;
    const count = await enqueueFlows(this.#queues, jobs, this.#options);
    if (this.#options.detach) for (const { report } of jobs) this.#pending.delete(report);
    this.enqueued += count;
    if (count > 0) onEvent({ type: 'reports-enqueued', count });
  }

  /** Asks after reports that nothing was heard of: events get lost when Redis does. */
  async #look(): Promise<void> {
    const some = [...this.#pending].slice(0, LOOKS).filter(([report]) => !this.#collecting.has(report));
    const lost: ReportJob[] = [];
    await Promise.all(
      some.map(async ([report, entry]) => {
        const state = await this.#queues.reports.getJobState(report);
        if (state === 'failed') this.#failSoon(report, undefined);
        else if (state === 'unknown' && (await this.#options.store.has(KEYS.report(report))))
          this.#collectSoon(report);
        else if (state === 'unknown' && this.#pending.has(report)) lost.push(entry.job);
        // To the end of the line.
        if (this.#pending.delete(report)) this.#pending.set(report, entry);
      }),
    );
    const again: ReportJob[] = [];
    for (const job of lost)
      if (this.#pending.has(job.report) && (await this.#canBeEnqueued(job))) again.push(job);
    await this.#enqueue(again);
  }

  /** A worker that took the resume away has kept a report, which may not be seen yet. */
  async #canBeEnqueued({ report }: ReportJob): Promise<boolean> {
    const { store } = this.#options;
    if (await store.has(KEYS.resume(report))) return true;
    this.#collectSoon(report);
    return false;
  }

  #collectSoon(report: string): void {
    if (!this.#pending.has(report) || this.#collecting.has(report)) return;
    this.#track(report, () => this.#collectOne(report));
  }

  #failSoon(report: string, neutral: string | undefined): void {
    if (!this.#pending.has(report) || this.#collecting.has(report)) return;
    this.#track(report, async () => {
      const { store } = this.#options;
      const known = await readFailure(store, report);
      const reason = neutral ?? (await this.#queues.reports.getJob(report))?.failedReason;
      await this.#failAll(
        report,
        known ?? { error: 'QueueError', reason: `the job failed: ${reason ?? 'no reason was kept'}` },
      );
    });
  }

  #track(report: string, work: () => Promise<void>): void {
    this.#heard += 1;
    const working = this.#collectors(work)
      .catch((error: unknown) => this.#end(error))
      .finally(() => this.#collecting.delete(report));
    this.#collecting.set(report, working);
  }

  async #collectOne(report: string): Promise<void> {
    const { store, onEvent = () => {} } = this.#options;
    let found = await getJson(store, KEYS.report(report), Report);
    for (let search = 1; !found && search < SEARCHES; search += 1) {
      await wait(1000, undefined, { signal: this.#signal });
      found = await getJson(store, KEYS.report(report), Report);
    }
    if (!found) {
      const reason = `the report is said to be done, and ${KEYS.report(report)} is not in the store`;
      await this.#failAll(report, { error: 'QueueError', reason });
      return;
    }
    const owners = this.#take(report);
    const [first, ...others] = owners;
    if (!first) return;
    const from = await copyReport(first, this.#journal, this.#options, this.#signal);
    if (from === undefined) {
      await keepReport(found, first, this.#journal, this.#options, this.#signal);
      this.counts.written += 1;
      onEvent({ type: 'person-written', id: first.id, sentences: found.writer.sentences });
    } else this.#copied(first.id, from);
    await this.#copyAll(others, first.id);
  }

  async #copyAll(owners: readonly ReportOwner[], from: string): Promise<void> {
    for (const owner of owners) {
      const source = await copyReport(owner, this.#journal, this.#options, this.#signal);
      this.#copied(owner.id, source ?? from);
    }
  }

  #copied(id: string, from: string): void {
    this.counts.copied += 1;
    this.#options.onEvent?.({ type: 'person-copied', id, from });
  }

  async #failAll(report: string, failure: { error: string; reason: string }): Promise<void> {
    for (const owner of this.#take(report)) await this.#fail(owner, failure);
  }

  #take(report: string): readonly ReportOwner[] {
    const owners = this.#pending.get(report)?.owners ?? [];
    this.#pending.delete(report);
    return owners;
  }

  async #fail(
    { id, source }: ReportOwner,
    { error, reason }: { error: string; reason: string },
  ): Promise<void> {
    this.#journal.failed({ source, error, reason });
    await appendFile(join(this.#options.out, FAILURES), `${JSON.stringify({ id, source, error, reason })}\n`);
    this.counts.failed += 1;
    this.#options.onEvent?.({ type: 'person-failed', id, source, reason });
  }

  async #countWorkers(): Promise<number> {
    try {
      return await this.#queues.reports.getWorkersCount();
    } catch {
      // Some hosts of Redis do not list their clients: no reason to warn of anything.
      return 1;
    }
  }

  #end(error: unknown): void {
    this.#fault ??= error;
    this.#stop.abort();
  }

  #throwIfStopped(): void {
    if (this.#fault !== undefined) throw this.#fault;
    if (this.#signal.aborted) throw new AbortedError();
  }
}

import { setTimeout as wait } from 'node:timers/promises';
import type { WorkerOptions as BullOptions, Job, Worker } from 'bullmq';
import { GapwrightError, ModelError } from '../errors.ts';
import { readCase } from '../input/index.ts';
import type { Model, RetryOptions } from '../model/index.ts';
import type { ReportStore } from '../store/index.ts';
import { writeReport } from '../write-report.ts';
import { assembleReport } from './assemble-report.ts';
import { openCaseReader } from './case-reader.ts';
import { putFailure } from './failures.ts';
import { loadQueuePackages } from './load-packages.ts';
import { PREFIX, REPORTS_QUEUE, type ReportJob, SECTIONS_QUEUE, type SectionJob } from './names.ts';
import { openQueues, type Queues } from './open-queues.ts';
import { openRedis } from './open-redis.ts';
import { parseQueueAddress } from './parse-queue-address.ts';
import { judgeFault, nameFault, OF_THE_WORKER, strictFor, UnfitError } from './settle-job.ts';
import { readStoreId } from './store-id.ts';
import type { JobKind, JobOutcome, WorkerEvent } from './worker-events.ts';
import { writeSection } from './write-section.ts';

export interface QueueWorkerOptions {
  /** `redis://host:port/db`, or `rediss://` for TLS. */
  queue: string;
  /** Of the Redis server, where the address has none. */
  password?: string | undefined;
  /** The store that the reports are enqueued with. */
  store: ReportStore;
  /** Opens the model of an id with the keys of this worker; asked once for each id. */
  openModel(id: string): Promise<{ model: Model; endpoint?: string | undefined }>;
  /** Sections under way at the same time. Default 6. */
  concurrency?: number;
  /** Sections begun in so many seconds by all workers together; `off` takes the limit away; default: as it is. */
  rate?: { max: number; seconds: number } | 'off' | undefined;
  /** Seconds that jobs in hand may take when the signal fires; then they are handed back. Default 30. */
  graceSeconds?: number;
  /** Seconds after which the jobs of a worker that is gone go to others. Default 30. */
  stalledSeconds?: number;
  /** Leave resume and sections in the store when a report is there. */
  keep?: boolean;
  /** Retries of a call within a job, as `writeReport` has them. */
  retry?: RetryOptions;
  onEvent?: (event: WorkerEvent) => void;
  /** Ends the worker: no job is taken any more, and those in hand are finished or handed back. */
  signal?: AbortSignal | undefined;
}

/** A worker at its queue. */
export interface QueueWorker {
  /** Whether jobs are taken: Redis is there, and the worker is not ending. */
  isReady(): boolean;
  /** Jobs of the whole queue by kind and state. */
  countJobs(): Promise<Record<JobKind, Record<string, number>>>;
  /** Fulfilled when the worker has ended by its signal; rejected with what makes it unfit for any job. */
  readonly done: Promise<void>;
}

/** A rate that nobody reaches: a limit has to be there for the provider's own to be kept. */
const NO_LIMIT = { max: 1_000_000_000, seconds: 1 };
/** Times that a job may be left by workers that are gone. */
const MOST_STALLS = 5;
/** Reports put together at the same time: that is work for one processor. */
const REPORTS_AT_ONCE = 2;
/** Failures of the store in a row that make the worker end. */
const STORE_FAULTS = 5;
/** Seconds to wait where a provider names none. */
const PAUSE_SECONDS = 5;
export const STATES = ['wait', 'active', 'delayed', 'waiting-children', 'failed'] as const;

/**
 * Opens a worker: it drafts sections and puts reports together until its signal fires.
 * @throws {QueueError} where Redis cannot be reached
 * @throws {UsageError} for a wrong address, or where the optional packages are not there
 */
export async function openWorker(options: QueueWorkerOptions): Promise<QueueWorker> {
  const { store, concurrency = 6, rate, graceSeconds = 30, stalledSeconds = 30, keep = false } = options;
  const { retry = {}, onEvent = () => {}, signal } = options;
  const { bullmq } = await loadQueuePackages();
  let isConnected = true;
  let queues: Queues | undefined;
  const redis = await openRedis(parseQueueAddress(options.queue, { password: options.password }), {
    onChange(state) {
      isConnected = state === 'back';
      onEvent({ type: isConnected ? 'queue-back' : 'queue-lost' });
      // It may have lost everything.
      if (isConnected && queues) void setRate(queues, rate).catch(() => {});
    },
  });
  const opened = await openQueues(redis);
  queues = opened;
  await setRate(opened, rate);

  await warmUp();
  const read = openCaseReader(store);
  const models = new Map<string, ReturnType<QueueWorkerOptions['openModel']>>();
  const openModel = (id: string) => {
    const opened = models.get(id) ?? options.openModel(id).catch(unfit);
    models.set(id, opened);
    return opened;
  };
  let storeId: string | undefined;
  const checkStore = async (job: ReportJob) => {
    storeId ??= await readStoreId(store);
    if (storeId !== job.store)
      throw new UnfitError(
        `cannot work at the queue: found reports that were enqueued with another store than ${store.address}, expected the same: name it by --store; if it is gone, take them out by gapwright queue drain`,
      );
  };

  /** Ends the jobs in hand. */
  const halt = new AbortController();
  let ending: Promise<void> | undefined;
  let fault: unknown;
  let active = 0;
  let storeFaults = 0;

  const work =
    (kind: JobKind, run: (job: Job) => Promise<boolean>) =>
    async (job: Job<ReportJob & { section?: string }>, token?: string): Promise<void> => {
      const { report, section } = job.data;
      const about = { kind, report, ...(section !== undefined && { section }) };
      const start = performance.now();
      const end = (outcome: JobOutcome, error?: string) =>
        onEvent({
          type: 'job-end',
          ...about,
          outcome,
          seconds: (performance.now() - start) / 1000,
          ...(error !== undefined && { error }),
        });
      const handBack = async (error: unknown) => {
        await job.moveToWait(token);
        end('handed-back', nameFault(error));
        throw new bullmq.WaitingError();
      };
      active += 1;
      onEvent({ type: 'job-start', ...about });
      try {
        await checkStore(job.data);
        const isNew = await run(job);
        storeFaults = 0;
        end(isNew ? 'done' : 'kept');
      } catch (error) {
        const name = nameFault(error);
        switch (judgeFault(error, { job, stopping: halt.signal.aborted })) {
          case 'hand-back':
            return await handBack(error);
          case 'unfit':
            void close(error);
            return await handBack(error);
          case 'no-store':
            storeFaults += 1;
            if (storeFaults >= STORE_FAULTS) void close(error);
            else await wait(storeFaults * 1000, undefined, { signal: halt.signal }).catch(() => {});
            return await handBack(error);
          case 'limited':
            await pauseAll(error instanceof ModelError ? error.retryAfter : undefined);
            end('limited', name);
            throw new bullmq.RateLimitError();
          case 'retry':
            end('retried', name);
            throw new Error(name);
          case 'fail':
            await putFailure(store, report, { error, section }).catch(() => {});
            end('failed', name);
            throw new bullmq.UnrecoverableError(name);
        }
      } finally {
        active -= 1;
      }
    };

  const pauseAll = async (seconds = PAUSE_SECONDS) => {
    await opened.sections.rateLimit(Math.ceil(seconds * 1000));
    onEvent({ type: 'queue-limited', seconds });
  };

  const settings: BullOptions = {
    connection: redis,
    prefix: PREFIX,
    lockDuration: stalledSeconds * 1000,
    stalledInterval: stalledSeconds * 1000,
    maxStalledCount: MOST_STALLS,
    runRetryDelay: 1000,
  };
  const sections = new bullmq.Worker<SectionJob>(
    SECTIONS_QUEUE,
    work('section', (job: Job<SectionJob>) =>
      writeSection(job.data, {
        store,
        read,
        openModel,
        strict: strictFor(job),
        retry: {
          ...retry,
          onRetry(event) {
            // One worker was told to wait: the others need not find out by themselves.
            if (event.error.fault === 'rate-limit') void pauseAll(event.delaySeconds).catch(() => {});
            retry.onRetry?.(event);
          },
        },
        onEvent: (event) => onEvent({ type: 'draft', event }),
        signal: halt.signal,
      }),
    ),
    { ...settings, concurrency },
  );
  const reports = new bullmq.Worker<ReportJob>(
    REPORTS_QUEUE,
    work('report', async (job: Job<ReportJob>) => {
      const report = await assembleReport(job.data, { store, read, keep, signal: halt.signal });
      if (report) onEvent({ type: 'report', report });
      return report !== undefined;
    }),
    { ...settings, concurrency: REPORTS_AT_ONCE },
  );
  const follow = (worker: Worker, kind: JobKind) => {
    // A lost connection is told by the connection itself; what fails for it is tried again.
    worker.on('error', () => {});
    worker.on('stalled', (job) => onEvent({ type: 'job-stalled', kind, job }));
  };
  follow(sections, 'section');
  follow(reports, 'report');

  let settle: { resolve(): void; reject(error: unknown): void };
  const done = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  // Whoever waits for it is told; nobody has to.
  done.catch(() => {});
  const close = (error?: unknown): Promise<void> => {
    fault ??= error;
    ending ??= (async () => {
      onEvent({ type: 'worker-stopping', active });
      const left = new AbortController();
      const late = setTimeout(() => halt.abort(), graceSeconds * 1000);
      const leave = Promise.all([sections.close(), reports.close()]).then(() => opened.close());
      // A Redis that is gone would keep us for ever: what is in hand then is taken for stalled by others.
      const tooLate = wait((graceSeconds + LEAVE_SECONDS) * 1000, undefined, { signal: left.signal });
      await Promise.race([leave, tooLate]).catch(() => {});
      left.abort();
      clearTimeout(late);
      redis.disconnect();
      if (fault === undefined) settle.resolve();
      else settle.reject(fault);
    })();
    return ending;
  };
  if (signal?.aborted) void close();
  signal?.addEventListener('abort', () => void close(), { once: true });

  return {
    isReady: () => isConnected && ending === undefined,
    async countJobs() {
      const [section, report] = await Promise.all(
        [opened.sections, opened.reports].map((queue) => queue.getJobCounts(...STATES)),
      );
      return { section: { ...section }, report: { ...report } };
    },
    done,
  };
}

/**
 * Loads skills, resources and checker by a report that nobody reads. The first job would block the process for as long
 * as that takes, and a busy machine could take its other jobs for those of a worker that is gone.
 */
async function warmUp(): Promise<void> {
  const role = { title: 'Nobody', skills: [{ name: 'Writing', tier: 'core' as const }] };
  const { case: theCase } = await readCase({ resume: {}, role, date: '2026-01-01' });
  await writeReport(theCase).report;
}

/** Seconds to hand back what the grace did not suffice for. */
const LEAVE_SECONDS = 3;

async function setRate({ sections }: Queues, rate: QueueWorkerOptions['rate']): Promise<void> {
  if (rate === undefined && (await sections.getGlobalRateLimit()) !== null) return;
  const { max, seconds } = rate === undefined || rate === 'off' ? NO_LIMIT : rate;
  await sections.setGlobalRateLimit(max, seconds * 1000);
}

/** A model that cannot be opened here may be opened elsewhere. */
function unfit(error: unknown): never {
  if (
    !(error instanceof GapwrightError) ||
    (error instanceof ModelError && OF_THE_WORKER.includes(error.fault))
  )
    throw error;
  throw new UnfitError(error.message, { cause: error });
}

/** Works at a queue until the signal fires. See `openWorker`. */
export async function runWorker(options: QueueWorkerOptions): Promise<void> {
  const { done } = await openWorker(options);
  await done;
}

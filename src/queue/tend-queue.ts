import type { ReportStore } from '../store/index.ts';
import { removeMakings } from './assemble-report.ts';
import { type QueueFailure, readFailure } from './failures.ts';
import type { ReportJob } from './names.ts';
import { enqueueFlows, openQueues, type Queues, removeFlow } from './open-queues.ts';
import { openRedis } from './open-redis.ts';
import { STATES } from './open-worker.ts';
import { parseQueueAddress } from './parse-queue-address.ts';
import type { JobKind } from './worker-events.ts';

export interface QueuePlace {
  queue: string;
  password?: string | undefined;
}

/** How a queue stands. */
export interface QueueStatus {
  jobs: Record<JobKind, Record<string, number>>;
  /** Workers connected; null where Redis does not say. */
  workers: number | null;
  rate: { max: number; seconds: number } | null;
  /** Dead letters, the first of them; why they failed where the store is given and says so. */
  failed: { report: string; failure: QueueFailure | undefined }[];
}

/** Dead letters that are shown. */
const SHOWN = 20;
const PAGE = 100;
/** A rate beyond this is none. */
const NO_LIMIT = 1_000_000;

/**
 * Says how a queue stands.
 * @throws {QueueError} where Redis cannot be reached
 */
export function readQueueStatus(place: QueuePlace, store?: ReportStore): Promise<QueueStatus> {
  return withQueues(place, async ({ reports, sections }) => {
    const [ofSections, ofReports, workers, limit, failed] = await Promise.all([
      sections.getJobCounts(...STATES),
      reports.getJobCounts(...STATES),
      reports.getWorkersCount().catch(() => null),
      sections.getGlobalRateLimit(),
      reports.getFailed(0, SHOWN - 1),
    ]);
    return {
      jobs: { section: { ...ofSections }, report: { ...ofReports } },
      workers,
      rate: limit && limit.max < NO_LIMIT ? { max: limit.max, seconds: limit.duration / 1000 } : null,
      failed: await Promise.all(
        failed.map(async ({ data: { report } }) => ({
          report,
          failure: store && (await readFailure(store, report)),
        })),
      ),
    };
  });
}

/** Puts every dead letter into the queue again; sections that are done are not written again. Says how many. */
export function retryFailed(place: QueuePlace): Promise<number> {
  return withQueues(place, async (queues) => {
    let retried = 0;
    for await (const job of jobsOf(queues, ['failed'])) retried += await enqueueFlows(queues, [job]);
    return retried;
  });
}

/**
 * Takes all reports out of the queue that nobody works on, dead letters too, and what they were to be made of out of
 * the store. Says how many went, and how many are being worked on.
 */
export function drainQueue(
  place: QueuePlace,
  store: ReportStore,
): Promise<{ removed: number; inHand: number }> {
  return withQueues(place, async (queues) => {
    let [removed, inHand] = [0, 0];
    for await (const { report } of jobsOf(queues, [
      'wait',
      'delayed',
      'waiting-children',
      'failed',
      'active',
    ])) {
      if (await removeFlow(queues.reports, report)) {
        removed += 1;
        await removeMakings(store, report);
      } else inHand += 1;
    }
    return { removed, inHand };
  });
}

/** Jobs in these states, each once. What is done with one may move it, so all of them are listed before. */
async function* jobsOf(
  { reports }: Queues,
  states: readonly (typeof STATES)[number][],
): AsyncGenerator<ReportJob> {
  const found = new Map<string, ReportJob>();
  for (let from = 0; ; from += PAGE) {
    const jobs = await reports.getJobs([...states], from, from + PAGE - 1);
    for (const job of jobs) if (job) found.set(job.data.report, job.data);
    if (jobs.length === 0) break;
  }
  yield* found.values();
}

async function withQueues<T>(
  { queue, password }: QueuePlace,
  work: (queues: Queues) => Promise<T>,
): Promise<T> {
  const redis = await openRedis(parseQueueAddress(queue, { password }));
  const queues = await openQueues(redis);
  try {
    return await work(queues);
  } finally {
    await queues.close().catch(() => {});
    redis.disconnect();
  }
}

import type { FlowJob, FlowProducer, Queue, QueueOptions } from 'bullmq';
import type { Redis } from 'ioredis';
import { SECTIONS } from '../sections/index.ts';
import type { FlowOptions } from './flow-options.ts';
import { loadQueuePackages } from './load-packages.ts';
import { PREFIX, REPORTS_QUEUE, type ReportJob, SECTIONS_QUEUE, type SectionJob } from './names.ts';

/** The two queues, from outside: to put jobs in and to look after them. */
export interface Queues {
  reports: Queue<ReportJob>;
  sections: Queue<SectionJob>;
  flows: FlowProducer;
  close(): Promise<void>;
}

/** Opens the queues over a connection, which stays the caller's. */
export async function openQueues(redis: Redis): Promise<Queues> {
  const { bullmq } = await loadQueuePackages();
  const options: QueueOptions = { connection: redis, prefix: PREFIX };
  const reports = new bullmq.Queue<ReportJob>(REPORTS_QUEUE, options);
  const sections = new bullmq.Queue<SectionJob>(SECTIONS_QUEUE, options);
  const flows = new bullmq.FlowProducer(options);
  // A lost connection is told by the connection itself; what fails for it is tried again.
  const ignore = () => {};
  reports.on('error', ignore);
  sections.on('error', ignore);
  flows.on('error', ignore);
  return {
    reports,
    sections,
    flows,
    async close() {
      await Promise.all([reports.close(), sections.close(), flows.close()]);
    },
  };
}

/** The flow of a report: its sections, then itself. The offline writer needs no jobs for sections. */
export function makeFlow(
  { report, spec, store, offline }: ReportJob,
  { attempts = 6, backoffSeconds = 10 }: FlowOptions = {},
): FlowJob {
  const opts = {
    attempts,
    backoff: { type: 'exponential', delay: backoffSeconds * 1000, jitter: 0.5 },
    // What is done is in the store; what has failed stays for people to look at.
    removeOnComplete: true,
    removeOnFail: false,
    // Stacks quote no text of a resume, but messages can, and both would lie in Redis.
    stackTraceLimit: 0,
  };
  const job = {
    name: 'report',
    queueName: REPORTS_QUEUE,
    prefix: PREFIX,
    data: { report, spec, store, ...(offline && { offline }) } satisfies ReportJob,
    opts: { ...opts, jobId: report },
  };
  if (offline) return job;
  return {
    ...job,
    children: SECTIONS.map(({ id }) => ({
      name: 'section',
      queueName: SECTIONS_QUEUE,
      prefix: PREFIX,
      data: { report, spec, store, section: id } satisfies SectionJob,
      opts: { ...opts, jobId: `${report}.${id}`, failParentOnFailure: true },
    })),
  };
}

/**
 * Puts reports into the queue. Those that wait or are worked on already are left alone; those that had failed are tried
 * again, and so are those whose job is lost.
 * @returns how many were put in
 */
export async function enqueueFlows(
  { reports, flows }: Queues,
  jobs: readonly ReportJob[],
  options: FlowOptions = {},
): Promise<number> {
  const wanted = await Promise.all(
    jobs.map(async (job) => {
      const state = await reports.getJobState(job.report);
      if (state === 'unknown') return [job];
      const isOver = state === 'failed' || state === 'completed';
      return isOver && (await removeFlow(reports, job.report)) ? [job] : [];
    }),
  );
  const flat = wanted.flat();
  if (flat.length > 0) await flows.addBulk(flat.map((job) => makeFlow(job, options)));
  return flat.length;
}

/** Removes a report's job with those of its sections; false where one of them is being worked on. */
export async function removeFlow(reports: Queues['reports'], report: string): Promise<boolean> {
  return (await reports.remove(report, { removeChildren: true })) === 1;
}

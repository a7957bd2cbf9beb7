import { loadPromClient } from './load-prom-client.ts';
import type { QueueWorker } from './open-worker.ts';
import type { JobKind, WorkerEvent } from './worker-events.ts';

/** The metrics of a worker. Labels are kinds and ids of the program's own; none is taken from a resume. */
export interface WorkerMetrics {
  /** To be called with every event of the worker. */
  follow(event: WorkerEvent): void;
  /** Lets a scrape ask for the jobs of the whole queue. */
  watch(worker: Pick<QueueWorker, 'countJobs' | 'isReady'>): void;
  contentType: string;
  /** Everything in Prometheus' text format. */
  print(): Promise<string>;
}

/** Seconds: an offline report takes milliseconds, a section with repairs minutes. */
const BUCKETS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 80, 160, 320];

/**
 * Opens the metrics of a worker, in a registry of its own.
 * @throws {UsageError} where the optional package is not there
 */
export async function openMetrics(): Promise<WorkerMetrics> {
  const prom = await loadPromClient();
  const registry = new prom.Registry();
  prom.collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counter = <T extends string>(name: string, help: string, labelNames: readonly T[]) =>
    new prom.Counter<T>({ name: `gapwright_${name}`, help, labelNames, registers });
  const jobs = counter('jobs_total', 'Jobs that ended at this worker.', ['kind', 'outcome']);
  const faults = counter('job_faults_total', 'Jobs that did not end well, by class of the error.', [
    'kind',
    'error',
  ]);
  const seconds = new prom.Histogram({
    name: 'gapwright_job_seconds',
    help: 'Time that a job took at this worker.',
    labelNames: ['kind'],
    buckets: BUCKETS,
    registers,
  });
  const active = new prom.Gauge({
    name: 'gapwright_jobs_active',
    help: 'Jobs in hand at this worker.',
    labelNames: ['kind'],
    registers,
  });
  const stalled = counter('jobs_stalled_total', 'Jobs taken over from workers that are gone.', ['kind']);
  const sections = counter('sections_total', 'Sections drafted, by id.', ['section']);
  const sentences = counter('sentences_total', 'Sentences of drafted sections, by writer.', ['by']);
  const findings = counter('findings_total', 'Findings of the checker in what the model wrote, by rule.', [
    'rule',
  ]);
  const repairs = counter('repairs_total', 'Requests for a repair.', []);
  const retries = counter('call_retries_total', 'Calls of the model that were tried again, by fault.', [
    'fault',
  ]);
  const tokens = counter('tokens_total', 'Tokens that the provider counted.', ['direction']);
  const cost = counter('cost_total', 'Cost of calls by the table of prices, where known.', []);
  const reports = counter('reports_total', 'Reports put together and kept.', []);
  const limited = counter('queue_limited_total', 'Times that the provider asked all workers to wait.', []);

  const draft = ({ event }: Extract<WorkerEvent, { type: 'draft' }>) => {
    switch (event.type) {
      case 'section-end':
        sections.inc({ section: event.section });
        for (const by of ['model', 'repaired', 'offline'] as const)
          sentences.inc({ by }, event.sentences[by]);
        tokens.inc({ direction: 'in' }, event.usage.inputTokens ?? 0);
        tokens.inc({ direction: 'out' }, event.usage.outputTokens ?? 0);
        cost.inc(event.cost ?? 0);
        break;
      case 'section-finding':
        findings.inc({ rule: event.finding.rule });
        break;
      case 'section-repair':
        repairs.inc();
        break;
      case 'call-retry':
        retries.inc({ fault: event.error.fault });
        break;
    }
  };

  return {
    follow(event) {
      switch (event.type) {
        case 'job-start':
          active.inc({ kind: event.kind });
          break;
        case 'job-end':
          active.dec({ kind: event.kind });
          jobs.inc({ kind: event.kind, outcome: event.outcome });
          seconds.observe({ kind: event.kind }, event.seconds);
          if (event.error !== undefined) faults.inc({ kind: event.kind, error: event.error });
          break;
        case 'draft':
          draft(event);
          break;
        case 'report':
          reports.inc();
          break;
        case 'job-stalled':
          stalled.inc({ kind: event.kind });
          break;
        case 'queue-limited':
          limited.inc();
          break;
      }
    },
    watch(worker) {
      const states: readonly ('kind' | 'state')[] = ['kind', 'state'];
      new prom.Gauge({
        name: 'gapwright_queue_jobs',
        help: 'Jobs of the whole queue, by state.',
        labelNames: states,
        registers,
        async collect() {
          // A scrape does not wait for a Redis that is gone: it says nothing of the queue then.
          this.reset();
          if (!worker.isReady()) return;
          const counts = await worker.countJobs();
          for (const kind of Object.keys(counts) as JobKind[])
            for (const [state, count] of Object.entries(counts[kind])) this.set({ kind, state }, count);
        },
      });
    },
    contentType: registry.contentType,
    print: () => registry.metrics(),
  };
}

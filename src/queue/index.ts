export { readFailure } from './failures.ts';
export { openMetrics, type WorkerMetrics } from './open-metrics.ts';
export { openWorker, type QueueWorker, type QueueWorkerOptions, runWorker } from './open-worker.ts';
export { parseQueueAddress } from './parse-queue-address.ts';
export { makeReportSpec, type ReportSpec, type ReportSpecInput } from './report-spec.ts';
export { type QueuedBatchEvent, type QueuedBatchOptions, runQueuedBatch } from './run-queued-batch.ts';
export { type HealthServer, serveHealth } from './serve-health.ts';
export {
  drainQueue,
  type QueuePlace,
  type QueueStatus,
  readQueueStatus,
  retryFailed,
} from './tend-queue.ts';
export type { JobKind, JobOutcome, WorkerEvent } from './worker-events.ts';

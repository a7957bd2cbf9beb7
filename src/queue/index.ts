export { readFailure } from './failures.ts';
export { openWorker, type QueueWorker, type QueueWorkerOptions, runWorker } from './open-worker.ts';
export { parseQueueAddress } from './parse-queue-address.ts';
export { makeReportSpec, type ReportSpec, type ReportSpecInput } from './report-spec.ts';
export { type QueuedBatchEvent, type QueuedBatchOptions, runQueuedBatch } from './run-queued-batch.ts';
export type { JobKind, JobOutcome, WorkerEvent } from './worker-events.ts';

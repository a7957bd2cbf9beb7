import type { Report } from '../../schemas/index.ts';
import type { ReportEvent } from '../draft/index.ts';

/** Which of the two kinds of jobs. */
export type JobKind = 'section' | 'report';

/**
 * How a job ended here: `done`; `kept`, because its result was in the store already; `retried`, later; `failed` for
 * good; `handed-back` to other workers, because this one ends; `limited`, put back until the provider's limit allows.
 */
export type JobOutcome = 'done' | 'kept' | 'retried' | 'failed' | 'handed-back' | 'limited';

/** What happens at a worker, in order. No name and no text of a resume is in it, save in `draft` and `report`. */
export type WorkerEvent =
  | { type: 'job-start'; kind: JobKind; report: string; section?: string }
  | {
      type: 'job-end';
      kind: JobKind;
      report: string;
      section?: string;
      outcome: JobOutcome;
      seconds: number;
      /** Name of the error's class, or the fault of the model. */
      error?: string;
    }
  | { type: 'draft'; event: ReportEvent }
  | { type: 'report'; report: Report }
  /** A job of a worker that is gone went to another one. */
  | { type: 'job-stalled'; kind: JobKind; job: string }
  /** The provider asks all workers to wait. */
  | { type: 'queue-limited'; seconds: number }
  | { type: 'queue-lost' }
  | { type: 'queue-back' }
  | { type: 'worker-stopping'; active: number };

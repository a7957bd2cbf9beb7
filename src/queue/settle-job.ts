import type { Job } from 'bullmq';
import { HOPELESS } from '../batch/index.ts';
import {
  AbortedError,
  GapwrightError,
  InputError,
  ModelError,
  type ModelFault,
  OutputError,
  ReportError,
  UsageError,
} from '../errors.ts';

/** Faults of this worker's own key, account, budget or packages: another worker may fare better. */
export const OF_THE_WORKER: readonly ModelFault[] = HOPELESS.filter((fault) => fault !== 'not-found');

/** Faults that pass: the queue tries again later, before the offline writer steps in. */
const PASSING: readonly ModelFault[] = ['rate-limit', 'server', 'network', 'timeout'];

/** Starts of a job that the provider's limit may undo without counting as tries. */
const MOST_STARTS = 50;

/** This worker cannot do any job of the kind, while another one may: wrong store, no key, a missing package. */
export class UnfitError extends UsageError {}

type Tries = Pick<Job, 'attemptsMade' | 'attemptsStarted' | 'opts'>;

const isLastTry = ({ attemptsMade, opts }: Tries) => attemptsMade + 1 >= (opts.attempts ?? 1);

/** Faults that end a try of a section. The last try ends as it would in one process: the offline writer steps in. */
export function strictFor(job: Tries): readonly ModelFault[] {
  if (!isLastTry(job)) return [...HOPELESS, ...PASSING];
  return job.attemptsStarted < MOST_STARTS ? [...HOPELESS, 'rate-limit'] : HOPELESS;
}

/**
 * What is to become of a job whose work threw. `no-store` is for the worker to judge: a store that fails once may be
 * there again, one that fails on and on is not this worker's.
 */
export type Verdict = 'hand-back' | 'limited' | 'retry' | 'fail' | 'unfit' | 'no-store';

/** Decides by the error's class and fields, never by its message. */
export function judgeFault(error: unknown, { job, stopping }: { job: Tries; stopping: boolean }): Verdict {
  if (error instanceof AbortedError || stopping) return 'hand-back';
  if (error instanceof UnfitError) return 'unfit';
  if (error instanceof ModelError && OF_THE_WORKER.includes(error.fault)) return 'unfit';
  if (error instanceof OutputError) return 'no-store';
  if (error instanceof ModelError && error.fault === 'rate-limit' && job.attemptsStarted < MOST_STARTS)
    return 'limited';
  if (isForGood(error) || isLastTry(job)) return 'fail';
  return 'retry';
}

/** Whether another try would meet the same. */
function isForGood(error: unknown): boolean {
  if (error instanceof ModelError) return !PASSING.includes(error.fault);
  return error instanceof InputError || error instanceof ReportError || error instanceof UsageError;
}

/** An error in one word, as it may lie in Redis: messages can quote a resume. */
export function nameFault(error: unknown): string {
  if (error instanceof ModelError) return error.fault;
  return error instanceof GapwrightError ? error.name : 'a fault of gapwright itself';
}

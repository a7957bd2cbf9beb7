import { InputError, ModelError, type ModelFault, ReportError, UsageError } from '../errors.ts';

/** Model faults that the next report would meet as well: better to stop than to fail one by one. */
export const HOPELESS: readonly ModelFault[] = ['auth', 'quota', 'not-found', 'budget', 'missing-package'];

/** Whether an error is about this person, so that others may fare better. */
export function isOnesOwn(error: unknown): boolean {
  if (error instanceof ModelError) return !HOPELESS.includes(error.fault);
  return error instanceof InputError || error instanceof ReportError || error instanceof UsageError;
}

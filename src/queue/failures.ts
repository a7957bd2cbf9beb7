import { z } from 'zod';
import { GapwrightError } from '../errors.ts';
import type { ReportStore } from '../store/index.ts';
import { KEYS } from './names.ts';
import { getJson, putJson } from './store-json.ts';

/** `failures/<report>.json`: why there is no report. It can quote a resume, so it lies here and not in the queue. */
const FailureFile = z.strictObject({
  schema: z.literal('gapwright/queue-failure@1'),
  /** Name of the error's class. */
  error: z.string(),
  reason: z.string(),
  section: z.string().optional(),
});
export type QueueFailure = Pick<z.infer<typeof FailureFile>, 'error' | 'reason' | 'section'>;

/** Keeps why a report failed; of several reasons the last one. */
export async function putFailure(
  store: ReportStore,
  report: string,
  { error, section }: { error: unknown; section?: string | undefined },
): Promise<void> {
  const {
    name,
    message,
    stack = message,
  } = error instanceof Error ? error : { name: 'Error', message: String(error) };
  const key = KEYS.failure(report);
  await store.remove(key);
  await putJson(store, key, {
    schema: 'gapwright/queue-failure@1',
    error: name,
    // Of a fault of our own the place is wanted as well.
    reason: error instanceof GapwrightError ? message : stack,
    ...(section !== undefined && { section }),
  });
}

export function readFailure(store: ReportStore, report: string): Promise<QueueFailure | undefined> {
  return getJson(store, KEYS.failure(report), FailureFile);
}

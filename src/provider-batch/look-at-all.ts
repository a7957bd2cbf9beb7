import {
  type BatchCounts,
  type BatchEvent,
  type BatchJournal,
  type BatchOptions,
  type Person,
  runBatch,
} from '../batch/index.ts';
import type { BatchStore } from './batch-store.ts';

/** What an event of `runBatch` says has become of a person. */
const OUTCOMES: Readonly<Partial<Record<BatchEvent['type'], Exclude<keyof BatchCounts, 'pending'>>>> = {
  'person-written': 'written',
  'person-copied': 'copied',
  'person-kept': 'kept',
  'person-failed': 'failed',
};

/**
 * Looks at everybody: writes what can be written, and has the store put down what is lacking. Counts are those of the
 * whole run, whichever look wrote a report, and nobody is told of twice.
 * @param failed Who was told of as failed; filled here.
 */
export async function lookAtAll(
  people: AsyncIterable<Person>,
  options: BatchOptions,
  { store, failed }: { store: BatchStore; failed: Set<string> },
): Promise<{ counts: BatchCounts; journal: BatchJournal }> {
  const counts: BatchCounts = { written: 0, kept: 0, copied: 0, failed: 0 };
  const onEvent = (event: BatchEvent) => {
    const how = OUTCOMES[event.type];
    if (event.type === 'person-pending') counts.pending = (counts.pending ?? 0) + 1;
    if (how === undefined) {
      options.onEvent?.(event);
      return;
    }
    // Who got a report in an earlier look of this run has it from this run.
    const before = store.note(event.id, how);
    const isOwn = how === 'kept' && (before === 'written' || before === 'copied');
    counts[isOwn ? before : how] += 1;
    const isTold = how === 'failed' ? failed.has(event.id) : how === 'kept' && before !== undefined;
    if (how === 'failed') failed.add(event.id);
    if (!isTold) options.onEvent?.(event);
  };
  store.beginPass();
  const { journal } = await runBatch(people, { ...options, onEvent });
  store.endPass();
  return { counts, journal };
}

import { appendFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Case, Report } from '../../schemas/index.ts';
import { AbortedError, ModelError } from '../errors.ts';
import { type InputWarning, type ReadOptions, readCase } from '../input/index.ts';
import type { Renderer } from '../render/index.ts';
import { type BatchJournal, openBatchJournal } from './batch-journal.ts';
import { isOnesOwn } from './is-ones-own.ts';
import { copyReport, hasFiles, keepReport, REPORTS } from './keep-report.ts';
import type { Person } from './person.ts';
import { baseKey, readKey } from './read-key.ts';

/** What happens on the way, one event for each person. */
export type BatchEvent =
  | { type: 'person-kept'; id: string }
  | { type: 'person-copied'; id: string; from: string }
  /** `seconds` from the reading of the resume to the entry in the journal; not told where other machines write. */
  | { type: 'person-written'; id: string; sentences: Report['writer']['sentences']; seconds?: number }
  | { type: 'person-failed'; id: string; source: string; reason: string }
  /** The report waits for replies; `pending` of the model's error says so. */
  | { type: 'person-pending'; id: string }
  | { type: 'person-warning'; id: string; warning: InputWarning };

export interface BatchOptions {
  /** The folder of reports, journal, failures and summary. */
  out: string;
  /** Role, plan and resources: the same for all, as `readCase` takes them. */
  role: unknown;
  plan?: unknown;
  resources?: unknown;
  /** The report's date, `YYYY-MM-DD`. */
  date: string;
  renderers: readonly Renderer[];
  /**
   * Writes one report; the caller's model, prompts and style are in it. `person.key` stands for all that shapes the
   * report. A ModelError `pending` leaves the person for a later run and is no failure.
   */
  write(theCase: Case, signal: AbortSignal, person: { id: string; key: string }): Promise<Report>;
  /** All that shapes a report besides the case: a report is written anew when it changes. */
  fingerprint: unknown;
  /** Reports under way at the same time. Default 4. */
  concurrency?: number;
  onEvent?: (event: BatchEvent) => void;
  signal?: AbortSignal;
  reading?: ReadOptions;
}

export interface BatchCounts {
  written: number;
  /** Had a report of the same inputs from an earlier run. */
  kept: number;
  /** Got a copy of another person's report: the inputs are the same. */
  copied: number;
  failed: number;
  /** Wait for replies that are on their way. Absent where there are none. */
  pending?: number;
}

export const JOURNAL = 'batch.sqlite';
export const FAILURES = 'failures.jsonl';

/**
 * Writes a report for each person. What fails for one (a wrong resume, a report that cannot be made true) is a line in
 * `failures.jsonl`; what would fail for all ends the run. The same call goes on where an earlier one was stopped:
 * accepted reports are not written again, unless their inputs changed or their files are gone.
 * @throws {ModelError} for what no further report could get past (key, quota, budget)
 * @throws {OutputError} where files cannot be written
 * @throws {AbortedError} when the signal fires; accepted reports are kept
 */
export async function runBatch(
  people: AsyncIterable<Person>,
  options: BatchOptions,
): Promise<{ counts: BatchCounts; journal: BatchJournal }> {
  const { out, concurrency = 4, onEvent = () => {}, signal } = options;
  await mkdir(join(out, REPORTS), { recursive: true });
  const journal = await openBatchJournal(join(out, JOURNAL));
  // Who failed is tried again, so the file tells of this run alone.
  await rm(join(out, FAILURES), { force: true });
  const counts: BatchCounts = { written: 0, kept: 0, copied: 0, failed: 0 };
  const stop = new AbortController();
  const stopped = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const base = baseKey(options);
  const underWay = new Map<string, Promise<unknown>>();
  const queue = people[Symbol.asyncIterator]();

  const work = async (): Promise<void> => {
    for (;;) {
      if (stopped.aborted) throw new AbortedError();
      const next = await queue.next();
      if (next.done) return;
      await handle(next.value);
    }
  };

  const handle = async (person: Person): Promise<void> => {
    const { source } = person;
    const id = journal.idOf(source, person.name);
    try {
      const key = await readKey(base, person);
      if (journal.keyOf(source) === key && (await hasFiles(id, options))) {
        counts.kept += 1;
        onEvent({ type: 'person-kept', id });
        return;
      }
      // From the last look to the entry nothing is awaited: nobody with the same inputs comes in between.
      for (let other = underWay.get(key); other; other = underWay.get(key)) await other.catch(() => {});
      const writing = copyOrWrite(person, id, key);
      underWay.set(key, writing);
      await writing.finally(() => underWay.delete(key));
    } catch (error) {
      if (error instanceof ModelError && error.fault === 'pending' && !stopped.aborted) {
        counts.pending = (counts.pending ?? 0) + 1;
        onEvent({ type: 'person-pending', id });
        return;
      }
      if (!isOnesOwn(error) || stopped.aborted) throw error;
      const { name, message } = error as Error;
      journal.failed({ source, error: name, reason: message });
      await appendFile(
        join(out, FAILURES),
        `${JSON.stringify({ id, source, error: name, reason: message })}\n`,
      );
      counts.failed += 1;
      onEvent({ type: 'person-failed', id, source, reason: message });
    }
  };

  /** Takes over the report of somebody with the same inputs. */
  const copy = async (id: string, source: string, key: string): Promise<boolean> => {
    const from = await copyReport({ source, id, key }, journal, options, stopped);
    if (from === undefined) return false;
    counts.copied += 1;
    onEvent({ type: 'person-copied', id, from });
    return true;
  };

  const copyOrWrite = async (person: Person, id: string, key: string): Promise<void> => {
    if (!(await copy(id, person.source, key))) await writeOne(person, id, key);
  };

  const writeOne = async (person: Person, id: string, key: string): Promise<void> => {
    const start = performance.now();
    const { role, plan, resources, date, reading = {} } = options;
    const resume = 'path' in person.resume ? person.resume.path : person.resume.value;
    const { case: theCase, warnings } = await readCase(
      { resume, role, plan, resources, date },
      { ...reading, signal: stopped },
    );
    for (const warning of warnings) onEvent({ type: 'person-warning', id, warning });
    const report = await options.write(theCase, stopped, { id, key });
    await keepReport(report, { source: person.source, id, key }, journal, options, stopped);
    counts.written += 1;
    onEvent({
      type: 'person-written',
      id,
      sentences: report.writer.sentences,
      seconds: (performance.now() - start) / 1000,
    });
  };

  try {
    const workers = Array.from({ length: Math.max(1, concurrency) }, () =>
      work().catch((error: unknown) => {
        stop.abort();
        throw error;
      }),
    );
    const ends = await Promise.allSettled(workers);
    const faults = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
    // The first that is more than the echo of another's end.
    const fault = faults.find((reason) => !(reason instanceof AbortedError)) ?? faults[0];
    if (fault !== undefined) throw signal?.aborted ? new AbortedError() : fault;
    return { counts, journal };
  } catch (error) {
    journal.close();
    throw error;
  } finally {
    await queue.return?.(undefined);
  }
}

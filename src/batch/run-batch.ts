import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Case, Report } from '../../schemas/index.ts';
import { AbortedError, InputError, ModelError, ReportError, UsageError } from '../errors.ts';
import { type InputWarning, type ReadOptions, readCase } from '../input/index.ts';
import { writeOutput } from '../output/write-output.ts';
import type { Renderer } from '../render/index.ts';
import { type BatchJournal, openBatchJournal } from './batch-journal.ts';
import { computeCohortRow } from './cohort-row.ts';
import type { Person } from './person.ts';

/** What happens on the way, one event for each person. */
export type BatchEvent =
  | { type: 'person-kept'; id: string }
  | { type: 'person-copied'; id: string; from: string }
  /** `seconds` from the reading of the resume to the entry in the journal. */
  | { type: 'person-written'; id: string; sentences: Report['writer']['sentences']; seconds: number }
  | { type: 'person-failed'; id: string; source: string; reason: string }
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
  /** Writes one report; the caller's model, prompts and style are in it. */
  write(theCase: Case, signal: AbortSignal): Promise<Report>;
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
}

export const REPORTS = 'reports';
export const JOURNAL = 'batch.sqlite';
export const FAILURES = 'failures.jsonl';
/** What a person's files are called, in a folder of their own beneath `reports`. */
const FILE = 'skill-gap-report';

/** Model faults that the next report would meet as well: better to stop than to fail one by one. */
const HOPELESS = new Set(['auth', 'quota', 'not-found', 'budget', 'missing-package']);

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
  const base = digest([options.role, options.plan, options.resources, options.date, options.fingerprint]);
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
      const key = digest([base, await readKey(person)]);
      if (journal.keyOf(source) === key && (await hasFiles(id, options))) {
        counts.kept += 1;
        onEvent({ type: 'person-kept', id });
        return;
      }
      await underWay.get(key)?.catch(() => {});
      if (await copy(id, source, key)) return;
      const writing = writeOne(person, id, key);
      underWay.set(key, writing);
      await writing.finally(() => underWay.delete(key));
    } catch (error) {
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
    const other = journal.findKey(key);
    if (!other || other.id === id || !(await hasFiles(other.id, options))) return false;
    const files = await Promise.all(
      options.renderers.map(async ({ extension }) => ({
        name: `${FILE}.${extension}`,
        content: await readFile(pathOf(other.id, extension, options)),
      })),
    );
    await writeOutput(join(out, REPORTS, id), files, { force: true, signal: stopped });
    const nothing = { calls: 0, inputTokens: 0, outputTokens: 0, cost: 0 };
    journal.done({ ...other.entry, source, copyOf: other.id, spent: nothing });
    counts.copied += 1;
    onEvent({ type: 'person-copied', id, from: other.id });
    return true;
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
    const report = await options.write(theCase, stopped);
    const files = await Promise.all(
      options.renderers.map(async (renderer) => ({
        name: `${FILE}.${renderer.extension}`,
        content: await renderer.render(report),
      })),
    );
    await writeOutput(join(out, REPORTS, id), files, { force: true, signal: stopped });
    const { sentences, usage, cost } = report.writer;
    // Only when the files are on the disk: a kill in between writes them once more, and never loses them.
    journal.done({
      source: person.source,
      key,
      sentences,
      // No model was asked where there is no cost; one whose price is not known has a cost of null.
      spent: { ...usage, cost: cost === undefined ? 0 : cost.amount },
      cohort: computeCohortRow(report.facts),
    });
    counts.written += 1;
    onEvent({ type: 'person-written', id, sentences, seconds: (performance.now() - start) / 1000 });
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

/** Whether an error is about this person, so that others may fare better. */
function isOnesOwn(error: unknown): boolean {
  if (error instanceof ModelError) return !HOPELESS.has(error.fault);
  return error instanceof InputError || error instanceof ReportError || error instanceof UsageError;
}

/** What is to be read of a person, as bytes: the same bytes give the same report. */
async function readKey({ resume }: Person): Promise<string> {
  if ('value' in resume) {
    if (resume.value instanceof Error) throw resume.value;
    return digest(resume.value);
  }
  const info = await stat(resume.path).catch(() => undefined);
  if (!info) return digest(resume.path);
  if (info.isFile())
    return createHash('sha256')
      .update(await readFile(resume.path))
      .digest('hex');
  // A folder (an export): its time of change stands for what is in it.
  return digest([resume.path, info.mtimeMs]);
}

const pathOf = (id: string, extension: string, { out }: BatchOptions) =>
  join(out, REPORTS, id, `${FILE}.${extension}`);

async function hasFiles(id: string, options: BatchOptions): Promise<boolean> {
  const found = await Promise.all(
    options.renderers.map(({ extension }) =>
      stat(pathOf(id, extension, options)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.every(Boolean);
}

const digest = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value) ?? 'undefined')
    .digest('hex');

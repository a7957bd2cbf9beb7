import type { ReportEvent } from '../draft/index.ts';
import type { ModelFault } from '../errors.ts';
import type { Model, RetryOptions } from '../model/index.ts';
import type { ReportStore } from '../store/index.ts';
import { draftReportSection } from '../write-report.ts';
import type { QueuedCase } from './case-reader.ts';
import { KEYS, type SectionJob } from './names.ts';
import { putSection } from './store-journal.ts';

export interface SectionWork {
  store: ReportStore;
  read(job: SectionJob): Promise<QueuedCase>;
  /** The model of this id, with the keys of this worker. */
  openModel(id: string): Promise<{ model: Model; endpoint?: string | undefined }>;
  /** Faults that end the attempt; others are met by the offline writer, as in a report of one process. */
  strict: readonly ModelFault[];
  retry: RetryOptions;
  onEvent(event: ReportEvent): void;
  signal: AbortSignal;
}

/**
 * Drafts the section of a job and keeps it, unless that was done before.
 * @returns whether it was drafted
 * @throws {ModelError} for a fault in `strict`
 * @throws {AbortedError}
 */
export async function writeSection(job: SectionJob, work: SectionWork): Promise<boolean> {
  const { store, strict, retry, onEvent, signal } = work;
  const { report, section } = job;
  if (await store.has(KEYS.section(report, section))) return false;
  // A late second run of a job: the sections of a finished report are removed.
  if (await store.has(KEYS.report(report))) return false;
  const { theCase, facts, spec, options } = await work.read(job);
  const { model, endpoint } = await work.openModel(spec.model);
  const drafted = await draftReportSection(section, theCase, {
    ...options,
    facts,
    model,
    endpoint,
    strict,
    retry,
    onEvent,
    signal,
  });
  return putSection(store, report, drafted);
}

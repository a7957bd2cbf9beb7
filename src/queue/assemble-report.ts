import type { Report } from '../../schemas/index.ts';
import { ModelError, ReportError, UsageError } from '../errors.ts';
import type { Model } from '../model/index.ts';
import { SECTIONS } from '../sections/index.ts';
import type { ReportStore } from '../store/index.ts';
import { writeReport } from '../write-report.ts';
import type { QueuedCase } from './case-reader.ts';
import { KEYS, type ReportJob } from './names.ts';
import { openStoreJournal, SectionsError } from './store-journal.ts';
import { putJson } from './store-json.ts';

export interface ReportWork {
  store: ReportStore;
  read(job: ReportJob): Promise<QueuedCase>;
  /** Whether resume and sections stay in the store when the report is there. */
  keep: boolean;
  signal: AbortSignal;
}

/**
 * Puts a report together of the sections in the store, checks the whole of it and keeps it, unless that was done
 * before. What it was made of is removed then: a resume lies in the store no longer than it has to.
 * @returns the report where this call kept it
 * @throws {ReportError} where the sections contradict each other for good
 * @throws {UsageError} where sections are missing or of another run
 */
export async function assembleReport(job: ReportJob, work: ReportWork): Promise<Report | undefined> {
  const { store, signal } = work;
  const { report: key } = job;
  if (await store.has(KEYS.report(key))) return undefined;
  let report: Report;
  try {
    const { theCase, facts, spec, options } = await work.read(job);
    report = await writeReport(theCase, {
      ...options,
      facts,
      ...(spec.model !== 'offline' && {
        model: silent(spec.model),
        journal: openStoreJournal(store, key),
        strict: true,
        retry: false,
      }),
      signal,
    }).report;
  } catch (error) {
    // Another worker was faster and has tidied up.
    if (error instanceof UsageError && (await store.has(KEYS.report(key)))) return undefined;
    // The next try has to draft them anew, or it would meet the same.
    if (error instanceof ReportError || error instanceof SectionsError) await removeSections(store, key);
    throw error;
  }
  const kept = await putJson(store, KEYS.report(key), report);
  if (work.keep) await store.remove(KEYS.failure(key));
  else await removeMakings(store, key);
  return kept ? report : undefined;
}

/** Removes what a report was made of: the resume, the sections, and what is known of a failure. */
export async function removeMakings(store: ReportStore, report: string): Promise<void> {
  await Promise.all([
    store.remove(KEYS.resume(report)),
    store.remove(KEYS.failure(report)),
    removeSections(store, report),
  ]);
}

async function removeSections(store: ReportStore, report: string): Promise<void> {
  await Promise.all(SECTIONS.map(({ id }) => store.remove(KEYS.section(report, id))));
}

/** Bears the name of the model that wrote the sections, and writes nothing. */
function silent(id: string): Model {
  return {
    id,
    generate: async () => {
      throw new ModelError(
        'bad-request',
        `cannot ask ${id}: the sections of a queued report are written before`,
      );
    },
  };
}

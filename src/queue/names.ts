import { VERSION } from '../version.ts';

/** What all keys in Redis begin with. */
export const PREFIX = 'gapwright';

/**
 * The two queues of a version: sections are asked of a model, reports put together of them. Workers of another version
 * phrase and check otherwise, so they have queues of their own.
 */
export const REPORTS_QUEUE = `reports-${VERSION}`;
export const SECTIONS_QUEUE = `sections-${VERSION}`;

/** Data of a report's job: names of entries in the store, nothing else. Its id is `report`. */
export interface ReportJob {
  /** Key of the inputs; the resume, the sections and the report are kept under it. */
  report: string;
  /** Key of what all reports of a batch share. */
  spec: string;
  /** Which store they are in: a worker with another one must not touch the job. */
  store: string;
  /** No model is asked: the report has no sections of its own in the queue. */
  offline?: true;
}

/** Data of a section's job. */
export interface SectionJob extends Omit<ReportJob, 'offline'> {
  section: string;
}

/** Where things lie in the store. */
export const KEYS = {
  store: 'store.json',
  spec: (spec: string) => `specs/${spec}.json`,
  resume: (report: string) => `resumes/${report}.json`,
  section: (report: string, section: string) => `sections/${report}.${section}.json`,
  report: (report: string) => `reports/${report}.json`,
  failure: (report: string) => `failures/${report}.json`,
} as const;

/** Hex digits of a key in the queue: 128 bits of a SHA-256 tell any number of people apart. */
const DIGITS = 32;
export const shorten = (sha256: string): string => sha256.slice(0, DIGITS);

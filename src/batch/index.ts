export { type BatchJournal, type FailedEntry, openBatchJournal } from './batch-journal.ts';
export { computeBatchSummary } from './compute-batch-summary.ts';
export { HOPELESS, isOnesOwn } from './is-ones-own.ts';
export { copyReport, hasFiles, keepReport, REPORTS, type ReportOwner } from './keep-report.ts';
export { type ListPeopleOptions, listPeople } from './list-people.ts';
export { openDatabase } from './open-database.ts';
export type { Person } from './person.ts';
export { baseKey, digest, readKey } from './read-key.ts';
export { renderBatchHtml, renderBatchMarkdown } from './render-batch-summary.ts';
export {
  type BatchCounts,
  type BatchEvent,
  type BatchOptions,
  FAILURES,
  JOURNAL,
  runBatch,
} from './run-batch.ts';

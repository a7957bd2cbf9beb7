export { type BatchJournal, type FailedEntry, openBatchJournal } from './batch-journal.ts';
export { computeBatchSummary } from './compute-batch-summary.ts';
export { type ListPeopleOptions, listPeople } from './list-people.ts';
export { openDatabase } from './open-database.ts';
export type { Person } from './person.ts';
export { renderBatchHtml, renderBatchMarkdown } from './render-batch-summary.ts';
export {
  type BatchCounts,
  type BatchEvent,
  type BatchOptions,
  FAILURES,
  JOURNAL,
  REPORTS,
  runBatch,
} from './run-batch.ts';

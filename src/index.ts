export * from '../schemas/index.ts';
export {
  type BatchCounts,
  type BatchEvent,
  type BatchOptions,
  computeBatchSummary,
  listPeople,
  type Person,
  renderBatchHtml,
  renderBatchMarkdown,
  runBatch,
} from './batch/index.ts';
export {
  CatalogFile,
  type CatalogIssue,
  checkCatalog,
  importCourses,
  openCatalog,
  readCatalogFiles,
} from './catalog/index.ts';
export { checkDraftSentence, DRAFT_RULES } from './check/draft/index.ts';
export { type CheckOptions, checkReport, RULES } from './check/index.ts';
export {
  draftSection,
  loadPromptSet,
  offlineSection,
  type PromptSet,
  type PromptSetOptions,
  type ReportEvent,
  type SectionJournal,
} from './draft/index.ts';
export * from './errors.ts';
export * from './evaluate/index.ts';
export { computeFacts, type FactOptions, HoursTable } from './facts/index.ts';
export {
  defineFindingFormat,
  explainRule,
  FINDING_FORMATS,
  type FindingContext,
  type FindingFormat,
  findFindingFormat,
} from './findings/index.ts';
export { applyFixes, computeFixes, type Fix, fixReport, renderDiff } from './fix/index.ts';
export { type InputWarning, type ReadCaseOptions, readCase } from './input/index.ts';
export { listResumes, type ReadResume, readResume } from './input/resumes/read-resume.ts';
export { jsonSchemaOf, NOUNS } from './json-schema-of.ts';
export { LANGUAGES, type Language } from './language/index.ts';
export {
  addPay,
  buildEscoRole,
  buildOnetRole,
  buildPostingsRole,
  describeRole,
  describeWageSource,
  type Esco,
  findOccupation,
  findRole,
  mergeRoles,
  type Onet,
  type Posting,
  readEsco,
  readOnet,
  readPostings,
  readWages,
  type Wages,
} from './market/index.ts';
export {
  builtInPrices,
  fromChatModel,
  fromFunction,
  type Model,
  type ModelReply,
  type ModelRequest,
  openBatchApi,
  openModel,
  type Prices,
  parsePrices,
  RateLimiter,
  type RateLimiterOptions,
  withBreaker,
  withBudget,
  withRateLimit,
  withRetries,
} from './model/index.ts';
export { computeProgress, renderProgressMarkdown } from './progress/index.ts';
export { proposeResume } from './propose/index.ts';
export {
  expectedTokens,
  openProviderBatch,
  type ProviderBatch,
  type ProviderBatchEvent,
  type ProviderBatchOptions,
  type ProviderBatchState,
} from './provider-batch/index.ts';
export {
  drainQueue,
  type HealthServer,
  makeReportSpec,
  openMetrics,
  openWorker,
  type QueuedBatchEvent,
  type QueuedBatchOptions,
  type QueuePlace,
  type QueueStatus,
  type QueueWorker,
  type QueueWorkerOptions,
  type ReportSpec,
  readQueueStatus,
  retryFailed,
  runQueuedBatch,
  runWorker,
  serveHealth,
  type WorkerEvent,
  type WorkerMetrics,
} from './queue/index.ts';

export { cacheReplies, recordReplies, replayReplies } from './record/index.ts';
export {
  applyTheme,
  defineRenderer,
  findRenderer,
  RENDERERS,
  type Renderer,
  type RenderOptions,
  type RenderTheme,
  renderReport,
} from './render/index.ts';
export { builtInResources } from './resources/built-in-resources.ts';
export {
  type Certainty,
  type Extraction,
  type ExtractionNote,
  extractResume,
  type FieldSource,
  type TextDocument,
  type TextLine,
} from './resume/index.ts';
export { openRunFolder, type RunFolder } from './run/index.ts';
export { defineSection, SECTIONS, type Section, type Style } from './sections/index.ts';
export { buildCatalog, builtInCatalog, type Catalog, SkillEntry } from './skills/index.ts';
export * from './statistics/index.ts';
export { openFolderStore, openMemoryStore, openStore, type ReportStore } from './store/index.ts';
export { type Studio, type StudioOptions, startStudio } from './studio/index.ts';
export { openTelemetry, type ReportTrace, type Telemetry } from './telemetry/index.ts';
export { readTheme } from './theme/read-theme.ts';
export { VERSION } from './version.ts';
export { type ReportRun, type WriteReportOptions, writeReport } from './write-report.ts';

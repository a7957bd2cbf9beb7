export * from '../schemas/index.ts';
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
export { jsonSchemaOf, NOUNS } from './json-schema-of.ts';
export {
  addPay,
  buildEscoRole,
  buildOnetRole,
  describeWageSource,
  type Esco,
  findOccupation,
  type Onet,
  readEsco,
  readOnet,
  readWages,
  type Wages,
} from './market/index.ts';
export {
  fromChatModel,
  fromFunction,
  type Model,
  type ModelReply,
  type ModelRequest,
  openModel,
  withBreaker,
  withBudget,
  withRetries,
} from './model/index.ts';
export { cacheReplies, recordReplies, replayReplies } from './record/index.ts';
export { defineRenderer, RENDERERS, type Renderer, renderReport } from './render/index.ts';
export { builtInResources } from './resources/built-in-resources.ts';
export { openRunFolder, type RunFolder } from './run/index.ts';
export { defineSection, SECTIONS, type Section, type Style } from './sections/index.ts';
export { buildCatalog, builtInCatalog, type Catalog, SkillEntry } from './skills/index.ts';
export * from './statistics/index.ts';
export { openTelemetry, type ReportTrace, type Telemetry } from './telemetry/index.ts';
export { VERSION } from './version.ts';
export { type ReportRun, type WriteReportOptions, writeReport } from './write-report.ts';

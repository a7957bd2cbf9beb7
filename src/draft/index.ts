export { checkSection, type Ground, toReportSection, type WorkingSentence } from './check-section.ts';
export {
  countSentences,
  type DraftedSection,
  type DraftOptions,
  draftSection,
  groundOf,
  offlineSection,
} from './draft-section.ts';
export { EventStream, type ReportEvent } from './events.ts';
export { loadPrompt, type Prompt, parsePrompt, renderPrompt } from './load-prompt.ts';
export { parseReply } from './parse-reply.ts';
export type { RunManifest, SectionJournal } from './section-journal.ts';

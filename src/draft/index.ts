export { CallLog, sumCalls } from './call-log.ts';
export { checkSection, type Ground, toReportSection, type WorkingSentence } from './check-section.ts';
export { commonFacts } from './common-facts.ts';
export type { DraftOptions, Habits } from './draft-options.ts';
export {
  countSentences,
  type DraftedSection,
  draftSection,
  groundOf,
  offlineSection,
} from './draft-section.ts';
export { EventStream, type ReportEvent } from './events.ts';
export { type Prompt, parsePrompt, renderPrompt } from './load-prompt.ts';
export { parseReply } from './parse-reply.ts';
export { type Privacy, type PrivacyOptions, privacyOf } from './privacy.ts';
export {
  loadPromptSet,
  PROMPT_IDS,
  PROMPT_STYLES,
  type PromptSet,
  type PromptSetOptions,
  type PromptStyle,
} from './prompt-set.ts';
export { renderMessages } from './render-messages.ts';
export { REPLY_MODES, type ReplyMode } from './reply-modes.ts';
export type { RunManifest, SectionJournal } from './section-journal.ts';

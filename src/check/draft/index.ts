export { checkDraftSentence } from './check-draft-sentence.ts';
export {
  type DraftContext,
  type DraftFault,
  type DraftMode,
  type DraftRule,
  type DraftSentence,
  defineDraftRule,
} from './draft-rule.ts';
export { DRAFT_RULES } from './draft-rules.ts';

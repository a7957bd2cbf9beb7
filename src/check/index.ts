export { checkReport } from './check-report.ts';
export { defineRule } from './define-rule.ts';
export { builtInLexicon, lexiconOf } from './facts/built-in-lexicon.ts';
export type { LexiconEntry } from './facts/lexicon.ts';
export { FORMATS, type TextFormat } from './read/read-document.ts';
export { RULES } from './rules/index.ts';
export type { Category, CheckContext, CheckOptions, Example, Problem, Rule } from './types.ts';

export { compileMessage, type MessageArgs } from './compile-message.ts';
export type { Language } from './language.ts';
export { ENGLISH, findLanguage, LANGUAGES, wordsOf } from './languages.ts';
export { type Countable, type MessageId, SMALL_SAMPLE, Words } from './words.ts';

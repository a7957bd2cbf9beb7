import type { SentenceDraft } from '../sections/index.ts';
import type { WorkingSentence } from './check-section.ts';

/** A sentence as it was just written, on one line. */
export function freshSentence({ text, facts }: SentenceDraft): WorkingSentence {
  return { template: tidy(text), facts, provenance: 'model', history: [] };
}

/** On one line, without what nobody sees: a word with a hidden sign in it must not pass for another. */
export function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?!\u200d)[\p{Cf}\p{Co}]|(?!\s)\p{Cc}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

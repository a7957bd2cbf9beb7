import type { Sentence } from '../../../schemas/report.ts';
import { cleanText } from '../clean-text.ts';

/** Gives sentences as the text of one paragraph. */
export function joinSentences(sentences: readonly Sentence[]): string {
  return sentences
    .map(({ text }) => cleanText(text))
    .filter((text) => text !== '')
    .join(' ');
}

import type { FactSheet } from '../../schemas/fact-sheet.ts';
import { type CheckOptions, checkReport } from '../check/index.ts';

/** What the checker makes of a sentence by itself, in words for whoever wrote it. Its faults are told elsewhere. */
export function readSentence(text: string, facts: FactSheet, options: CheckOptions = {}): string {
  if (text.trim() === '') return 'It will be taken out.';
  const { supported, unparsed } = checkReport(text, facts, options).summary;
  if (unparsed > 0)
    return 'Nothing was found that contradicts the facts, but not all of it could be held against them: look at it yourself.';
  if (supported === 0) return 'It says nothing that could be held against the facts.';
  return 'What could be held against the facts agrees with them.';
}

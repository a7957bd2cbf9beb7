import type { Period } from './posting.ts';

const WORDS: readonly (readonly [Period, RegExp])[] = [
  ['hour', /^(?:h|hr|hrs|hours?|hourly|hur)$/],
  ['day', /^(?:d|days?|daily)$/],
  ['week', /^(?:wk|weeks?|weekly|wee)$/],
  ['month', /^(?:mo|mon|months?|monthly)$/],
  ['year', /^(?:y|yr|yrs|years?|yearly|annual|annually|annum|ann|pa|p a)$/],
];

/** The period that a word names: "per hour", "HOUR", "p.a.", "annually". */
export function readPeriod(text: string): Period | undefined {
  const word = text
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()
    .replace(/^(?:per|a|an|each) /, '');
  return WORDS.find(([, pattern]) => pattern.test(word))?.[0];
}

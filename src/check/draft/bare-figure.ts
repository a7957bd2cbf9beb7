import { blankNames } from './blank-names.ts';
import { type DraftContext, type DraftFault, defineDraftRule } from './draft-rule.ts';
import { FIGURE_UNITS, NO_FIGURE, NUMBER_WORDS } from './number-words.ts';

const FIGURE = new RegExp(
  [
    // Digits with their currency, separators and unit sign.
    String.raw`[$€£¥]?\s?\d[\d,.]*\s?(?:%|[kKmM]\b)?`,
    String.raw`\b(?:${NUMBER_WORDS.join('|')})\b`,
    String.raw`\b(?:one|a single|half an?)[\s-](?:${FIGURE_UNITS.join('|')})s?\b`,
  ].join('|'),
  'giu',
);

/** Figures come from slots: a model never types one. */
export const bareFigure = defineDraftRule({
  id: 'bare-figure',
  severity: 'error',
  languages: 'any',
  modes: ['slots'],
  description: 'Numbers, money, dates, durations and counts are written as slots, never typed.',
  check(context) {
    const text = blankIdioms(blankNames(context));
    const faults: DraftFault[] = [];
    for (const match of [...text.matchAll(FIGURE), ...ownFigures(text, context)]) {
      const actual = match[0].trim().replace(/[.,]$/u, '');
      const start = match.index + match[0].indexOf(actual);
      faults.push({
        start,
        end: start + actual.length,
        subject: actual,
        expected: 'a slot {{fact-id}}',
        actual,
        message: `Unexpected figure "${actual}", expected a slot {{fact-id}} of the brief`,
        facts: [],
      });
    }
    return faults;
  },
});

/** Counts in the words of a language that is not English. */
function ownFigures(text: string, { words }: DraftContext): RegExpExecArray[] {
  return words.checked ? [] : [...text.matchAll(words.figures)].filter(([found]) => !/\d/u.test(found));
}

/** "the second phase", "third party": ordinals that count nothing. */
function blankIdioms(text: string): string {
  return NO_FIGURE.reduce(
    (rest, pattern) => rest.replace(pattern, (found) => ' '.repeat(found.length)),
    text,
  );
}

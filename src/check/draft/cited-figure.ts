import { NUMBER_WORDS as VALUES } from '../words/numbers.ts';
import { bareFigure } from './bare-figure.ts';
import { type DraftContext, type DraftFault, defineDraftRule } from './draft-rule.ts';
import { NUMBER_WORDS } from './number-words.ts';

/** A figure that a model writes out stands, as it is, in the value of a fact that the sentence cites. */
export const citedFigure = defineDraftRule({
  id: 'cited-figure',
  severity: 'error',
  languages: 'any',
  modes: ['cited'],
  description: 'A figure written out must stand in the value of a fact that the sentence cites.',
  check(context) {
    const { smallNumbers } = context.words;
    const known = figuresOf(context);
    return bareFigure
      .check(context)
      .filter(({ actual }) => numbersIn(actual, smallNumbers).some((number) => !known.has(number)))
      .map(
        (fault): DraftFault => ({
          ...fault,
          expected: 'a figure of a fact that is cited',
          message: `Unexpected figure "${fault.actual}", expected one that stands in a fact cited`,
        }),
      );
  },
});

function figuresOf({ sentence, byId, words }: DraftContext): Set<string> {
  return new Set(sentence.facts.flatMap((id) => numbersIn(byId.get(id)?.display ?? '', words.smallNumbers)));
}

/** Numbers of a text in one form: "1,284" and "1284", "two" and "2" are the same. */
function numbersIn(text: string, small: ReadonlyMap<string, number>): string[] {
  return (text.toLowerCase().match(/\d[\d,]*(?:\.\d+)?|[\p{L}]+/gu) ?? []).flatMap((token) => {
    if (/^\d/u.test(token)) return [token.replaceAll(',', '').replace(/\.$/u, '')];
    const number = numberOf(token) ?? small.get(token);
    if (number !== undefined) return [String(number)];
    // Words of quantity that no display has (dozen, twice) stay themselves, so that they match nothing.
    return OTHERS.has(token) ? [token] : [];
  });
}

/** A dozen is twelve, but no display is written so. */
const OTHERS = new Set(NUMBER_WORDS.filter((word) => numberOf(word) === undefined));

function numberOf(word: string): number | undefined {
  return word === 'dozen' ? undefined : VALUES[word];
}

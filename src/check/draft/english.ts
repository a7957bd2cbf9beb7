import { blankNames } from './blank-names.ts';
import { defineDraftRule } from './draft-rule.ts';

/** Words that nearly every English sentence has one of. */
const COMMON = new Set(
  'the of and to is are for with that has have at by on it its they their she her he his you your was were be been as from which not this these those all both one before after while but or still than more most each would will can'.split(
    ' ',
  ),
);

/** Fewer words than this prove nothing. */
const ENOUGH = 5;

/** The checks read English: a sentence in another language would pass them unread. */
export const english = defineDraftRule({
  id: 'english',
  severity: 'error',
  modes: ['slots', 'cited', 'plain'],
  description: 'Sentences are English; text in another language cannot be checked.',
  check(context) {
    const { template } = context.sentence;
    const words =
      blankNames(context)
        .toLowerCase()
        .match(/[\p{L}']+/gu) ?? [];
    const foreign =
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Greek}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Hebrew}]/u;
    const strange = words.some((word) => foreign.test(word));
    if (!strange && (words.length < ENOUGH || words.some((word) => COMMON.has(word)))) return [];
    return [
      {
        start: 0,
        end: template.length,
        subject: 'language',
        expected: 'English',
        actual: template.slice(0, 40),
        message: `Unexpected language in "${template.slice(0, 40)}", expected English`,
        facts: [],
      },
    ];
  },
});

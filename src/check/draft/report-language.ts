import { blankNames } from './blank-names.ts';
import { defineDraftRule } from './draft-rule.ts';
import { COMMON } from './english.ts';

/** Words of English that are words of other languages too. */
const SHARED = new Set('was will all her has by on its of is be'.split(' '));
/** So many different small words are a sentence, not a name. */
const MANY = 3;

/** A report in another language has no English sentences in it: models fall back to the language of their prompt. */
export const reportLanguage = defineDraftRule({
  id: 'report-language',
  severity: 'error',
  languages: 'other',
  modes: ['slots', 'cited', 'plain'],
  description: 'Sentences are in the language of the report.',
  check(context) {
    const { template } = context.sentence;
    const words =
      blankNames(context)
        .toLowerCase()
        .match(/[\p{L}']+/gu) ?? [];
    const english = words.filter((word) => COMMON.has(word) && !SHARED.has(word));
    if (new Set(english).size < MANY || english.length * 4 < words.length) return [];
    const { name } = context.words;
    return [
      {
        start: 0,
        end: template.length,
        subject: 'language',
        expected: name,
        actual: template.slice(0, 40),
        message: `Unexpected language in "${template.slice(0, 40)}", expected ${name}`,
        facts: [],
      },
    ];
  },
});

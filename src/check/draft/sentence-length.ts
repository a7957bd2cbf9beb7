import { defineDraftRule } from './draft-rule.ts';

/** Letters of the longest sentence that anybody reads; the longest of the offline writer has half as many. */
const LONGEST = 700;

/** A sentence is a sentence, not a page. */
export const sentenceLength = defineDraftRule({
  id: 'sentence-length',
  severity: 'error',
  languages: 'any',
  modes: ['slots', 'cited', 'plain'],
  description: `A sentence has at most ${LONGEST} letters.`,
  check({ sentence: { template } }) {
    if (template.length <= LONGEST) return [];
    return [
      {
        start: LONGEST,
        end: template.length,
        subject: 'length',
        expected: `at most ${LONGEST} letters`,
        actual: `${template.length} letters`,
        message: `Unexpected sentence of ${template.length} letters, expected at most ${LONGEST}`,
        facts: [],
      },
    ];
  },
});

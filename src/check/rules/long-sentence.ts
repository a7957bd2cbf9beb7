import { defineRule } from '../define-rule.ts';

/** Words beyond which readers lose the thread; plain-language guides say 25 to 40. */
const LIMIT = 60;

export const longSentence = defineRule({
  id: 'long-sentence',
  severity: 'info',
  category: 'style',
  languages: 'any',
  description: `A sentence has more than ${LIMIT} words.`,
  good: [{ text: 'AWS is missing.' }],
  bad: [{ text: `The plan is long${' and long'.repeat(60)}.`, at: 'long and long' }],
  check({ reading, report }) {
    for (const sentence of reading.sentences) {
      const words = sentence.tokens.filter((token) => token.kind !== 'sign').length;
      if (words > LIMIT)
        report({
          start: sentence.start,
          end: sentence.end,
          subject: 'long sentence',
          actual: `${words} words`,
          expected: `at most ${LIMIT}`,
        });
    }
  },
});

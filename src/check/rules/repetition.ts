import { joined } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';

export const repetition = defineRule({
  id: 'repetition',
  severity: 'info',
  category: 'style',
  languages: 'any',
  description: 'A sentence stands in the report twice.',
  good: [{ text: 'Python is a strength. AWS is missing.' }],
  bad: [
    {
      text: 'AWS is the first thing that has to be learned.\n\nAWS is the first thing that has to be learned.',
      at: '\n\nAWS is the first thing that has to be learned.',
    },
  ],
  check({ reading, report }) {
    const seen = new Map<string, { start: number; end: number }>();
    for (const sentence of reading.sentences) {
      if (sentence.tokens.length < 7 || sentence.block.kind === 'item') continue;
      const key = joined(sentence.tokens);
      const before = seen.get(key);
      if (before)
        report({
          start: sentence.start,
          end: sentence.end,
          subject: 'repetition',
          actual: 'a sentence said before',
          expected: 'to say it once',
          related: [before],
        });
      else seen.set(key, { start: sentence.start, end: sentence.end });
    }
  },
});

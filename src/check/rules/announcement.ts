import { defineRule } from '../define-rule.ts';
import { ANNOUNCEMENTS } from '../words/style.ts';

export const announcement = defineRule({
  id: 'announcement',
  severity: 'info',
  category: 'style',
  description: 'A sentence only says what the report is going to say.',
  good: [{ text: 'Python is a strength.' }],
  bad: [
    { text: 'The purpose of this report is to find the gap.', at: 'The purpose' },
    { text: 'This section will describe the market.', at: 'This section' },
  ],
  check({ reading, report }) {
    for (const sentence of reading.sentences) {
      const text = reading.document.mask.slice(sentence.start, sentence.end);
      if (ANNOUNCEMENTS.some((pattern) => pattern.test(text)))
        report({
          start: sentence.start,
          end: sentence.end,
          subject: 'announcement',
          actual: 'an announcement',
          expected: 'the thing itself',
        });
    }
  },
});

import { defineRule } from '../define-rule.ts';
import { AGAINST, PROTECTED } from '../words/style.ts';

export const discrimination = defineRule({
  id: 'discrimination',
  severity: 'error',
  category: 'style',
  description:
    'A protected trait (age, gender, origin, religion, disability ...) is held against the candidate.',
  good: [
    { text: 'English (native speaker) and Igbo.' },
    { text: 'Age plays no part in this assessment.' },
    { text: 'Python is asked for in spite of its age.' },
  ],
  bad: [
    { text: 'Despite her age she has learned Python.', at: 'Despite her age' },
    { text: 'Her accent is a weakness in client meetings.', at: 'accent is a weakness' },
  ],
  check({ reading, report }) {
    for (const sentence of reading.sentences) {
      const text = reading.document.mask.slice(sentence.start, sentence.end);
      const trait = PROTECTED.exec(text);
      const against = trait && AGAINST.exec(text);
      if (!trait || !against || isOfAThing(text, trait.index)) continue;
      const gap =
        trait.index > against.index
          ? trait.index - (against.index + against[0].length)
          : against.index - (trait.index + trait[0].length);
      if (gap > 25) continue;
      const start = sentence.start + Math.min(trait.index, against.index);
      const end = sentence.start + Math.max(trait.index + trait[0].length, against.index + against[0].length);
      report({
        start,
        end,
        subject: trait[0].toLowerCase(),
        actual: `"${trait[0]}" held against the candidate`,
        expected: 'skills and experience alone',
      });
    }
  },
});

/** "AutoCAD, in spite of its age": no person is spoken of. */
const isOfAThing = (text: string, at: number): boolean => /\bits\s+(?:old\s+)?$/i.test(text.slice(0, at));

import { defineRule } from '../define-rule.ts';
import { MODEL_TEXT } from '../words/style.ts';

export const modelText = defineRule({
  id: 'model-text',
  severity: 'error',
  category: 'style',
  description: 'Text about the model, the prompt or a placeholder has been left in the report.',
  good: [
    { text: 'As an AI engineer she will need AWS.' },
    { text: 'Her assistant role taught her to plan.' },
  ],
  bad: [
    { text: 'As an AI language model, I think that AWS is missing.', at: 'As an AI language model' },
    { text: 'Instructions: write about the gaps.', at: 'Instructions:' },
    { text: 'She has {{candidate.experience}} of experience.', at: '{{candidate.experience}}' },
  ],
  check({ reading, report }) {
    const { mask, text } = reading.document;
    for (const { block } of reading.blocks) {
      const part = mask.slice(block.start, block.end);
      for (const pattern of MODEL_TEXT) {
        const match = pattern.exec(part);
        if (!match || /^as an? ai$/i.test(match[0])) continue;
        const start = block.start + match.index;
        report({
          start,
          end: start + match[0].length,
          subject: 'model text',
          actual: `"${text.slice(start, start + match[0].length)}"`,
          expected: 'text of the report alone',
        });
      }
    }
  },
});

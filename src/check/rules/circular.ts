import { defineRule } from '../define-rule.ts';

const small =
  /^(?:the|a|an|of|for|to|in|and|or|is|are|be|that|this|these|it|she|he|they|will|which|with|on|as|by|from|so|but|not|has|have|because|there|some|more|than|than|can|when|been|was|were)$/;

export const circular = defineRule({
  id: 'circular',
  severity: 'info',
  category: 'style',
  description: 'A sentence explains a thing by itself and says nothing.',
  good: [
    { text: 'The preferred skills are Docker and Terraform.' },
    { text: 'AWS is missing, and so is Kubernetes.' },
  ],
  bad: [
    { text: 'The preferred skills are the skills that are preferred.', at: 'preferred skills' },
    { text: 'When the gaps are closed, the gaps will be closed.', at: 'gaps' },
  ],
  check({ reading, report }) {
    for (const sentence of reading.sentences) {
      if (sentence.tokens.some((token) => token.kind === 'term' || token.kind === 'figure')) continue;
      const words = sentence.tokens
        .filter((token) => token.kind === 'word')
        .map((token) => token.text.toLowerCase())
        .filter((word) => !small.test(word));
      if (words.length < 4 || words.length > 30) continue;
      if (new Set(words).size > words.length / 2) continue;
      report({
        start: sentence.start,
        end: sentence.end,
        subject: 'circular sentence',
        actual: 'a sentence that repeats itself',
        expected: 'something that is news',
      });
    }
  },
});

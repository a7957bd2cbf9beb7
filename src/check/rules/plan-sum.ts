import { readPhaseRefs } from '../claims/phase-refs.ts';
import { has, joined } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import { agrees } from '../figures/agrees.ts';
import type { Token } from '../tokens/token.ts';

export const planSum = defineRule({
  id: 'plan-sum',
  severity: 'error',
  category: 'sum',
  description: 'The weeks of the phases do not add up to the total that the text gives.',
  selfCheck: true,
  good: [
    {
      text: '## Roadmap\n\nThe plan takes 6 weeks. The first phase (4 weeks) covers AWS, the second phase (2 weeks) Docker.',
    },
  ],
  bad: [
    {
      text: '## Roadmap\n\nThe plan takes 6 weeks. The first phase (4 weeks) covers AWS, the second phase (2 weeks) Docker and the third phase (1 week) practice.',
      at: '6 weeks',
    },
  ],
  check({ reading, sheet, facts, report }) {
    if (sheet) return;
    const weeks = new Map<number, { value: number; token: Token }>();
    const totals: Token[] = [];
    for (const sentence of reading.sentences) {
      const refs = readPhaseRefs(sentence.tokens, facts, sentence.section);
      sentence.tokens.forEach((token, at) => {
        if (token.figure?.unit !== 'week' || token.figure.high !== null || token.figure.per !== null) return;
        const ref = refs.findLast((one) => one.to <= at && at - one.to <= 3);
        if (ref && !weeks.has(ref.index)) weeks.set(ref.index, { value: token.figure.value, token });
        else if (
          !ref &&
          refs.length === 0 &&
          (sentence.section === 'roadmap' || has(sentence.tokens, /^(?:plan|roadmap|total)$/)) &&
          !/week$/.test(joined(sentence.tokens.slice(Math.max(0, at - 1), at)))
        )
          totals.push(token);
      });
    }
    const indexes = [...weeks.keys()].sort((a, b) => a - b);
    if (indexes.length < 2 || indexes.some((index, i) => index !== i + 1)) return;
    const parts = [...weeks.values()];
    const sum = parts.reduce((total, one) => total + one.value, 0);
    for (const token of totals) {
      if (!token.figure || agrees(token.figure, sum)) continue;
      report({
        start: token.start,
        end: token.end,
        subject: 'total weeks',
        actual: token.text,
        expected: `${sum} weeks (${parts.map((one) => one.value).join(' + ')})`,
        related: parts.map((one) => ({ start: one.token.start, end: one.token.end })),
      });
    }
  },
});

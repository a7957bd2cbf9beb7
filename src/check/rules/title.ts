import { joined, termAt } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import type { Token } from '../tokens/token.ts';
import { LEVEL_WORDS } from '../words/function-words.ts';
import { findWrongPositions } from './title/find-wrong-positions.ts';

const before =
  /(?:^| )(?:role of|position of|post of|job of|apply for|apply for the role of|apply as|target role|targeting|target role :|target role be|target position be|target be|target :|become a|become an|to become|target position :|(?:role|job|position|post)(?: that| which)? (?:she|he|you|they|i|we) (?:want|aim at|aim for|seek|target|hope for|apply for|have in mind|be after|be aim for|be aim at) be(?: that of)?)(?: the| a| an)?$/;

/** A title that comes after the one that is aimed at. */
const later = /^(?:later|eventually|someday|afterwards|once)$/;

export const title = defineRule({
  id: 'title',
  severity: 'error',
  category: 'attribute',
  description:
    'The role is given another title than its own, or the candidate another position at an employer.',
  good: [
    { text: 'She is applying for the role of Cloud Engineer.' },
    { text: 'The role of Cloud Engineer needs AWS.' },
    { text: 'She worked at Initech as a Junior Developer, and works as a Developer at Acme.' },
    { text: 'Docker. Held: Beginner. Target: Intermediate.' },
    { text: 'In ten years she may become a Head of Infrastructure, but that comes later.' },
  ],
  bad: [
    { text: 'She is applying for the role of Product Manager.', at: 'Product Manager' },
    { text: '**Target role:** Data Scientist', at: 'Data Scientist' },
    { text: 'The job she wants is Head of Design.', at: 'Head of Design' },
    { text: 'Before that, she worked at Initech as a Product Designer.', at: 'Product Designer' },
  ],
  check({ reading, facts, report }) {
    const { sheet } = facts;
    if (!sheet) return;
    const held = [
      sheet.role.title,
      sheet.candidate.label ?? '',
      ...sheet.candidate.work.map((job) => job.position ?? ''),
    ];
    const known = new Set(held.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}+#.]+/gu) ?? []));
    for (const sentence of reading.sentences) {
      const { tokens } = sentence;
      for (const { start, end, said, held: positions, facts: sources } of findWrongPositions(sentence, sheet))
        report({
          start,
          end,
          subject: 'position',
          actual: `position "${said}"`,
          expected: positions.join('; '),
          facts: sources,
        });
      tokens.forEach((token, at) => {
        if (
          token.kind !== 'word' ||
          !/^\p{Lu}/u.test(token.text) ||
          /^\p{Lu}/u.test(tokens[at - 1]?.text ?? '')
        )
          return;
        if (!before.test(joined(tokens.slice(Math.max(0, at - 9), at)))) return;
        if (token.norm in LEVEL_WORDS || tokens.some((one) => later.test(one.norm))) return;
        const name = nameFrom(tokens, at);
        if (name.length === 0 || name.some((one) => termAt(one, 'role'))) return;
        const words = name.filter((one) => /^\p{Lu}/u.test(one.text)).map((one) => one.text.toLowerCase());
        if (words.every((word) => known.has(word)) || /^(?:the|this|that)$/.test(words[0] ?? '')) return;
        const last = name.at(-1) as Token;
        report({
          start: token.start,
          end: last.end,
          subject: 'title',
          actual: `role "${name.map((one) => one.text).join(' ')}"`,
          expected: sheet.role.title,
          facts: ['role.title'],
        });
      });
    }
  },
});

/** Capital words from here on, with "of", "and" and "/" between them. */
function nameFrom(tokens: readonly Token[], at: number): Token[] {
  const name: Token[] = [];
  for (let i = at; i < tokens.length && name.length < 8; i += 1) {
    const token = tokens[i] as Token;
    if (token.kind === 'term' || /^\p{Lu}/u.test(token.text)) name.push(token);
    else if (/^(?:of|\/|&|-)$/.test(token.text) && /^\p{Lu}/u.test(tokens[i + 1]?.text ?? ''))
      name.push(token);
    else break;
  }
  return name;
}

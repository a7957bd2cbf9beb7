import { joined } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import type { Token } from '../tokens/token.ts';

export const roleHeld = defineRule({
  id: 'role-held',
  severity: 'error',
  category: 'contradiction',
  description: 'The candidate is said to be already what the report is to make of her.',
  selfCheck: true,
  good: [{ text: 'SANTANA is a Web Developer targeting the role of Senior AI Engineer.' }],
  bad: [
    {
      text: 'SANTANA is an experienced Senior AI Engineer targeting the role of Senior AI Engineer.',
      at: 'experienced Senior AI Engineer targeting',
    },
  ],
  check({ reading, sheet, report }) {
    const held = new Set(
      (sheet
        ? [sheet.candidate.label ?? '', ...sheet.candidate.work.map((job) => job.position ?? '')]
        : []
      ).map((one) => one.toLowerCase()),
    );
    for (const { tokens } of reading.sentences) {
      if (!tokens.some((token) => /^(?:role|position|target|targeting|apply|aim|aiming)$/.test(token.norm)))
        continue;
      const named = tokens.flatMap((token, at) =>
        /^\p{Lu}/u.test(token.text) && !/^\p{Lu}/u.test(tokens[at - 1]?.text ?? '')
          ? [{ at, name: nameFrom(tokens, at) }]
          : [],
      );
      const current = named.find(({ at }) =>
        /(?:^| )be (?:a|an)(?: \S+){0,2}$/.test(joined(tokens.slice(Math.max(0, at - 4), at))),
      );
      const target = named.find(({ at }) =>
        /(?:role of|position of|target|targeting|apply for|aim for|aiming for)(?: the| a| an)?$/.test(
          joined(tokens.slice(Math.max(0, at - 4), at)),
        ),
      );
      if (!current || !target || current.at >= target.at || current.name.length < 2) continue;
      const text = (name: readonly Token[]) => name.map((one) => one.text.toLowerCase()).join(' ');
      if (text(current.name) !== text(target.name) || held.has(text(target.name))) continue;
      report({
        start: (tokens[current.at] as Token).start,
        end: (target.name.at(-1) as Token).end,
        subject: 'role',
        actual: `"${text(target.name)}" as held and as aimed at`,
        expected: 'two different roles',
      });
    }
  },
});

function nameFrom(tokens: readonly Token[], at: number): Token[] {
  const name: Token[] = [];
  for (let i = at; i < tokens.length && /^\p{Lu}/u.test(tokens[i]?.text ?? ''); i += 1)
    name.push(tokens[i] as Token);
  return name;
}

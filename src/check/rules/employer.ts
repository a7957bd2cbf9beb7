import { joined, termAt } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import type { Token } from '../tokens/token.ts';

const worked =
  /(?:^| )(?:work|worked|work at|work for|join|joined|employ|employed|employ by|employed by|career at|experience at|job at|position at|role at|stint at|year at|spell at|time at|tenure at|developer at|engineer at|manager at|designer at|nurse at|teacher at|analyst at|(?:drive|drove|sell|sold|cook|cooked|clean|cleaned|deliver|delivered|pack|packed)(?: [^ ]+){0,2} for)(?: |$)/;

export const employer = defineRule({
  id: 'unsupported-employer',
  severity: 'error',
  category: 'unsupported',
  description: 'The candidate is said to have worked for someone who is not in the resume.',
  good: [{ text: '## Candidate Profile\n\nShe has worked at Acme since November 2024.' }],
  bad: [
    { text: '## Candidate Profile\n\nShe worked at Globex as a developer.', at: 'Globex' },
    { text: '## Candidate Profile\n\nHer three years at Globex show in every line.', at: 'Globex' },
  ],
  check({ reading, sheet, report }) {
    if (!sheet || sheet.candidate.work.length === 0) return;
    const known = [
      ...sheet.candidate.work.map((job) => `${job.employer ?? ''} ${job.position ?? ''}`),
      ...sheet.candidate.education.map((one) => one.institution ?? ''),
      sheet.candidate.name ?? '',
      sheet.role.title,
    ]
      .join(' ')
      .toLowerCase();
    for (const sentence of reading.sentences) {
      if (sentence.section !== 'profile' && sentence.section !== 'summary') continue;
      const { tokens } = sentence;
      tokens.forEach((token, at) => {
        if (token.kind !== 'word' || !/^\p{Lu}\p{L}+$/u.test(token.text)) return;
        const before = tokens[at - 1];
        if (
          !/^(?:at|for|join|joined|by)$/.test(before?.norm ?? '') ||
          !(
            worked.test(joined(tokens.slice(Math.max(0, at - 4), at))) ||
            (before?.norm === 'at' && /^(?:year|month)$/.test(tokens[at - 2]?.figure?.unit ?? ''))
          )
        )
          return;
        const name: Token[] = [];
        for (
          let i = at;
          i < tokens.length &&
          (tokens[i]?.kind === 'word' || tokens[i]?.text === '&') &&
          /^(?:\p{Lu}|&|of$)/u.test(tokens[i]?.text ?? '');
          i += 1
        )
          name.push(tokens[i] as Token);
        while (name.at(-1)?.text === 'of') name.pop();
        const words = name.map((one) => one.text.toLowerCase());
        if (
          words.some((word) => word.length > 2 && known.includes(word)) ||
          name.some((one) => termAt(one, 'employer')) ||
          /^(?:january|february|march|april|may|june|july|august|september|october|november|december|beginner|intermediate|advanced|expert)$/.test(
            words[0] ?? '',
          )
        )
          return;
        const last = name.at(-1) as Token;
        report({
          start: token.start,
          end: last.end,
          subject: name.map((one) => one.text).join(' '),
          actual: `employer "${name.map((one) => one.text).join(' ')}"`,
          expected: sheet.candidate.work
            .map((job) => job.employer)
            .filter(Boolean)
            .join('; '),
          facts: [],
        });
      });
    }
  },
});

import type { Clause } from '../claims/clause.ts';
import { has, joined } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import { DEMAND_WORDS } from '../words/demand.ts';

export const demand = defineRule({
  id: 'demand',
  severity: 'error',
  category: 'attribute',
  description: 'The demand of the market is given as another than it is.',
  good: [
    { text: '## Market\n\nDemand for the role is high.' },
    { text: '## Market\n\n**How low is demand?** It is high.' },
    { text: '## Market\n\nPython is in high demand; demand is far from low.' },
  ],
  bad: [
    { text: '## Market\n\nDemand, as recorded in October 2026, is moderate.', at: 'moderate' },
    { text: '## Market\n\n- **Demand:** medium', at: 'medium' },
    { text: '## Market\n\nThe role is in low demand.', at: 'low demand' },
  ],
  check({ reading, facts, report }) {
    const expected = facts.sheet?.role.demand;
    if (!expected) return;
    const title = facts.sheet?.role.title.toLowerCase() ?? '';
    for (const { cells } of reading.tables.flatMap((table) => table.rows)) {
      const [name, value] = cells;
      const words = value?.tokens.filter((token) => token.kind === 'word') ?? [];
      const level = words.length === 1 ? DEMAND_WORDS[words[0]?.norm ?? ''] : undefined;
      if (!name || !value || !level || level === expected || !/^(?:market )?demand$/i.test(name.text))
        continue;
      report({
        start: name.start,
        end: value.end,
        subject: 'demand',
        actual: `demand "${value.text}"`,
        expected: `demand ${expected}`,
        facts: ['role.demand'],
      });
    }
    for (const sentence of reading.sentences) {
      const label = has(sentence.read.label, /^demand$/) && sentence.read.sentences[0] === sentence;
      for (const [i, clause] of sentence.clauses.entries()) {
        const scoped = label && i <= 1;
        const said =
          levelOf(clause, scoped, title) ??
          (has(sentence.clauses[i - 1]?.tokens ?? [], /^demand$/) && clause.opener === '–'
            ? levelOf(clause, true, title)
            : undefined);
        if (!said || (said.level === expected) !== said.denied) continue;
        report({
          start: Math.min(said.start, clause.start),
          end: said.end,
          subject: 'demand',
          actual: `demand "${said.word}"`,
          expected: `demand ${expected}`,
          facts: ['role.demand'],
        });
      }
    }
  },
});

/** The level that a clause gives the demand: "demand is high", "high demand", "demand stands at high". */
function levelOf(
  clause: Clause,
  labelled: boolean,
  title: string,
):
  | { level: 'low' | 'medium' | 'high'; word: string; start: number; end: number; denied: boolean }
  | undefined {
  const { tokens } = clause;
  const at = tokens.findIndex((token) => token.norm === 'demand' && token.text.toLowerCase() === 'demand');
  // "How strong is demand?" asks.
  if (clause.sentence.tokens.at(-1)?.text === '?' || tokens[0]?.norm === 'how') return undefined;
  if (at < 0 && !labelled) return undefined;
  if (
    tokens.some(
      (token) =>
        token.kind === 'term' &&
        // "Demand for logistics managers" names the role, not a skill.
        !title.includes(token.text.toLowerCase()) &&
        token.term?.meanings.some((meaning) => meaning.kind === 'skill'),
    )
  )
    return undefined;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    const level = token?.kind === 'word' ? DEMAND_WORDS[token.norm] : undefined;
    if (!token || !level) continue;
    const before = i < at && at - i <= 2;
    const after =
      i > at &&
      tokens
        .slice(at + 1, i)
        .some(
          (one) => one.norm === 'be' || /^(?:stand|rate|rated|remain|:|level|at|–|-|=|run)$/.test(one.norm),
        );
    if (!before && !after && !(labelled && at < 0)) continue;
    const denied = /(?:^| )(?:anything but|far from|by no means|not at all|nowhere near)$/.test(
      joined(tokens.slice(Math.max(0, i - 3), i)),
    );
    if (
      !denied &&
      tokens
        .slice(Math.max(0, i - 4), i)
        .some((one) => /^(?:not|no|neither|nor|never|far|than|anything|hardly)$/.test(one.norm))
    )
      return undefined;
    const next = tokens[i + 1];
    if (
      after &&
      next?.kind === 'word' &&
      !/^(?:for|in|across|with|and|but|to|at|demand|too|here|on|this|right|now|as|so|enough|level|among|or)$/.test(
        next.norm,
      )
    )
      return undefined;
    const first = at < 0 ? token : (tokens[Math.min(at, i)] ?? token);
    const last = at < 0 ? token : (tokens[Math.max(at, i)] ?? token);
    return { level, word: token.text, start: first.start, end: last.end, denied };
  }
  return undefined;
}

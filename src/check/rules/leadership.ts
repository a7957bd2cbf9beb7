import type { CueHit } from '../claims/cue.ts';
import { CueTrie } from '../claims/cue-trie.ts';
import { isRestrictive } from '../claims/find-owner.ts';
import { has, joined } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import { agrees } from '../figures/agrees.ts';
import type { Token } from '../tokens/token.ts';
import { LEADERSHIP } from '../words/leadership.ts';

const trie = new CueTrie([{ signal: 'candidate', phrases: LEADERSHIP }]);

export const leadership = defineRule({
  id: 'unsupported-leadership',
  severity: 'error',
  category: 'unsupported',
  description: 'The candidate is said to have led people where the resume shows none.',
  good: [
    { text: 'She works in a team of five developers.' },
    { text: 'She has not led a team yet.' },
    { text: "Three years have given her the technical half of a team lead's job." },
    { text: 'You have probably watched somebody run a team.' },
    { text: 'The résumé names no one who reports to her.' },
  ],
  bad: [
    { text: 'She ran a squad of four developers.', at: 'ran a squad of four' },
    { text: 'Two assistants report to her.', at: 'report to her' },
  ],
  check({ reading, sheet, report }) {
    if (!sheet) return;
    const shown = sheet.candidate.leadership.length > 0;
    const positions = sheet.candidate.work.flatMap(({ position }) =>
      position ? [position.toLowerCase()] : [],
    );
    const numbers = sheet.candidate.told?.quantities.map((one) => one.value) ?? [];
    if (shown && !sheet.candidate.told) return;
    for (const sentence of reading.sentences) {
      if (sentence.section === 'roadmap' || sentence.section === 'resources' || sentence.section === 'market')
        continue;
      for (const clause of sentence.clauses) {
        if (clause.mood !== 'stated' || clause.unclaimed) continue;
        for (const hit of trie.find(clause.tokens)) {
          // "Whose two assistants report to her", "whose team of six he directs": the candidate is named beside it.
          if (
            isRestrictive(clause) &&
            !has(clause.tokens.slice(hit.from, hit.to), /^(?:she|he|you|her|him)$/)
          )
            continue;
          if (
            hit.negated ||
            has(
              clause.tokens.slice(0, hit.from),
              /^(?:not|no|never|without|nor|neither|employer|role|lack|require|ask|market|by)$/,
            )
          )
            continue;
          if (isOfOther(sentence.tokens, clause.tokens, hit)) continue;
          if (saysPosition(clause.tokens.slice(hit.to - 1), positions)) continue;
          // Where the resume shows that people were led, only how many can be wrong.
          const size = clause.tokens
            .slice(hit.from, hit.to + 1)
            .find((token) => token.figure?.unit === 'count')?.figure;
          if (shown && (!size || numbers.some((value) => agrees(size, value)))) continue;
          const first = clause.tokens[hit.from] as Token;
          const last = clause.tokens[hit.to - 1] as Token;
          report({
            start: first.start,
            end: last.end,
            subject: 'leadership',
            actual: `leadership ("${sentence.tokens
              .filter((token) => token.start >= first.start && token.end <= last.end)
              .map((token) => token.text)
              .join(' ')}")`,
            expected: 'none shown in the resume',
            facts: ['candidate.leadership'],
          });
        }
      }
    }
  },
});

/** "Half of a team lead's job", "watched somebody run a team", "names no one who reports to her": not the candidate's. */
function isOfOther(sentence: readonly Token[], tokens: readonly Token[], { from, to }: CueHit): boolean {
  const first = tokens[from] as Token;
  if (/^['’]s?$/.test(tokens[to]?.text ?? '')) return true;
  const before = sentence.slice(0, sentence.indexOf(first));
  return (
    has(before.slice(-6), /^(?:nobody|none|watch|watched|shadow|observe|observed|see|somebody|someone)$/) ||
    has(before, /^(?:suppose|assume|imagine|someone|somebody|anyone)$/) ||
    /(?:^| )no one(?: \S+)?(?: \S+)?$/.test(joined(before)) ||
    /(?:^| )(?:present|current|future|own|existing|become|becoming)$/.test(joined(before.slice(-1)))
  );
}

/** "Head Florist" where the resume says so: more of a title follows the word than leading alone. */
function saysPosition(tokens: readonly Token[], positions: readonly string[]): boolean {
  const said = `${tokens.map(({ text }) => text.toLowerCase()).join(' ')} `;
  return positions.some((position) => position.includes(' ') && said.startsWith(`${position} `));
}

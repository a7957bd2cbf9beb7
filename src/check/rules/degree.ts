import type { Clause } from '../claims/clause.ts';
import type { ReadSentence } from '../claims/read-report.ts';
import { joined, termAt } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import { isOpen, saidOfCandidate } from '../figures/said-of-candidate.ts';
import type { Token } from '../tokens/token.ts';
import { DEGREES } from '../words/credentials.ts';

export const degree = defineRule({
  id: 'unsupported-degree',
  severity: 'error',
  category: 'unsupported',
  description: 'The candidate is given a degree, or a subject of study, that the resume does not have.',
  good: [
    { text: '## Candidate Profile\n\nShe holds a Bachelor of Science in Mathematics.' },
    { text: "## Candidate Profile\n\nShe has a bachelor's degree and no master's degree." },
    { text: "A master's degree is not asked for, and employers that want one are few." },
  ],
  bad: [
    { text: "## Candidate Profile\n\nShe also has a master's degree.", at: "master's degree" },
    {
      text: "## Candidate Profile\n\nShe has a bachelor's degree in Finance.",
      at: "bachelor's degree in Finance",
    },
  ],
  check({ reading, sheet, report }) {
    if (!sheet) return;
    const studies = sheet.candidate.education.map((one) =>
      `${one.studyType ?? ''} ${one.area ?? ''}`.toLowerCase(),
    );
    for (const sentence of reading.sentences) {
      if (sentence.section === 'roadmap' || sentence.section === 'resources' || sentence.section === 'market')
        continue;
      for (const clause of sentence.clauses) {
        if (clause.hits.some((hit) => hit.cue.signal === 'negation')) continue;
        clause.tokens.forEach((token, at) => {
          if (token.kind !== 'word' && !(token.kind === 'term' && termAt(token, 'skill'))) return;
          const word = token.text.toLowerCase().replace(/’/g, "'");
          const family = DEGREES.find(([, pattern]) => pattern.test(word))?.[0];
          if (
            word === 'degree' &&
            !DEGREES.some(
              ([, pattern]) =>
                pattern.test(clause.tokens[at - 1]?.norm ?? '') ||
                pattern.test(clause.tokens[at - 2]?.norm ?? ''),
            )
          ) {
            const area = areaAfter(clause.tokens, at + 1);
            const last = area.at(-1);
            if (
              last &&
              isClaimed(sentence, clause, at, clause.tokens.indexOf(last) + 1) &&
              !studies.some((study) =>
                area.every((one) => study.includes(one.text.toLowerCase().slice(0, 6))),
              )
            )
              report({
                start: token.start,
                end: last.end,
                subject: 'degree',
                actual: `degree in ${area.map((one) => one.text).join(' ')}`,
                expected: studies.join('; ') || 'no degree',
                facts: [],
              });
          }
          if (
            !family ||
            (family !== 'doctorate' &&
              word.length < 4 &&
              token.text !== token.text.toUpperCase() &&
              !/^[BM]/.test(token.text))
          )
            return;
          const possessive = /^['’]s$/.test(clause.tokens[at + 1]?.text ?? '') ? 1 : 0;
          const next = clause.tokens[at + 1 + possessive];
          const plain =
            next?.norm === 'degree' ||
            next?.norm === 'of' ||
            next?.norm === 'in' ||
            word.length < 5 ||
            family === 'doctorate' ||
            possessive === 1;
          if (!plain || joined(clause.tokens.slice(Math.max(0, at - 2), at)).includes('scrum')) return;
          const same = studies.filter((study) =>
            study
              .split(/[^\p{L}.']+/u)
              .some((one) => DEGREES.some(([name, pattern]) => name === family && pattern.test(one))),
          );
          const area = areaAfter(clause.tokens, at + 1 + possessive);
          const fits =
            same.length > 0 &&
            (area.length === 0 ||
              same.some((study) => area.every((one) => study.includes(one.text.toLowerCase().slice(0, 6)))));
          if (fits) return;
          const last = area.at(-1) ?? (next?.norm === 'degree' ? next : token);
          if (!isClaimed(sentence, clause, at, clause.tokens.indexOf(last) + 1)) return;
          report({
            start: token.start,
            end: last.end,
            subject: 'degree',
            actual: `degree "${clause.tokens
              .filter((one) => one.start >= token.start && one.end <= last.end)
              .map((one) => one.text)
              .join(' ')}"`,
            expected: studies.join('; ') || 'no degree',
            facts: [],
          });
        });
      }
    }
  },
});

/** In the part on the candidate a degree named is hers unless it is denied or asked for; elsewhere it must be said so. */
const isClaimed = (sentence: ReadSentence, clause: Clause, from: number, to: number): boolean =>
  saidOfCandidate(clause, from, to) || (sentence.section === 'profile' && !isOpen(clause, from, to));

/** "degree in Communication Design": the capital words after "in". */
function areaAfter(tokens: readonly Token[], from: number): Token[] {
  const at = tokens.findIndex((token, i) => i >= from && i <= from + 3 && token.norm === 'in');
  if (at < 0) return [];
  const area: Token[] = [];
  for (let i = at + 1; i < tokens.length && area.length < 5; i += 1) {
    const token = tokens[i] as Token;
    if (token.kind === 'figure') break;
    if (/^\p{Lu}/u.test(token.text)) area.push(token);
    else if (!/^(?:and|of|&)$/.test(token.norm) || area.length === 0) break;
  }
  return area;
}

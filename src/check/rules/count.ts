import type { ReadSentence } from '../claims/read-report.ts';
import { defineRule } from '../define-rule.ts';
import { agrees } from '../figures/agrees.ts';
import { circumstanceOf } from '../figures/circumstance.ts';
import type { Figure } from '../tokens/figure.ts';
import type { Token } from '../tokens/token.ts';
import type { CheckContext } from '../types.ts';
import { checkCoverageClosure, checkSkillClosure } from './count/closure.ts';
import { checkSkills } from './count/skill-counts.ts';
import { checkAcross, checkListed, checkTally } from './count/tally.ts';
import { checkTallyPairs } from './count/tally-pairs.ts';
import { checkCoverage, checkTierSizes } from './count/tier-sizes.ts';
import { checkTierTables } from './count/tier-tables.ts';

export const count = defineRule({
  id: 'count',
  severity: 'error',
  category: 'number',
  description: 'A number of postings, skills, phases or resources differs from the facts.',
  good: [
    {
      text: 'Four skills are core, two preferred. Of the four core skills, two are fully met and two are missing.',
    },
    { text: '## Market\n\nThe sample held 1,240 postings.' },
  ],
  bad: [
    { text: 'There are 6 core skills.', at: '6 core skills' },
    { text: 'The profile tells five core, two preferred and one emerging apart.', at: 'five core' },
    { text: 'Overall coverage: 80%', at: '80%' },
    { text: '| Tier | Met | Missing |\n|---|---|---|\n| Core | 3 | 2 |\n| Preferred | 0 | 1 |', at: '3' },
    { text: '- Skills missing altogether: 6', at: '6' },
    { text: 'That is nine skills across three tiers.', at: 'nine skills' },
    { text: '## Market\n\nAround 1,800 openings were counted.', at: '1,800 openings' },
    { text: 'Three of the four core skills are held.', at: 'Three of the four core skills are held' },
    { text: '## Roadmap\n\nThe plan has three phases.', at: 'three phases' },
  ],
  check(context) {
    const { reading, facts } = context;
    if (!facts.sheet) return;
    for (const sentence of reading.sentences) {
      sentence.tokens.forEach((token, at) => {
        const { figure } = token;
        if (figure?.unit !== 'count' || figure.high !== null) return;
        checkPostings(context, sentence, at, token, figure);
        checkPhases(context, sentence, at, token, figure);
      });
      for (const clause of sentence.clauses) checkSkills(context, sentence, clause);
      checkListed(context, sentence);
      checkTally(context, sentence);
      checkTallyPairs(context, sentence);
      checkTierSizes(context, sentence);
      checkAcross(context, sentence);
      checkSkillClosure(context, sentence);
      checkCoverageClosure(context, sentence);
      checkCoverage(context, sentence);
    }
    checkTierTables(context, reading.tables);
  },
});

function checkPostings(
  { report, facts }: CheckContext,
  sentence: ReadSentence,
  at: number,
  token: Token,
  figure: Figure,
): void {
  const postings = facts.sheet?.role.postings;
  if (postings === null || postings === undefined) return;
  const { tokens } = sentence;
  const noun = tokens.findIndex(
    (one, i) => i > at && i <= at + 3 && /^(?:posting|advert|vacancy)$/.test(one.norm),
  );
  const between = tokens.slice(at + 1, noun);
  const follows =
    noun > 0 && between.every((one) => one.kind === 'word' && !/^(?:of|in|out|the)$/.test(one.norm));
  const label =
    /\bpostings?\b/i.test(sentence.read.label.map((one) => one.text).join(' ')) &&
    at === sentence.read.label.length + 1;
  const precedes =
    sentence.section === 'market' && /^posting be$/.test(`${tokens[at - 2]?.norm} ${tokens[at - 1]?.norm}`);
  if (!(follows || label || precedes) || figure.value < 10) return;
  if (tokens[at - 1]?.norm === 'in' && figure.value <= 20) return;
  if (!agrees(figure, postings) && !circumstanceOf(sentence, at))
    report({
      start: token.start,
      end: follows ? (tokens[noun] as Token).end : token.end,
      subject: 'postings',
      actual: token.text,
      expected: String(postings),
      facts: ['role.postings'],
    });
}

function checkPhases(
  { report, facts }: CheckContext,
  sentence: ReadSentence,
  at: number,
  token: Token,
  figure: Figure,
): void {
  const next = sentence.tokens[at + 1];
  const noun = /^(?:consecutive|successive)$/.test(next?.norm ?? '') ? sentence.tokens[at + 2] : next;
  if (noun?.text.toLowerCase() !== 'phases' || facts.phases.length === 0) return;
  const before = sentence.tokens[at - 1]?.norm ?? '';
  if (
    /^(?:first|last|next|other|final|remaining|of|these|both|ordinal)$/.test(before) ||
    sentence.tokens[at - 1]?.figure?.unit === 'ordinal'
  )
    return;
  if (
    figure.value < facts.phases.length &&
    !/^(?:in|have|comprise|the|its|run|with|,|through|be|:)$/.test(before) &&
    before !== ''
  )
    return;
  if (!agrees(figure, facts.phases.length) && !circumstanceOf(sentence, at))
    report({
      start: token.start,
      end: noun.end,
      subject: 'phases',
      actual: `${token.text} phases`,
      expected: String(facts.phases.length),
      facts: [],
    });
}

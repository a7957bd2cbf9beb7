import { LEVELS, type Level } from '../../../schemas/scale.ts';
import type { Clause, SkillList } from '../claims/clause.ts';
import type { ReadSentence } from '../claims/read-report.ts';
import { has, joined } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import { isHeld } from '../facts/skill-info.ts';
import { circumstanceOf } from '../figures/circumstance.ts';
import type { Token } from '../tokens/token.ts';
import type { CheckContext } from '../types.ts';

const below =
  /^(?:below|short|shy|under|beneath|away|behind|missing|lacking|wanting|down|lower|from the mark|from the level|from the requirement|too low|off|to go|to climb|to rise|to gain|(?:still )?remain between|between (?:her|him|you|them) and the|separate (?:her|him|you|them) from|too few)(?: |$)/;
const above = /^(?:above|over|ahead|beyond|more than|better|too high|clear|to spare)(?: |$)/;

const noun = /^(?:level|step|rung|notch|grade|stage)$/;

/** Levels in order: none, then those of the scale. */
const place = (level: Level | null): number => (level === null ? 0 : LEVELS.indexOf(level) + 1);

export const levelSteps = defineRule({
  id: 'level-steps',
  severity: 'error',
  category: 'number',
  description: 'The number of levels between what is held and what is asked for is another one.',
  good: [
    { text: 'Docker is one level below the requirement.' },
    { text: '- Git: one level above.' },
    { text: 'Docker is not two levels below the requirement.' },
  ],
  bad: [
    { text: 'Docker is two levels short of the mark.', at: 'two levels short' },
    { text: '- Python: two levels above.', at: 'two levels above' },
    { text: '- Git: two levels above.', at: 'two levels above' },
  ],
  check(context) {
    if (!context.facts.sheet) return;
    for (const sentence of context.reading.sentences) {
      if (sentence.section === 'roadmap' || sentence.section === 'resources') continue;
      for (const clause of sentence.clauses) checkClause(context, sentence, clause);
    }
  },
});

function checkClause(context: CheckContext, sentence: ReadSentence, clause: Clause): void {
  const { tokens } = clause;
  if (clause.mood !== 'stated' || clause.hits.some((hit) => hit.cue.signal === 'negation')) return;
  tokens.forEach((token, at) => {
    const said = stepsAt(tokens, at);
    if (!said) return;
    // "Two levels above GraphQL": above another skill.
    if (tokens[said.to]?.kind === 'term') return;
    const list = listFor(sentence, clause, at);
    if (!list || circumstanceOf(sentence, sentence.tokens.indexOf(token)) === 'supposed') return;
    for (const mention of list.mentions) {
      const skill = context.facts.skills.get(mention.skill);
      if (!skill?.levelAsked || skill.status === 'unknown') continue;
      // Held at no known level: how far it is cannot be told.
      if (isHeld(skill) && skill.levelHeld === null) continue;
      const distance = place(skill.levelHeld) - place(skill.levelAsked);
      const expected = said.up ? distance : -distance;
      if (expected === said.value) continue;
      // From nothing to the first level is a step to some and none to others.
      if (!isHeld(skill) && !said.up && expected - 1 === said.value) continue;
      const end = tokens[said.to - 1] as Token;
      context.report({
        start: Math.min(mention.start, token.start),
        end: end.end,
        subject: skill.name,
        actual: `${skill.name} ${tokens
          .slice(at, said.to)
          .map((one) => one.text)
          .join(' ')}`,
        expected: `held: ${skill.levelHeld ?? 'none'}, asked for: ${skill.levelAsked}`,
        facts: skill.facts,
      });
    }
  });
}

/** "Two levels below", "one step short of". */
function stepsAt(
  tokens: readonly Token[],
  at: number,
): { value: number; up: boolean; to: number } | undefined {
  const { figure, norm } = tokens[at] as Token;
  const isArticle = /^(?:a|single)$/.test(norm) && !/^(?:single)$/.test(tokens[at + 1]?.norm ?? '');
  const value =
    figure?.unit === 'count' && figure.high === null && figure.closeness === 'exact'
      ? figure.value
      : isArticle
        ? 1
        : undefined;
  if (value === undefined || value > 4 || value < 1 || !noun.test(tokens[at + 1]?.norm ?? ''))
    return undefined;
  if (/^(?:than|least|most|about|over|next|first|last|of)$/.test(tokens[at - 1]?.norm ?? ''))
    return undefined;
  const after = joined(tokens.slice(at + 2, at + 5));
  if (below.test(after)) return { value, up: false, to: at + 3 };
  if (above.test(after)) return { value, up: true, to: at + 3 };
  return undefined;
}

/** The list right before, with a verb of being or a colon between; or the label, or what a pronoun takes up. */
function listFor(sentence: ReadSentence, clause: Clause, at: number): SkillList | undefined {
  const left = clause.lists.findLast((list) => list.to <= at);
  const between = clause.tokens.slice(left?.to ?? 0, at);
  if (left) {
    // Another figure between parts them: "A is one level above, B two".
    if (between.some((token) => token.figure) || between.length > 5) return undefined;
    const linked = between.every((token) =>
      /^(?:be|remain|stand|sit|lie|fall|end|come|at|still|currently|now|only|just|each|both|all|,|–|—|:|\(|even|already|a|full|in|place|held|hold|stop)$/.test(
        token.norm,
      ),
    );
    return linked ? left : undefined;
  }
  if (clause.lists.length > 0) return undefined;
  const opens = between.every((token) =>
    /^(?:be|remain|stand|it|they|this|both|each|all|which|at|still|only|just|these|a|,|in|of|them)$/.test(
      token.norm,
    ),
  );
  if (!opens || has(between, /^(?:one|other)$/)) return undefined;
  const inLabel = sentence.read.head?.mentions.every((mention) =>
    sentence.read.label.includes(mention.token),
  );
  if (at === 0 && inLabel && sentence.read.sentences[0] === sentence) return sentence.read.head;
  return between.length > 0 || clause.nested ? clause.topic : undefined;
}

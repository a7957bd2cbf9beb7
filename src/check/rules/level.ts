import type { Level } from '../../../schemas/scale.ts';
import type { Clause, SkillList } from '../claims/clause.ts';
import type { ReadBlock, ReadSentence } from '../claims/read-report.ts';
import { has, joined } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import { isHeld } from '../facts/skill-info.ts';
import type { CheckContext } from '../types.ts';
import { LEVEL_WORDS } from '../words/function-words.ts';
import { readLevelStatements } from './level/level-frames.ts';

const askedWords =
  /^(?:ask|want|require|need|expect|seek|demand|enough|suffice|sufficient|target|standard|role|market|posting|do|necessary|bar|goal|employer|request|requested|requirement|desired|advert)$/;
const heldWords =
  /^(?:hold|have|today|now|currently|present|presently|she|he|you|candidate|her|his|your|attest)$/;
const between =
  /^(?:at|a|an|the|in|be|level|hold|held|with|on|of|to|both|each|all|stand|remain|currently|now|already|present|present|still|stage|her|his|your|and|,|–|:|\(|up|sit|all)$/;

export const level = defineRule({
  id: 'level',
  severity: 'error',
  category: 'attribute',
  description: 'A level held or asked for differs from the facts.',
  good: [
    { text: '- Python (Advanced)\n- Docker (Beginner)' },
    { text: 'Docker is held at Beginner level and wanted at Intermediate.' },
  ],
  bad: [
    { text: '## Candidate Profile\n\n- Docker (Advanced)', at: 'Docker (Advanced' },
    { text: '## Candidate Profile\n\n- **Advanced:** Python, Docker', at: 'Docker' },
    { text: 'Docker is held at Expert level.', at: 'Expert' },
  ],
  check(context) {
    const { reading, facts } = context;
    if (!facts.sheet) return;
    for (const { skill: id, level: said, start, end } of reading.levels) {
      const sentence = reading.sentences.find((one) => start >= one.start && end <= one.end);
      wrongLevel(context, id, said, sentence?.section === 'profile' ? 'held' : 'either', start, end);
    }
    for (const block of reading.blocks) checkArrow(context, block);
    for (const sentence of reading.sentences) {
      for (const clause of sentence.clauses) checkClause(context, sentence, clause);
      if (sentence.section === 'roadmap' || sentence.section === 'resources') continue;
      for (const { skills, level: said, property, start, end } of readLevelStatements(sentence))
        for (const skill of skills) wrongStated(context, skill, said, property, start, end);
    }
  },
});

/** "**X:** Beginner → Intermediate": what is held and what is asked for, outside of plans. */
function checkArrow(context: CheckContext, read: ReadBlock): void {
  if (!read.head || read.section === 'roadmap' || read.section === 'resources' || read.label.length === 0)
    return;
  if (!read.head.mentions.every((mention) => read.label.includes(mention.token))) return;
  const rest = read.tokens.slice(read.label.length + 1);
  const said = LEVEL_WORDS[rest[0]?.norm ?? ''];
  const goal = rest.slice(1, 4).find((token) => token.norm in LEVEL_WORDS);
  const arrow = rest.slice(1, 4).some((token) => /^(?:→|>|⇒|->)$/.test(token.text));
  if (!said || !goal || !arrow) return;
  for (const mention of read.head.mentions)
    wrongLevel(context, mention.skill, said, 'now', mention.start, goal.end);
}

function checkClause(context: CheckContext, sentence: ReadSentence, clause: Clause): void {
  if (
    clause.mood !== 'stated' ||
    clause.hits.some((hit) => hit.cue.signal === 'negation' || hit.cue.signal === 'all-but')
  )
    return;
  clause.tokens.forEach((token, at) => {
    const said = token.kind === 'word' ? LEVEL_WORDS[token.norm] : undefined;
    if (!said || token.norm === 'basic' || token.norm === 'elementary') return;
    const list = listFor(clause, at);
    if (!list) return;
    const asked = has(clause.tokens, askedWords);
    const held = has(clause.tokens, heldWords);
    const property =
      clause.nested && sentence.section === 'profile' && !asked
        ? 'held'
        : clause.lists.length === 0 && !clause.nested && !isAskedOf(clause, at)
          ? 'held'
          : asked === held
            ? 'either'
            : asked
              ? 'either'
              : 'held';
    for (const mention of list.mentions)
      wrongLevel(
        context,
        mention.skill,
        said,
        property,
        Math.min(mention.start, token.start),
        Math.max(mention.end, token.end),
      );
  });
}

/** "You have them at Beginner, and the role wants Intermediate": the nearest word before says whose level it is. */
const isAskedOf = (clause: Clause, at: number): boolean => {
  const near = clause.tokens
    .slice(0, at)
    .findLast(({ norm }) => askedWords.test(norm) || heldWords.test(norm));
  return near !== undefined && askedWords.test(near.norm);
};

function listFor(clause: Clause, at: number): SkillList | undefined {
  if (clause.nested) {
    const own = clause.lists.length > 0;
    return !own && clause.tokens.length <= 3 ? clause.topic : undefined;
  }
  const left = clause.lists.findLast((list) => list.to <= at);
  if (
    left &&
    at - left.to <= 6 &&
    clause.tokens.slice(left.to, at).every((token) => between.test(token.norm) || token.norm in LEVEL_WORDS)
  ) {
    // "A, B and C at Beginner": another list after the level may be meant instead.
    if (clause.tokens[at + 1]?.text === ':' || clause.lists.some((list) => list.from === at + 1))
      return undefined;
    const linked = clause.tokens
      .slice(left.to, at)
      .some((token) => /^(?:at|be|hold|held|to|on|in)$/.test(token.norm));
    if (!linked) return undefined;
    // "A at Advanced and B at Intermediate": a level speaks of the members since the level before it.
    const lastLevel = clause.tokens.findLastIndex((token, i) => i < left.to && token.norm in LEVEL_WORDS);
    const mentions = left.mentions.filter((mention) => mention.at > lastLevel);
    return { ...left, mentions };
  }
  const before = joined(clause.tokens.slice(Math.max(0, at - 4), at));
  // "In the other two he is a beginner": of which is said by words that are not followed here.
  if (has(clause.tokens.slice(0, at), /^(?:other|others|rest|remaining|remainder)$/)) return undefined;
  const own =
    /(?:^| )(?:she|he|you|they|candidate) (?:be|work|stand|sit|remain)(?: at| still| currently| now)*(?: a| an| the)?$/.test(
      before,
    );
  const both = /^in (?:both|it|each|all)/.test(joined(clause.tokens.slice(at + 1, at + 3)));
  const moves = /(?:^| )(?:to|from)(?: |$)/.test(before);
  return (own || (both && !moves)) && clause.lists.length === 0 ? clause.topic : undefined;
}

/** A level said outright to be held or asked for, against the one that is. */
function wrongStated(
  { facts, report }: CheckContext,
  id: string,
  said: Level,
  property: 'held' | 'asked',
  start: number,
  end: number,
): void {
  const skill = facts.skills.get(id);
  if (!skill || skill.status === 'unknown') return;
  const own = property === 'held' ? skill.levelHeld : skill.levelAsked;
  // Held at no known level, or asked for at none: nothing is said against it. What is missing is another rule's.
  if (own === null || own === said) return;
  report({
    start,
    end,
    subject: `${skill.name} level`,
    actual: `${skill.name} ${property === 'held' ? 'held' : 'asked for'} at ${said}`,
    expected: own,
    facts: skill.facts,
  });
}

function wrongLevel(
  { facts, report }: CheckContext,
  id: string,
  said: Level,
  property: 'held' | 'either' | 'now',
  start: number,
  end: number,
): void {
  const skill = facts.skills.get(id);
  if (!skill || skill.status === 'unknown') return;
  const { levelHeld, levelAsked } = skill;
  if (property === 'now' || (property === 'held' && isHeld(skill))) {
    if (property === 'now' && levelHeld === null && skill.status !== 'missing') return;
    if (property === 'now' && skill.status === 'missing') {
      report({
        start,
        end,
        subject: skill.name,
        actual: `${skill.name} at ${said}`,
        expected: 'not held',
        facts: skill.facts,
      });
      return;
    }
    if (levelHeld === null || levelHeld === said) return;
    report({
      start,
      end,
      subject: `${skill.name} level`,
      actual: `${skill.name} at ${said}`,
      expected: levelHeld,
      facts: skill.facts,
    });
    return;
  }
  if (
    levelHeld === said ||
    levelAsked === said ||
    (isHeld(skill) && levelHeld === null) ||
    (levelAsked === null && levelHeld === null)
  )
    return;
  report({
    start,
    end,
    subject: `${skill.name} level`,
    actual: `${skill.name} at ${said}`,
    expected: `held: ${levelHeld ?? 'none'}, asked for: ${levelAsked ?? 'none'}`,
    facts: skill.facts,
  });
}

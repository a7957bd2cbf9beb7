import type { Token } from '../tokens/token.ts';
import { DISCOURSE } from '../words/discourse.ts';
import { DEMAND_IDIOMS } from '../words/idioms.ts';
import { POSSESSION } from '../words/possession.ts';
import { DEMAND_FRAMES, REQUIREMENT, TRAINING } from '../words/requirement.ts';
import { SIGNALS } from '../words/signals.ts';
import type { Clause, Mood, Sentence, SkillList } from './clause.ts';
import type { CueHit } from './cue.ts';
import { CueTrie } from './cue-trie.ts';
import { cut, isInvertedCondition } from './cut-clauses.ts';
import { findLists, withSelected } from './find-lists.ts';

export const cues = new CueTrie([
  ...SIGNALS,
  ...POSSESSION,
  ...REQUIREMENT,
  ...DEMAND_FRAMES,
  ...DEMAND_IDIOMS,
  ...TRAINING,
]);

const discourse = new CueTrie([{ signal: 'pseudo', phrases: DISCOURSE }]);

/** Parts a sentence into clauses, each with its cues and its lists of skills. */
export function splitClauses(sentence: Sentence, labelTopic: SkillList | undefined): Clause[] {
  const clauses: Clause[] = [];
  const stretches = takeBrackets(withoutDiscourse(sentence.tokens));
  let topic = labelTopic;
  // What an aside ("unlike X, ...") interrupts, until its comma closes it.
  let interrupted: SkillList | undefined;
  // A question claims nothing; what it asks about is answered after it.
  const question = sentence.tokens.at(-1)?.text === '?';
  let unclaimed = question;
  for (const stretch of stretches) {
    const hits = cues.find(stretch.tokens);
    for (const part of cut(stretch.tokens, hits)) {
      const tokens = stretch.tokens.slice(part.from, part.to);
      const first = tokens[0];
      const last = tokens.at(-1);
      if (!first || !last) continue;
      const own = hits
        .filter((hit) => hit.from >= part.from && hit.to <= part.to)
        .map((hit) => moved(hit, part.from));
      const lists = withSelected(findLists(tokens, own), tokens, topic);
      const conditional =
        own.some((hit) => hit.cue.signal === 'condition' && opensClause(tokens, hit.from)) ||
        (clauses.length === 0 && isInvertedCondition(tokens)) ||
        isHypothetical(sentence, tokens);
      const future = own.some((hit) => hit.cue.signal === 'future');
      const clauseMood: Mood = conditional ? 'conditional' : future ? 'planned' : 'stated';
      if (interrupted && part.opener === ',') topic = interrupted;
      if (part.opener === ',' || lists.length > 0) interrupted = undefined;
      if (/^(?:so|;|but)(?: |$)/.test(part.opener)) unclaimed = question;
      const before: boolean = unclaimed;
      if (own.some((hit) => hit.cue.signal === 'unclaimed')) unclaimed = true;
      clauses.push({
        start: first.start,
        end: last.end,
        sentence,
        tokens,
        hits: own,
        lists,
        mood: clauseMood,
        topic: stretch.nested ? (stretch.topic?.(clauses) ?? topic) : fitting(topic, first),
        nested: stretch.nested,
        opener: part.opener,
        unclaimed: before || unclaimed,
      });
      if (stretch.nested) continue;
      if (part.opener === 'unlike' && topic && lists.length > 0) interrupted = topic;
      topic = lists.at(-1) ?? topic;
    }
  }
  return clauses;
}

/** "A and B are core, three are preferred": a number that is not theirs does not take them up. */
const fitting = (topic: SkillList | undefined, first: Token): SkillList | undefined =>
  first.figure?.unit === 'count' && topic && first.figure.value !== topic.mentions.length ? undefined : topic;

function moved(hit: CueHit, by: number): CueHit {
  return { ...hit, from: hit.from - by, to: hit.to - by, shorter: hit.shorter && moved(hit.shorter, by) };
}

/** The tokens that stand outside of brackets. */
export function withoutBrackets(tokens: readonly Token[]): readonly Token[] {
  return takeBrackets(tokens)[0]?.tokens ?? [];
}

interface Stretch {
  tokens: Token[];
  nested: boolean;
  topic?: (clauses: readonly Clause[]) => SkillList | undefined;
}

/** The sentence without what stands in brackets, then each bracket. */
function takeBrackets(tokens: readonly Token[]): Stretch[] {
  const main: Token[] = [];
  const nested: Stretch[] = [];
  let depth = 0;
  let inner: Token[] = [];
  for (const token of tokens) {
    if (token.text === '(' || token.text === '[') {
      depth += 1;
      if (depth === 1) continue;
    }
    if (depth > 0 && (token.text === ')' || token.text === ']')) {
      depth -= 1;
      if (depth === 0) {
        nested.push(bracket(inner));
        inner = [];
        continue;
      }
    }
    if (depth > 0) inner.push(token);
    else main.push(token);
  }
  if (inner.length > 0) nested.push(bracket(inner));
  return [{ tokens: main, nested: false }, ...nested];
}

function bracket(tokens: Token[]): Stretch {
  const start = tokens[0]?.start ?? 0;
  return { tokens, nested: true, topic: (clauses) => lastListBefore(clauses, start) };
}

/** The list whose last member stands right before an offset. */
function lastListBefore(clauses: readonly Clause[], offset: number): SkillList | undefined {
  let best: SkillList | undefined;
  for (const clause of clauses)
    for (const list of clause.lists)
      for (const mention of list.mentions) {
        if (
          mention.end <= offset &&
          mention.end > offset - 60 &&
          (best?.mentions[0]?.end ?? -1) < mention.end
        )
          best = { from: mention.at, to: mention.at + 1, mentions: [mention] };
      }
  return best;
}

/** "X would be met if ...": what a condition anywhere in the sentence makes unreal. */
function isHypothetical(sentence: Sentence, tokens: readonly Token[]): boolean {
  if (!tokens.some((token) => /^(?:would|could|might)$/.test(token.norm))) return false;
  return sentence.tokens.some((token) => /^(?:if|unless|otherwise|were)$/i.test(token.text));
}

/** "After phase one, ..." sets a condition; "before anything else" at the end of a clause sets none. */
function opensClause(tokens: readonly Token[], at: number): boolean {
  return at <= 1 || /^(?:,|and|or|but)$/.test(tokens[at - 1]?.norm ?? '');
}

/** The tokens without "on the other hand" and its like, and without the commas around them. */
function withoutDiscourse(tokens: readonly Token[]): Token[] {
  const hits = discourse.find(tokens);
  if (hits.length === 0) return [...tokens];
  const dropped = new Set<number>();
  for (const hit of hits) {
    for (let i = hit.from; i < hit.to; i += 1) dropped.add(i);
    const after = tokens[hit.to];
    const before = tokens[hit.from - 1];
    if (before?.text === ',' && (after?.text === ',' || !after || after.text === '.'))
      dropped.add(hit.from - 1);
    if (after?.text === ',' && (before?.text === ',' || !before)) dropped.add(hit.to);
  }
  return tokens.filter((_, i) => !dropped.has(i));
}

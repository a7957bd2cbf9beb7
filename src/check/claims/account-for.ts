import type { Token } from '../tokens/token.ts';
import { LEVEL_WORDS, PREPOSITIONS } from '../words/function-words.ts';
import { AFTER_NAME, LEFT_EDGE, OPERATORS, PHRASE_WORDS, SUPPOSING, TARGETS } from '../words/operators.ts';
import type { Clause, SkillList } from './clause.ts';
import { findTarget } from './find-target.ts';
import { isCarried, type Said } from './said.ts';
import { afterAside } from './subject-gap.ts';
import { unclearAsker } from './unclear-asker.ts';
import { unclearOwner } from './unclear-owner.ts';

/**
 * Why a claim of a clause must not be relied on: what in its clause or sentence no reading has used up.
 * @returns words for people, or undefined where all is accounted for
 */
export function doubtOf(
  said: Said,
  all: readonly Said[],
  clause: Clause,
  clauses: readonly Clause[],
): string | undefined {
  return (
    supposed(clause) ??
    leftOver(clause, all) ??
    unclearOwner(said, clause) ??
    unclearAsker(said, clause) ??
    unclearSubject(said, clause, clauses) ??
    unclearTail(said, clause) ??
    bounded(said, clause)
  );
}

/** A question, or a condition anywhere in the sentence. */
export function supposed(clause: Clause): string | undefined {
  const { tokens } = clause.sentence;
  if (tokens.at(-1)?.text === '?') return 'a question';
  const word = tokens.find(
    (token, i) =>
      SUPPOSING.has(token.norm) && !(token.norm === 'if' && /^(?:even|as)$/.test(tokens[i - 1]?.norm ?? '')),
  );
  return word && `"${word.text}"`;
}

/** The first operator of a clause that no reading has used up. */
export function leftOver(clause: Clause, all: readonly Said[]): string | undefined {
  const used = new Set<number>();
  const use = (from: number, to: number) => {
    for (let i = from; i < to; i += 1) used.add(i);
  };
  for (const one of all) {
    use(one.hit.from, one.hit.to);
    if (clause.lists.includes(one.list)) use(one.list.from, one.list.to);
    if (one.list.from < 0) for (const list of clause.lists) use(list.from, list.to);
    for (const hit of one.by) if (reachesCue(clause, hit.to, one)) use(hit.from, hit.to);
    useNeighbours(clause, one, use);
  }
  for (const hit of clause.hits)
    if (hit.cue.signal === 'pseudo' || hit.cue.signal === 'same') use(hit.from, hit.to);
  return firstOperator(clause, used);
}

/** The first operator of a clause outside of the tokens that were used up. */
export function firstOperator(clause: Clause, used: ReadonlySet<number>): string | undefined {
  const at = clause.tokens.findIndex((token, i) => !used.has(i) && isOperator(clause.tokens, i, token));
  return at < 0 ? undefined : `"${clause.tokens[at]?.text}"`;
}

function isOperator(tokens: readonly Token[], i: number, token: Token): boolean {
  if (token.kind !== 'word' || !OPERATORS.has(token.norm)) return false;
  const next = tokens[i + 1]?.norm ?? '';
  const before = tokens[i - 1]?.norm ?? '';
  // "The most important", "just as", "as such": no choice among members.
  if (token.norm === 'most' && i > 0 && !/^(?:of|,)$/.test(next)) return false;
  if (token.norm === 'first' && before === 'at') return false;
  return true;
}

/** Operators that belong to the list or the cue that they stand beside. */
function useNeighbours(
  clause: Clause,
  { hit, list, effect, says }: Said,
  use: (from: number, to: number) => void,
): void {
  const norm = (i: number) => clause.tokens[i]?.norm ?? '';
  const own = clause.lists.includes(list);
  // "Has no X", "knows neither X nor Y".
  if (own && list.from >= hit.to && /^(?:no|neither)$/.test(norm(list.from - 1)))
    use(list.from - 1, list.from);
  if ((!own || list.to <= hit.from) && /^(?:neither|none|nothing)$/.test(norm(hit.to)))
    use(hit.to, hit.to + 1);
  // "Merely preferred", "the only gap", "another must-have".
  const focus =
    effect === 'preferred' || effect === 'emerging' || effect === 'partial'
      ? /^(?:only|merely|just|mere|another)$/
      : effect === 'gap' || effect === 'core' || effect === 'lack' || effect === 'strong'
        ? /^(?:another)$/
        : undefined;
  const beside = /^(?:a|an)$/.test(norm(hit.from - 1)) ? hit.from - 2 : hit.from - 1;
  if (focus?.test(norm(beside))) use(beside, beside + 1);
  // What is named as the only gap is one.
  if (
    norm(hit.from - 1) === 'only' &&
    norm(hit.from - 2) === 'the' &&
    (effect === 'gap' || effect === 'lack')
  )
    use(hit.from - 1, hit.from);
  if (
    effect === 'lack' &&
    norm(0) === 'the' &&
    norm(1) === 'only' &&
    /^(?:thing|skill|one|requirement|piece|item)$/.test(norm(2))
  )
    use(1, 2);
  if (own && list.to <= hit.from) use(list.to, afterAside(clause, list.to, hit.from));
  // "Would have to be learned": it is not known today either.
  if (says === 'lack' || says === 'gap' || effect === 'train')
    for (let i = Math.max(0, hit.from - 2); i <= hit.from; i += 1) if (norm(i) === 'would') use(i, i + 1);
}

/** A negation does not reach across a comma, unless the comma stands in the list or closes an aside. */
function reachesCue(clause: Clause, from: number, { hit, list }: Said): boolean {
  const own = clause.lists.includes(list);
  const skip = own && list.from >= from ? afterAside(clause, list.to, hit.from) : hit.from;
  for (let i = from; i < hit.from; i += 1) {
    if (own && i >= list.from && i < list.to) continue;
    if (own && i >= list.to && i <= skip) continue;
    if (clause.tokens[i]?.text === ',') return false;
  }
  return true;
}

/** Whether the list is the whole of a phrase that the cue speaks of. */
function unclearSubject(said: Said, clause: Clause, clauses: readonly Clause[]): string | undefined {
  const { list, hit, attach } = said;
  if (!clause.lists.includes(list)) return unclearTopic(said, clause, clauses);
  const next = clause.tokens[list.to];
  if (next && !endsName(clause, list.to)) return `"${next.text}" after the name`;
  if (attach === 'object' || attach === 'direct' || attach === 'field') return undefined;
  if (list.from < hit.from) {
    const from = afterAside(clause, list.to, hit.from);
    const strange = clause.tokens.slice(from, hit.from).find((token, i) => !isLink(clause, from + i, token));
    if (strange) return `"${strange.text}"`;
    return leftEdge(clause, list);
  }
  return undefined;
}

/** Whether the token after a name leaves it a name of its own. */
export function endsName(clause: Clause, at: number): boolean {
  const token = clause.tokens[at];
  if (!token || token.kind !== 'word') return token?.text !== '-' || !token.glued;
  if (AFTER_NAME.has(token.norm) || token.norm in LEVEL_WORDS || isAdverb(token)) return true;
  return clause.hits.some((hit) => hit.from <= at && at < hit.to && hit.cue.signal !== 'other');
}

const isAdverb = (token: Token): boolean => /^\p{Ll}{2,}ly$/u.test(token.text);

/** What stands on the left of the phrase that names the skills, if it may belong to it. */
function leftEdge(clause: Clause, list: SkillList): string | undefined {
  let i = list.from - 1;
  while (
    i >= 0 &&
    (PHRASE_WORDS.has(clause.tokens[i]?.norm ?? '') || (clause.tokens[i]?.norm ?? '') in LEVEL_WORDS)
  )
    i -= 1;
  const token = clause.tokens[i];
  // "Knowing X is a strength": of the knowing, not of X.
  if (
    token &&
    /ing$/i.test(token.text) &&
    token.norm !== token.text.toLowerCase() &&
    clause.tokens[i - 1]?.norm !== 'be'
  )
    return `"${token.text}"`;
  if (!token || LEFT_EDGE.has(token.norm) || isAdverb(token)) return undefined;
  if (clause.hits.some((hit) => hit.from <= i && i < hit.to && hit.cue.signal !== 'other')) return undefined;
  if (PREPOSITIONS.has(token.norm)) {
    // "Knowledge of X", and "In X, ..." in front of all.
    if (i === 0 || isCarried(clause.tokens[i - 1])) return undefined;
    return `"${token.text}"`;
  }
  return `"${token.text}"`;
}

const LINKING =
  /^(?:be|been|would|have|do|remain|stand|count|become|represent|constitute|form|make|up|seem|look|appear|will|as|a|an|the|one|two|three|of|to|among|her|his|your|their|its|list|class|rate|mark|call|see|anchor|further|another|main|key|chief|biggest|principal|genuine|real|clear|major|serious|obvious|consider|regard|treat|name|in|for|particular|part|respect|such|and|,|–|—|-|“|”|"|:|also|already|still|both|all|each|it|they|them|this|these|those|which|that|who|she|he|you|candidate|applicant|what|know|own|or|longer|any|here|there|similarly|at|with|by|on|too|must|can|should|now|today|yet|not|no|never|neither|none|nor|either|hence|thus|therefore|so|even|indeed|skill|gap|strength)$/;

function isLink(clause: Clause, at: number, token: Token): boolean {
  if (token.kind === 'figure' || token.kind === 'number' || token.kind === 'sign') return true;
  if (token.kind === 'term')
    return token.term?.meanings.some((one) => one.kind === 'candidate' || one.kind === 'role') ?? false;
  if (LINKING.test(token.norm) || token.norm in LEVEL_WORDS || isAdverb(token)) return true;
  if (isCarried(token)) return true;
  return clause.hits.some(
    (hit) =>
      hit.from <= at &&
      at < hit.to &&
      (hit.cue.effect !== undefined ||
        hit.cue.signal === 'same' ||
        hit.cue.signal === 'pseudo' ||
        hit.cue.signal === 'negation'),
  );
}

/** A pronoun, or a clause without a subject, must have one thing that it can mean. */
function unclearTopic(
  { list, hit, attach }: Said,
  clause: Clause,
  clauses: readonly Clause[],
): string | undefined {
  // "A is held at advanced level, and all of these ...": the pronoun comes after every list.
  const from =
    list.from < 0 ? Math.max(0, ...clause.lists.filter((one) => one.to <= hit.from).map((one) => one.to)) : 0;
  const strange = clause.tokens
    .slice(from, hit.from)
    .find((token, i) => !isLink(clause, from + i, token) && !(attach === 'object' && token.kind === 'word'));
  if (strange) return `"${strange.text}"`;
  // "A, B and C, two of which are met": it is not said which.
  if (/^(?:one|two|three|four|some|most|many|half) of /.test(clause.opener)) return `"${clause.opener}"`;
  const home = clauses.find((one) => one.lists.includes(list));
  if (!home) return undefined;
  if (list.mentions.length === 1 && !endsName(home, list.to))
    return `"${home.tokens[list.to]?.text}" after the name`;
  if (home.lists.length > 1) return 'two lists that the pronoun may mean';
  // "The sum she spends on X is large; it is not hers": the pronoun takes up what the clause before is about.
  if (list.mentions.length === 1 && leftEdge(home, list) && !isClaimed(home, list))
    return 'something else that the pronoun may mean';
  return undefined;
}

/** Whether a clause says something of a list. */
const isClaimed = (clause: Clause, list: SkillList): boolean =>
  clause.hits.some((hit) => hit.cue.effect && findTarget(clause, hit)?.list === list);

const evaluated = /^(?:for|to|as|than|by|among|from|in|at|when|compared|until)$/;

/** What may follow a claim and bound it, by effect. */
const BOUNDS: Partial<Record<Said['says'], RegExp>> = {
  enough: evaluated,
  strong: evaluated,
  partial: evaluated,
  gap: evaluated,
  lack: /^(?:from|among|at)$/,
  held: /^(?:to|yet|not|never|no)$/,
  unasked: /^(?:of|to|from|at|before|until|yet|this|as)$/,
};

/** "Good enough for Next.js", "hers to learn": what follows an evaluation and may bound it. */
function unclearTail({ hit, list, says }: Said, clause: Clause): string | undefined {
  const own = clause.lists.includes(list);
  const from = Math.max(hit.to, own ? list.to : 0);
  const tail = clause.tokens.slice(from);
  const first = tail[0];
  if (first?.kind !== 'word' || !BOUNDS[says]?.test(first.norm)) return undefined;
  // "The level asked for": the preposition belongs to the claim.
  if (!tail[1] || tail[1].kind === 'sign') return undefined;
  if (says === 'held' && clause.tokens[hit.to - 1]?.norm !== 'have') return undefined;
  if (first.norm === 'to' && says === 'unasked') return `"${first.text}" after the claim`;
  const known = tail
    .slice(1, 6)
    .some(
      (token) =>
        TARGETS.has(token.norm) ||
        token.norm in LEVEL_WORDS ||
        token.kind === 'figure' ||
        token.term?.meanings.some((one) => one.kind === 'role' || one.kind === 'candidate'),
    );
  return known ? undefined : `"${first.text}" after the claim`;
}

/** What was lacking in the past, or lacks one level, is not absent today. */
function bounded({ says, hit }: Said, clause: Clause): string | undefined {
  if (says !== 'lack' && says !== 'gap' && says !== 'partial') return undefined;
  const from = Math.max(0, hit.from - 3);
  const past = clause.tokens
    .slice(from, hit.to)
    .find(
      (token) =>
        /^(?:was|were|had|did|lacked|missed|needed)$/i.test(token.text) &&
        !/^(?:have|not)$/.test(clause.tokens[clause.tokens.indexOf(token) - 1]?.norm ?? ''),
    );
  if (past) return `"${past.text}"`;
  if (says !== 'lack') return undefined;
  // "Does not know X well".
  const degree = clause.tokens
    .slice(hit.to)
    .find((token) => /^(?:well|inside|fully|thoroughly|deeply|properly|completely|much)$/.test(token.norm));
  if (degree) return `"${degree.text}"`;
  const level = clause.tokens.find(
    (token, i) => (i < hit.from || i >= hit.to) && /^(?:level|rung|notch)$/.test(token.norm),
  );
  return level && `"${level.text}"`;
}

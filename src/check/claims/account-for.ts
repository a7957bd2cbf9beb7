import type { Token } from '../tokens/token.ts';
import { LEVEL_WORDS, PREPOSITIONS } from '../words/function-words.ts';
import { AFTER_NAME, LEFT_EDGE, PHRASE_WORDS, SUPPOSING } from '../words/operators.ts';
import type { Clause, SkillList } from './clause.ts';
import { findTarget } from './find-target.ts';
import { leftOver } from './left-over.ts';
import { isCarried, type Said } from './said.ts';
import { afterAside } from './subject-gap.ts';
import { unclearAsker } from './unclear-asker.ts';
import { unclearOwner } from './unclear-owner.ts';
import { bounded, unclearTail } from './unclear-tail.ts';

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
    supposed(clause, clause.tokens[said.hit.to - 1]?.end) ??
    leftOver(clause, all) ??
    unclearOwner(said, clause) ??
    unclearAsker(said, clause) ??
    unclearSubject(said, clause, clauses) ??
    unclearTail(said, clause) ??
    bounded(said, clause)
  );
}

/** A question, or a condition anywhere in the sentence, but for one that opens a thought of its own after `said`. */
export function supposed(clause: Clause, said = Number.POSITIVE_INFINITY): string | undefined {
  if (clause.sentence.tokens.at(-1)?.text === '?') return 'a question';
  const tokens = partOf(clause);
  const word = tokens.find(
    (token, i) =>
      SUPPOSING.has(token.norm) &&
      !(
        token.norm === 'if' &&
        (/^(?:even|as)$/.test(tokens[i - 1]?.norm ?? '') ||
          tokens[i + 1]?.norm === 'anything' ||
          // "X is core, and if that sounds odd, ...".
          (token.start > said && tokens[i - 1]?.norm === 'and' && tokens[i - 2]?.text === ','))
      ),
  );
  return word && `"${word.text}"`;
}

/** The part of the sentence between semicolons that a clause stands in: a supposition does not reach across them. */
function partOf({ sentence, start, end }: Clause): readonly Token[] {
  const { tokens } = sentence;
  const from = tokens.findLastIndex((token) => token.text === ';' && token.end <= start) + 1;
  const to = tokens.findIndex((token) => token.text === ';' && token.start >= end);
  return tokens.slice(from, to < 0 ? tokens.length : to);
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
  if (token?.kind !== 'word') return token?.text !== '-' || !token.glued;
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

import type { Token } from '../tokens/token.ts';
import { POSSESSIVES } from '../words/function-words.ts';
import { NUMBER_WORDS } from '../words/numbers.ts';
import { ADJECTIVE_HEADS, BRINGING, NOUN_HEADS, STANDING } from '../words/operators.ts';
import type { Clause } from './clause.ts';
import { findOwner } from './find-owner.ts';
import type { Said } from './said.ts';

/** Why it is not certain that the predicate is the candidate's; undefined where it is. */
export function unclearOwner({ hit, attach, effect }: Said, clause: Clause): string | undefined {
  if (attach !== 'object' && attach !== 'field') return undefined;
  if (effect === 'gap' && attach === 'object') return undefined;
  if (
    effect !== 'held' &&
    effect !== 'lack' &&
    effect !== 'enough' &&
    effect !== 'strong' &&
    effect !== 'partial' &&
    effect !== 'gap'
  )
    return undefined;
  const head = clause.tokens[hit.from];
  // "The two met requirements of the core": a participle, no predicate that needs an owner.
  const before = clause.tokens[hit.from - 1];
  if (
    head?.text.toLowerCase() === 'met' &&
    (before?.norm === 'the' || before?.figure || (before && NUMBER_WORDS[before.norm] !== undefined))
  )
    return undefined;
  if (!head || /^(?:nothing|there|what)$/.test(head.norm)) return undefined;
  const strict = NOUN_HEADS.has(head.norm)
    ? carried(clause, hit.from)
    : ADJECTIVE_HEADS.has(head.norm)
      ? predicated(clause, hit.from)
      : governed(clause, hit.from, head);
  return strict
    ? undefined
    : `whose "${clause.tokens
        .slice(hit.from, hit.to)
        .map((token) => token.text)
        .join(' ')}"`;
}

const isCandidate = (clause: Clause, at: number): boolean => {
  const token = clause.tokens[at];
  if (!token) return false;
  if (token.term?.meanings.some((meaning) => meaning.kind === 'candidate')) return true;
  return clause.hits.some((hit) => hit.cue.signal === 'candidate' && hit.from <= at && at < hit.to);
};

const isSkipped = (token: Token | undefined): boolean =>
  token !== undefined && (STANDING.has(token.norm) || /^\p{Ll}{2,}ly$/u.test(token.text));

/** Leftwards over auxiliaries, adverbs and negations. */
function before(clause: Clause, from: number): number {
  let i = from - 1;
  while (i >= 0 && isSkipped(clause.tokens[i])) i -= 1;
  return i;
}

/** Whether a clause that leaves its subject out takes up the candidate. */
const isElliptical = (clause: Clause): boolean =>
  clause.opener === '' || clause.opener === ':' || findOwnerInSentence(clause);

function findOwnerInSentence(clause: Clause): boolean {
  const { tokens } = clause.sentence;
  return tokens.some(
    (token) =>
      token.start < clause.start &&
      (token.term?.meanings.some((meaning) => meaning.kind === 'candidate') ||
        /^(?:she|he|you|candidate)$/.test(token.norm) ||
        POSSESSIVES.has(token.norm)),
  );
}

/** A verb: its subject stands right before it, or before the verb that it is joined to. */
function governed(clause: Clause, at: number, head: Token): boolean {
  const previous = clause.tokens[at - 1];
  if (
    /ing$/i.test(head.text) &&
    head.norm !== head.text.toLowerCase() &&
    !/^(?:be|been|already|still|not|now)$/.test(previous?.norm ?? '')
  )
    return false;
  if (previous?.norm === 'to') return false;
  const i = before(clause, at);
  if (i < 0)
    return /^(?:who|whose)$/.test(clause.opener)
      ? findOwner(clause, { cue: { at: [], anyMood: false }, from: at, to: at + 1, negated: false }) !==
          'other'
      : isElliptical(clause);
  if (isCandidate(clause, i)) return true;
  if (/^(?:,|and|but|or|yet|that|there|what|nor|so|which|who)$/.test(clause.tokens[i]?.norm ?? '')) {
    if (/^(?:there|what)$/.test(clause.tokens[i]?.norm ?? '')) return true;
    return ownerBefore(clause, i) || isElliptical(clause);
  }
  return false;
}

function ownerBefore(clause: Clause, at: number): boolean {
  for (let i = at - 1; i >= 0; i -= 1)
    if (isCandidate(clause, i) || POSSESSIVES.has(clause.tokens[i]?.norm ?? '')) return true;
  return false;
}

/** A noun ("experience with"): the candidate's by a possessive or as the object of a verb of having. */
function carried(clause: Clause, at: number): boolean {
  let i = at - 1;
  while (i >= 0) {
    const token = clause.tokens[i];
    if (!token) return false;
    if (POSSESSIVES.has(token.norm) || /^(?:'s|’s)$/.test(token.text)) return true;
    if (BRINGING.has(token.norm) || token.norm === 'there') return true;
    if (/^(?:with|of|for|to|by|from|on|than|as)$/.test(token.norm))
      return token.norm === 'with' && ownerBefore(clause, i);
    if (token.kind === 'sign' && token.text !== ',' && token.text !== '-') return false;
    if (at - i > 7) return false;
    i -= 1;
  }
  return isElliptical(clause);
}

/** An adjective ("familiar with"): said of the candidate by a form of "be", or by nothing at all. */
function predicated(clause: Clause, at: number): boolean {
  const i = before(clause, at);
  if (i < 0) return isElliptical(clause);
  return (
    isCandidate(clause, i) ||
    (/^(?:,|and|but|or|as|both|a|an)$/.test(clause.tokens[i]?.norm ?? '') && ownerBefore(clause, i))
  );
}

import { PRONOUNS } from '../words/function-words.ts';
import { STANDING } from '../words/operators.ts';
import type { Clause } from './clause.ts';
import type { CueHit } from './cue.ts';
import { isFronted, type Near } from './subject-gap.ts';

/**
 * The skill that names the field of what is said of the candidate:
 * "In X she is strong", "a field in which he has no practice", "she has to start from scratch there".
 */
export function findField(clause: Clause, hit: CueHit): Near | undefined {
  const front = clause.lists[0];
  if (front && front.to <= hit.from) {
    if (clause.lists.some((list) => list !== front) || !isFronted(clause, front)) return undefined;
    const start = pastAside(clause, front.to, hit.from);
    const between = clause.tokens.slice(start, hit.from);
    const known = between.every(
      (token, i) =>
        STANDING.has(token.norm) ||
        token.text === ',' ||
        /^(?:she|he|you|they|the|candidate|there)$/.test(token.norm) ||
        /^\p{Ll}{2,}ly$/u.test(token.text) ||
        clause.hits.some(
          (one) => one.cue.signal === 'negation' && one.from <= start + i && start + i < one.to,
        ) ||
        token.term?.meanings.some((one) => one.kind === 'candidate'),
    );
    return known ? { list: front, distance: 2 } : undefined;
  }
  if (!clause.topic || clause.lists.length > 0) return undefined;
  const [next, after] = [clause.tokens[hit.to], clause.tokens[hit.to + 1]];
  const named =
    /^(?:(?:in|with|of|for|on|at) which|where)$/.test(clause.opener) ||
    /^(?:there|here)$/.test(next?.norm ?? '') ||
    (/^(?:in|with|of|at|on)$/.test(next?.norm ?? '') && PRONOUNS.has(after?.norm ?? ''));
  return named ? { list: clause.topic, distance: 3 } : undefined;
}

/** "In X, the bread and butter of his shifts, he ...": where the sentence goes on after the aside. */
function pastAside({ tokens, hits }: Clause, from: number, to: number): number {
  if (tokens[from]?.text !== ',') return from;
  if (tokens[to - 1]?.text === ',' && to - 1 > from && isAside(tokens, hits, from, to - 1)) return to;
  const subject = tokens.findIndex(
    (token, i) =>
      i > from &&
      i < to &&
      tokens[i - 1]?.text === ',' &&
      (/^(?:she|he|you|they)$/.test(token.norm) ||
        (token.norm === 'the' && tokens[i + 1]?.norm === 'candidate') ||
        token.term?.meanings.some((one) => one.kind === 'candidate')),
  );
  if (subject < 0 || subject - from > 13) return from;
  return isAside(tokens, hits, from, subject) ? subject : from;
}

/** A noun phrase without a verb or a denial. */
function isAside(tokens: Clause['tokens'], hits: Clause['hits'], from: number, to: number): boolean {
  const inside = tokens.slice(from + 1, to);
  return (
    inside.length < 14 &&
    /^(?:the|a|an|that|those|this|one|another)$/.test(inside[0]?.norm ?? '') &&
    !inside.some((token) => /^(?:be|have|do|will|would|not|no|never)$/.test(token.norm)) &&
    !hits.some((hit) => hit.cue.signal === 'negation' && hit.from > from && hit.to <= to)
  );
}

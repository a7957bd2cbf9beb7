import { OPENING_VERBS, PRONOUNS } from '../words/function-words.ts';
import type { Clause, SkillList } from './clause.ts';

export interface Near {
  list: SkillList;
  distance: number;
}

export const startsWithoutSubject = (clause: Clause): boolean => {
  const first = clause.tokens[0];
  if (!first) return false;
  if (clause.opener === ':' && clause.lists.length === 0) return true;
  return (
    PRONOUNS.has(first.norm) ||
    OPENING_VERBS.has(first.norm) ||
    clause.hits.some((hit) => hit.from === 0 && hit.cue.effect !== undefined) ||
    clause.nested
  );
};

/** Where the predicate goes on after an aside ("A and B, the second and third on the list, are missing"). */
export function afterAside(clause: Clause, from: number, to: number): number {
  if (clause.tokens[from]?.text !== ',') return from;
  const close = clause.tokens.findLastIndex((token, i) => i > from && i < to && token.text === ',');
  if (close < 0) return from;
  const inside = clause.tokens.slice(from + 1, close);
  const starts =
    /^(?:the|a|an|one|two|three|both|each|all|as|by|at|in|of|which|among|like|already|now|still|currently|today)$/.test(
      inside[0]?.norm ?? '',
    ) || inside[0]?.figure !== undefined;
  return starts && inside.length <= 14 ? close : from;
}

/** What stands before a skill that a sentence is about: "as for", "on the score of", "in the handling of". */
const fronts =
  /^(?:(?:but|and|so|yet|still|only|now|even) )?(?:when it come to|as for|as to|as regards|regarding|concerning|with|in|on|of|at|for|with regard to|with respect to|in the (?:case|matter|field|area|domain|subject|region|way|\S+ing) of|in term of|in terms of|on the (?:score|subject|side|question|matter|topic|front) of|where)(?: the| her| his| your)?$/;

/** "When it comes to X, what she knows is enough": X is what the sentence is about. */
export function isFronted(clause: Clause, list: SkillList): boolean {
  const next = clause.tokens[list.to];
  const pronoun =
    /^(?:she|he|they|you)$/.test(next?.norm ?? '') ||
    next?.term?.meanings.some((one) => one.kind === 'candidate');
  if (list.from > 7 || !(next?.text === ',' || pronoun)) return false;
  const before = clause.tokens
    .slice(0, list.from)
    .map((token) => token.norm)
    .join(' ');
  return fronts.test(before);
}

/** The last list before a predicate; one in an aside ("X, like Y, is missing") gives way to the one before it. */
export function listBefore(clause: Clause, at: number): SkillList | undefined {
  const list = clause.lists.findLast((one) => one.to <= at);
  if (!list || !/^(?:like|unlike|as|besides|with|beside)$/.test(clause.tokens[list.from - 1]?.norm ?? ''))
    return list;
  if (clause.tokens[list.from - 2]?.text !== ',' || clause.tokens[list.to]?.text !== ',') return list;
  return clause.lists.find((one) => one.to === list.from - 2) ?? list;
}

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
    /^(?:the|a|an|one|two|three|both|each|all|as|by|at|in|of|which|among|like)$/.test(
      inside[0]?.norm ?? '',
    ) || inside[0]?.figure !== undefined;
  return starts && inside.length <= 14 ? close : from;
}

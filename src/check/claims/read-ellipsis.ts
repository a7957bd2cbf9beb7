import type { Clause } from './clause.ts';
import { opposite, type Said } from './said.ts';

/** "A is met, B is not": the predicate of the clause before, taken up by its auxiliary alone. */
export function readEllipsis(clause: Clause, before: readonly Said[]): Said[] {
  const [list] = clause.lists;
  const [last] = before;
  if (!list || !last || clause.lists.length > 1 || clause.mood !== 'stated') return [];
  if (before.some((one) => one.says !== last.says)) return [];
  // "She knows A; B does not" leaves open what B does not do.
  if (last.attach !== 'subject' && last.attach !== 'noun') return [];
  const lead = clause.tokens.slice(0, list.from);
  if (!lead.every((token) => /^(?:and|but|,|while|whereas|the|her|his|your)$/.test(token.norm))) return [];
  const rest = clause.tokens.slice(list.to).filter((token) => token.kind !== 'sign');
  const words = rest.map((token) => token.norm).join(' ');
  const match = /^(?:be|do|have)( not)?(?: yet| either| too| also)?$/.exec(words);
  if (!match) return [];
  const says = match[1] ? opposite[last.effect] : last.says;
  // Of a denied predicate the denial is what is taken up.
  if (!says || (match[1] && last.says !== last.effect)) return [];
  // "X, desirable as it is, is not among the musts; Y is": what is denied in between is what is taken up.
  const end = last.list.mentions.at(-1)?.end ?? 0;
  const denied = clause.sentence.tokens.some(
    ({ norm, start }) =>
      start >= end && start < clause.start && /^(?:not|never|no|neither|nor|hardly)$/.test(norm),
  );
  if (denied && last.by.length === 0 && !last.hit.negated) return [];
  const from = list.to;
  return [
    { ...last, says, list, hit: { ...last.hit, from, to: from + rest.length, shorter: undefined }, by: [] },
  ];
}

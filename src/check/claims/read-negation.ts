import type { Clause, SkillList } from './clause.ts';
import type { CueHit } from './cue.ts';

export interface Negation {
  negated: boolean;
  /** The negations that were counted. */
  by: readonly CueHit[];
}

export const isNegated = (clause: Clause, at: number, list: { from: number; to: number }): boolean =>
  readNegation(clause, at, list).negated;

/** Which negations govern the cue. One before the subject does only as "neither", "no" or "none of". */
export function readNegation(clause: Clause, at: number, list: { from: number; to: number }): Negation {
  const hit = clause.hits[at] as CueHit;
  let negated = false;
  const by: CueHit[] = [];
  for (let i = at - 1; i >= 0; i -= 1) {
    const before = clause.hits[i] as CueHit;
    // "has been given": the auxiliary is no predicate of its own.
    if (before.cue.effect === 'held' && before.to === (clause.hits[i + 1] as CueHit).from) continue;
    if (before.cue.effect && !before.negated) {
      if (list.to <= before.from || list.from > before.from) return { negated, by };
    } else if (before.cue.effect) return { negated, by };
    const word = clause.tokens[before.from]?.norm ?? '';
    const denies =
      before.cue.signal === 'negation' ||
      // "A and B, neither of which is held".
      (before.cue.signal === 'break' && /^(?:none|neither)$/.test(word)) ||
      (before.cue.signal === 'same' && /^(?:nor|neither)$/.test(word));
    if (!denies || (before.from >= list.from && before.to <= list.to)) continue;
    const beforeSubject = list.to <= hit.from && before.from < list.from;
    if (beforeSubject && !/^(?:neither|no|none|not|nor|nothing)$/.test(word)) continue;
    if (beforeSubject && word === 'not' && list.from - before.to > 2) continue;
    // "An airline with no meteorology department expects it": the denial stays within its phrase.
    if (clause.tokens[before.from - 1]?.norm === 'with' && hit.from - before.to > 1) continue;
    const reach = /^(?:no|none|nobody)$/.test(word) && before.from <= 1 ? 8 : 3;
    if (list.from >= hit.to && hit.from - before.to > reach && word !== 'neither') continue;
    by.push(before);
    // "Neither A nor B" denies once.
    if ((word === 'nor' || word === 'neither') && negated) continue;
    negated = !negated;
  }
  return { negated, by };
}

/** "Neither A nor B, both of which ..., calls for work": the negation stands with the subject, clauses before. */
export function isDenied(clauses: readonly Clause[], clause: Clause, hit: CueHit, list: SkillList): boolean {
  if (clause.lists.includes(list) || clause.tokens[hit.from - 1]?.text !== ',') return false;
  const home = clauses.find((one) => one.lists.includes(list));
  return (
    home?.hits.some(
      (one) =>
        one.cue.signal === 'negation' &&
        one.to === list.from &&
        /^(?:neither|none)$/.test(home.tokens[one.from]?.norm ?? ''),
    ) ?? false
  );
}

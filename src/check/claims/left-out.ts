import type { Clause, SkillList } from './clause.ts';
import type { CueHit } from './cue.ts';

/** "The advert reads "strong in X"": words of someone else. */
export function isQuoted(clause: Clause, hit: CueHit): boolean {
  const { tokens } = clause.sentence;
  const start = clause.tokens[hit.from]?.start ?? 0;
  let open = -1;
  for (let i = 0; i < tokens.length; i += 1) {
    const { text, start: at } = tokens[i] as { text: string; start: number };
    if (text === '“' || (text === '"' && open < 0)) {
      if (at > start) return false;
      open = i;
    } else if (text === '”' || text === '"') {
      if (at > start) return i - open > 3;
      open = -1;
    }
  }
  return false;
}

/** "All core skills but A and B": what stands after "but" is left out, nothing more. */
export function isException(clauses: readonly Clause[], clause: Clause): boolean {
  if (clause.opener !== 'but' || clause.lists[0]?.from !== 0) return false;
  const before = clauses[clauses.indexOf(clause) - 1];
  if (!before) return false;
  return (
    before.tokens
      .slice(-5)
      .some((token) => /^(?:all|every|everything|no|none|nothing|any|each)$/.test(token.norm)) &&
    !before.hits.some(
      (hit) =>
        hit.cue.effect &&
        hit.cue.effect !== 'core' &&
        hit.cue.effect !== 'preferred' &&
        hit.cue.effect !== 'emerging' &&
        hit.from > before.tokens.length - 5,
    )
  );
}

/** "All but X are missing": X is what the predicate leaves out. */
export function excepted(clause: Clause, list: SkillList): boolean {
  return clause.hits.some(
    (hit) => hit.cue.signal === 'all-but' && hit.to <= list.from && list.from - hit.to <= 2,
  );
}

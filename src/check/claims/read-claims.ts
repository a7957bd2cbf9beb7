import { doubtOf } from './account-for.ts';
import type { SkillClaim } from './claim.ts';
import type { Clause, Mention } from './clause.ts';
import { readClause } from './read-clause.ts';
import { readPossessives } from './read-possessives.ts';
import { rangeOf, type Said } from './said.ts';

/** All that the clauses of one sentence say of skills. */
export function readClaims(clauses: readonly Clause[], before: readonly Clause[] = []): SkillClaim[] {
  const claims: SkillClaim[] = [];
  let last = opensWithSame(clauses[0]) ? lastSaid(before) : nothing;
  for (const clause of clauses) {
    const said = readClause(clause, last.said, clauses);
    const doubts = said.map((one) => {
      // What is said again is no surer than what was said first.
      const repeated = one.hit.cue.signal === 'same' ? last.doubt : undefined;
      return doubtOf(one, said, clause, clauses) ?? repeated;
    });
    said.forEach((one, i) => {
      if (clause.unclaimed) return;
      const cue = rangeOf(clause, one.hit.from, one.hit.to);
      for (const mention of one.list.mentions)
        claims.push({ ...claim(clause, one.says, mention, cue), doubt: doubts[i] });
    });
    claims.push(...readPossessives(clause));
    if (said.length > 0) last = { said, doubt: doubts.find((one) => one !== undefined) };
  }
  return claims;
}

interface Last {
  said: readonly Said[];
  doubt: string | undefined;
}

const nothing: Last = { said: [], doubt: undefined };

/** "The same may be said of X." at the start takes up the sentence before. */
const opensWithSame = (clause: Clause | undefined): boolean =>
  clause?.hits.some((hit) => hit.cue.signal === 'same' && hit.from <= 1) ?? false;

/** What a sentence says last, if its last clause says one thing. */
function lastSaid(clauses: readonly Clause[]): Last {
  let last = nothing;
  for (const clause of clauses) {
    const said = readClause(clause, last.said, clauses);
    if (clause.unclaimed) last = nothing;
    else if (said.length > 0 || clause.lists.length > 0)
      last = {
        said,
        doubt: said.map((one) => doubtOf(one, said, clause, clauses)).find((one) => one !== undefined),
      };
  }
  return new Set(last.said.map((one) => one.says)).size === 1 ? last : nothing;
}

export function claim(
  clause: Clause,
  says: SkillClaim['says'],
  mention: Mention,
  cue: { start: number; end: number },
): SkillClaim {
  const here = mention.start >= clause.sentence.start && mention.end <= clause.sentence.end;
  const start = here ? Math.min(mention.start, cue.start) : cue.start;
  const end = here ? Math.max(mention.end, cue.end) : cue.end;
  return { says, skill: mention.skill, mention, clause, from: 'sentence', cue, start, end, softened: false };
}

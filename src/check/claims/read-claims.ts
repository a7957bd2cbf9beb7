import { doubtOf } from './account-for.ts';
import type { SkillClaim } from './claim.ts';
import type { Clause, Mention } from './clause.ts';
import { readClause } from './read-clause.ts';
import { readPossessives } from './read-possessives.ts';
import { rangeOf, type Said } from './said.ts';

/** All that the clauses of one sentence say of skills. */
export function readClaims(clauses: readonly Clause[], before: readonly Clause[] = []): SkillClaim[] {
  const claims: SkillClaim[] = [];
  let last: readonly Said[] = opensWithSame(clauses[0]) ? lastSaid(before) : [];
  for (const clause of clauses) {
    const said = readClause(clause, last, clauses);
    for (const one of said) {
      if (clause.unclaimed) continue;
      const cue = rangeOf(clause, one.hit.from, one.hit.to);
      const doubt = doubtOf(one, said, clause, clauses);
      for (const mention of one.list.mentions)
        claims.push({ ...claim(clause, one.says, mention, cue), doubt });
    }
    claims.push(...readPossessives(clause));
    if (said.length > 0) last = said;
  }
  return claims;
}

/** "The same may be said of X." at the start takes up the sentence before. */
const opensWithSame = (clause: Clause | undefined): boolean =>
  clause?.hits.some((hit) => hit.cue.signal === 'same' && hit.from <= 1) ?? false;

/** What a sentence says last, if its last clause says one thing. */
function lastSaid(clauses: readonly Clause[]): readonly Said[] {
  let last: readonly Said[] = [];
  for (const clause of clauses) {
    const said = readClause(clause, last, clauses);
    last = clause.unclaimed ? [] : said.length > 0 || clause.lists.length > 0 ? said : last;
  }
  return new Set(last.map((one) => one.says)).size === 1 ? last : [];
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

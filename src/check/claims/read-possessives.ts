import { NOT_YET_NOUNS, POSSESSIVES, SKILL_NOUNS } from '../words/function-words.ts';
import type { SkillClaim } from './claim.ts';
import type { Clause, Mention } from './clause.ts';
import { findObject } from './find-object.ts';
import { claim } from './read-claims.ts';
import { rangeOf } from './said.ts';

/** "her Python", "your SAP skills", "your experience with X": presupposes that it is held. */
export function readPossessives(clause: Clause): SkillClaim[] {
  const claims: SkillClaim[] = [];
  if (clause.mood === 'conditional' || clause.unclaimed) return claims;
  for (const list of clause.lists) {
    const first = list.mentions[0] as Mention;
    let owner = first.at - 1;
    const adjective = clause.tokens[owner];
    if (
      adjective?.kind === 'word' &&
      /^(?:strong|existing|solid|current|good|present|advanced|intermediate|own|excellent|considerable|extensive|long|deep)$/.test(
        adjective.norm,
      )
    )
      owner -= 1;
    const token = clause.tokens[owner];
    if (!token || !POSSESSIVES.has(token.norm)) continue;
    const after = clause.tokens[first.at + 1];
    if (after && !followsHeld(after)) continue;
    claims.push(claim(clause, 'held', first, { start: token.start, end: token.end }));
  }
  for (const hit of clause.hits) {
    if (hit.cue.effect !== 'held' || !hit.cue.at.includes('object') || clause.mood === 'stated') continue;
    const owner = clause.tokens[hit.from - 1];
    if (
      !owner ||
      !POSSESSIVES.has(owner.norm) ||
      clause.hits.some((one) => one.cue.signal === 'future' && one.from < hit.from)
    )
      continue;
    const found = findObject(clause, hit);
    if (found)
      for (const mention of found.list.mentions)
        claims.push(claim(clause, 'held', mention, rangeOf(clause, hit.from - 1, hit.to)));
  }
  return claims;
}

function followsHeld(token: { kind: string; norm: string; text: string }): boolean {
  if (token.kind !== 'word') return token.text !== '-';
  if (NOT_YET_NOUNS.has(token.norm)) return false;
  return (
    SKILL_NOUNS.has(token.norm) ||
    /^(?:be|have|do|not|and|or|sit|stand|remain|will|would|can|come|while|at|give|make|help|exceed|meet|too|already|also|alone|already|into)$/.test(
      token.norm,
    )
  );
}

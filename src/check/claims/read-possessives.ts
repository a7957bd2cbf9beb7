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
  claims.push(...readRelatives(clause), ...readGiven(clause));
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

const TAKEN_UP =
  /^(?:pick|learn|use|know|have|acquire|master|bring|teach|practise|study|write|program|picked|acquired|studied)$/;

/** "The Linux you picked up at Mesa": a relative clause that presupposes that it is held. */
function readRelatives(clause: Clause): SkillClaim[] {
  return clause.lists.flatMap((list) => {
    const [article, pronoun, verb] = [list.from - 1, list.to, list.to + 1].map((at) => clause.tokens[at]);
    const [first] = list.mentions;
    if (!first || list.mentions.length > 1 || article?.norm !== 'the' || !pronoun || !verb) return [];
    const isCandidate =
      /^(?:she|he|you|they)$/.test(pronoun.norm) ||
      pronoun.term?.meanings.some(({ kind }) => kind === 'candidate');
    // Only what is past: "the Linux you learn in phase two" is to come.
    const isPast = verb.text.toLowerCase() !== verb.norm || /^(?:has|have|had)$/i.test(verb.text);
    if (!isCandidate || !isPast || !TAKEN_UP.test(verb.norm)) return [];
    const next = clause.tokens[list.to + 2];
    if (verb.norm === 'have' && /^(?:to|yet|not|never|no)$/.test(next?.norm ?? '')) return [];
    return [claim(clause, 'held', first, { start: pronoun.start, end: verb.end })];
  });
}

/** "That he has used Python before will help": what the subject clause says is given. */
function readGiven(clause: Clause): SkillClaim[] {
  const [that, who] = clause.tokens;
  if (that?.norm !== 'that' || that !== clause.sentence.tokens[0] || clause.mood === 'stated') return [];
  if (!/^(?:she|he|you|they)$/.test(who?.norm ?? '')) return [];
  const will = clause.hits.find(({ cue }) => cue.signal === 'future')?.from ?? 0;
  const hit = clause.hits.find(({ cue, from }) => cue.effect === 'held' && from === 2);
  if (!hit || clause.hits.some(({ cue, from }) => cue.signal === 'negation' && from < will)) return [];
  const found = findObject(clause, hit);
  if (!found || found.list.to > will) return [];
  return found.list.mentions.map((mention) =>
    claim(clause, 'held', mention, rangeOf(clause, hit.from, hit.to)),
  );
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

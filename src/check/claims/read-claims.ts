import {
  CARRIER_NOUNS,
  NOT_YET_NOUNS,
  OBJECT_GLUE,
  POSSESSIVES,
  SKILL_NOUNS,
} from '../words/function-words.ts';
import type { SkillClaim } from './claim.ts';
import type { Clause, Mention, SkillList } from './clause.ts';
import type { Attach, CueHit, Effect } from './cue.ts';
import { attach, objectOf } from './find-target.ts';
import { isDenied, isNegated, placeOf } from './read-negation.ts';

/** What the opposite of an effect says; undefined where "not" leaves it open. */
const opposite: Partial<Record<Effect, SkillClaim['says']>> = {
  held: 'lack',
  lack: 'held',
  gap: 'enough',
  enough: 'gap',
  asked: 'unasked',
  unasked: 'asked',
  core: 'not-core',
  preferred: 'not-preferred',
  emerging: 'not-emerging',
  train: 'untrained',
  planned: 'untrained',
  untrained: 'planned',
};

interface Said {
  says: SkillClaim['says'];
  effect: Effect;
  hit: CueHit;
  list: SkillList;
  attach: Attach;
}

/** All that the clauses of one sentence say of skills. */
export function readClaims(clauses: readonly Clause[]): SkillClaim[] {
  const claims: SkillClaim[] = [];
  let last: Said[] = [];
  for (const clause of clauses) {
    const said = readClause(clause, last, clauses);
    for (const { says, hit, list, effect } of said) {
      if (clause.unclaimed && !isTaken(effect)) continue;
      const cue = rangeOf(clause, hit.from, hit.to);
      for (const mention of list.mentions) claims.push(claim(clause, says, mention, cue));
    }
    claims.push(...readPossessives(clause));
    if (said.length > 0) last = said;
  }
  return claims;
}

/** Whether a claim stands although its sentence is taken back: what is presupposed is. */
function isTaken(_effect: Effect): boolean {
  return false;
}

function claim(
  clause: Clause,
  says: SkillClaim['says'],
  mention: Mention,
  cue: { start: number; end: number },
): SkillClaim {
  const here = mention.start >= clause.sentence.start && mention.end <= clause.sentence.end;
  const start = here ? Math.min(mention.start, cue.start) : cue.start;
  const end = here ? Math.max(mention.end, cue.end) : cue.end;
  return { says, skill: mention.skill, mention, clause, from: 'sentence', cue, start, end };
}

function rangeOf(clause: Clause, from: number, to: number): { start: number; end: number } {
  return { start: clause.tokens[from]?.start ?? clause.start, end: clause.tokens[to - 1]?.end ?? clause.end };
}

function readClause(clause: Clause, before: readonly Said[], clauses: readonly Clause[]): Said[] {
  const said: Said[] = [];
  const { hits } = clause;
  hits.forEach((hit, at) => {
    if (hit.cue.signal === 'same') said.push(...repeat(clause, hit, said.length > 0 ? said : before));
    const effect = effectOf(clause, hit);
    if (!effect) return;
    if (
      clause.mood !== 'stated' &&
      !hit.cue.anyMood &&
      !isTier(effect) &&
      !(effect === 'lack' || effect === 'gap')
    )
      return;
    if (clause.mood === 'conditional' && !isTier(effect) && effect !== 'train') return;
    if (isGoverned(clause, at)) return;
    const found = attach(clause, hit);
    if (!found) return;
    if (excepted(clause, found.list)) return;
    const negated =
      (hit.negated !==
        (isNegated(clause, at, placeOf(clause, hit, found)) !==
          isDenied(clauses, clause, hit, found.list))) !==
      (found.attach === 'object' &&
        found.list.from > hit.to &&
        clause.tokens[found.list.from - 1]?.norm === 'no');
    let says: SkillClaim['says'] | undefined = effect;
    if (negated) says = opposite[effect];
    if (says === undefined) return;
    // What will no longer be a gap is one today: a denial in the future grants nothing.
    if (clause.mood !== 'stated' && negated && (says === 'held' || says === 'enough')) return;
    if (
      (effect === 'held' || effect === 'lack' || effect === 'enough') &&
      found.attach === 'object' &&
      ownerOf(clause, hit) === 'other'
    )
      return;
    if (effect === 'asked' && found.attach === 'object') {
      const owner = ownerOf(clause, hit);
      const named = hit.cue.at.includes('subject');
      const wish = clause.tokens.slice(hit.from, hit.to).some((token) => /^(?:need|want)$/.test(token.norm));
      if (!named && owner !== 'other' && (owner === 'candidate' || wish || hit.from === 0)) return;
    }
    said.push({ says, effect, hit, list: found.list, attach: found.attach });
  });
  return said;
}

/** "Fully in place" is more than held. */
export function effectOf(clause: Clause, hit: CueHit): Effect | undefined {
  const { effect } = hit.cue;
  if (effect !== 'held') return effect;
  const words = clause.tokens.slice(Math.max(0, hit.from - 1), hit.to);
  return words.some((token) => /^(?:fully|completely|entirely|wholly)$/.test(token.norm)) ? 'enough' : effect;
}

/** "A lack of experience in X": the noun that the first cue governs says nothing of its own. */
function isGoverned(clause: Clause, at: number): boolean {
  const hit = clause.hits[at] as CueHit;
  const before = clause.hits[at - 1];
  if (!before?.cue.effect || (hit.cue.effect !== 'held' && hit.cue.effect !== 'strong')) return false;
  if (!CARRIER_NOUNS.has(clause.tokens[hit.to - 2]?.norm ?? '') || !before.cue.at.includes('object'))
    return false;
  return (
    hit.from - before.to <= 3 &&
    clause.tokens.slice(before.to, hit.from).every((token) => OBJECT_GLUE.has(token.norm))
  );
}

/** "All but X are missing": X is what the predicate leaves out. */
function excepted(clause: Clause, list: SkillList): boolean {
  return clause.hits.some(
    (hit) => hit.cue.signal === 'all-but' && hit.to <= list.from && list.from - hit.to <= 2,
  );
}

const isTier = (effect: Effect): boolean =>
  effect === 'core' ||
  effect === 'preferred' ||
  effect === 'emerging' ||
  effect === 'asked' ||
  effect === 'unasked';

/** "The same holds for X": says of X what was said last. */
function repeat(clause: Clause, hit: CueHit, last: readonly Said[]): Said[] {
  const next = clause.lists.find((list) => list.from >= hit.to);
  const pronoun = clause.tokens
    .slice(hit.to, next?.from ?? hit.to + 3)
    .some((token) => /^(?:she|he|they|you|candidate|it)$/.test(token.norm));
  if (pronoun) return [];
  const list =
    next && next.from - hit.to <= 4
      ? next
      : (clause.lists.findLast((one) => one.to <= hit.from) ?? clause.topic);
  if (!list) return [];
  const latest = last.at(-1)?.hit;
  return last
    .filter((one) => one.hit === latest && !isTier(one.effect))
    .map((one) => ({ ...one, list, hit }));
}

/** Whose the predicate is: the nearest word before it that names the candidate or someone else. */
function ownerOf(clause: Clause, hit: CueHit): 'candidate' | 'other' | 'unknown' {
  for (let i = hit.from - 1; i >= 0; i -= 1) {
    const token = clause.tokens[i];
    if (token?.term?.meanings.some((meaning) => meaning.kind === 'candidate')) return 'candidate';
    if (
      token?.term?.meanings.some(
        (meaning) =>
          meaning.kind === 'resource' ||
          meaning.kind === 'role' ||
          meaning.kind === 'phase' ||
          meaning.kind === 'provider',
      )
    )
      return 'other';
    const signal = clause.hits.find((one) => one.from <= i && one.to > i)?.cue.signal;
    if (signal === 'candidate') return 'candidate';
    if (signal === 'other') return 'other';
  }
  return 'unknown';
}

/** "her Python", "your SAP skills", "your experience with X": presupposes that it is held. */
function readPossessives(clause: Clause): SkillClaim[] {
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
    const found = objectOf(clause, hit);
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

import { CARRIER_NOUNS, OBJECT_GLUE } from '../words/function-words.ts';
import { GRADED } from '../words/operators.ts';
import type { SkillClaim } from './claim.ts';
import type { Clause } from './clause.ts';
import type { CueHit, Effect } from './cue.ts';
import { findOwner } from './find-owner.ts';
import { findTarget, placeOf } from './find-target.ts';
import { excepted, isException, isQuoted } from './left-out.ts';
import { readEllipsis } from './read-ellipsis.ts';
import { readFragment } from './read-fragment.ts';
import { isDenied, readNegation } from './read-negation.ts';
import { isTier, opposite, type Said } from './said.ts';

export function readClause(clause: Clause, before: readonly Said[], clauses: readonly Clause[]): Said[] {
  const said: Said[] = readFragment(clause);
  if (said.length > 0) return said;
  const { hits } = clause;
  hits.forEach((longest, at) => {
    const hit = attachable(clause, longest);
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
    if (isQuoted(clause, hit) || isException(clauses, clause) || isAuxiliary(clause, hit)) return;
    if (clause.mood === 'conditional' && (effect === 'asked' || !isTier(effect)) && effect !== 'train')
      return;
    if (effect === 'asked' && isPossible(clause, hit)) return;
    if ((effect === 'asked' || effect === 'unasked') && isRelative(clause, hit)) return;
    if (isTier(effect) && isCompared(clause, hit)) return;
    if ((effect === 'asked' || effect === 'unasked') && isPartOfMarket(clause, hit)) return;
    if (isPast(clauses, clause, effect)) return;
    if (isGoverned(clause, at)) return;
    const found = findTarget(clause, hit);
    if (!found) return;
    if (excepted(clause, found.list)) return;
    const negation = readNegation(clause, at, placeOf(clause, hit, found));
    const negated =
      ((hit.negated !== (negation.negated !== isDenied(clauses, clause, hit, found.list))) !==
        (found.attach === 'object' &&
          found.list.from > hit.to &&
          /^(?:no|neither)$/.test(clause.tokens[found.list.from - 1]?.norm ?? ''))) !==
      // "You have neither."
      (found.attach === 'object' &&
        (!clause.lists.includes(found.list) || found.list.to <= hit.from) &&
        /^(?:neither|none|nothing)$/.test(clause.tokens[hit.to]?.norm ?? ''));
    let says: SkillClaim['says'] | undefined = effect;
    if (negated) says = isGraded(clause, hit) ? 'gap' : opposite[effect];
    // "It is not X that is missing": what is denied is the choice.
    if (negated && isCleft(clause)) return;
    // "Does not exceed what is wanted" may still meet it.
    if (negated && effect === 'enough' && isMoreThanEnough(clause, hit)) return;
    if (says === undefined) return;
    // What will no longer be a gap is one today: a denial in the future grants nothing.
    if (clause.mood !== 'stated' && negated && (says === 'held' || says === 'enough')) return;
    if (
      (effect === 'held' || effect === 'lack' || effect === 'enough') &&
      found.attach === 'object' &&
      findOwner(clause, hit) === 'other'
    )
      return;
    if (effect === 'asked' && found.attach === 'object') {
      const owner = findOwner(clause, hit);
      // A candidate does not ask; "they" are the employers.
      const named =
        hit.cue.at.includes('subject') ||
        (clause.tokens[hit.from - 1]?.norm === 'they' &&
          !/^(?:need|want)$/.test(clause.tokens[hit.from]?.norm ?? ''));
      const wish = clause.tokens.slice(hit.from, hit.to).some((token) => /^(?:need|want)$/.test(token.norm));
      if (!named && owner !== 'other' && (owner === 'candidate' || wish || hit.from === 0)) return;
    }
    said.push({ says, effect, hit, list: found.list, attach: found.attach, by: negation.by });
  });
  return said.length > 0 ? said : readEllipsis(clause, before);
}

/** The longest phrase that finds a list to speak of. */
function attachable(clause: Clause, hit: CueHit): CueHit {
  if (!hit.cue.effect) return hit;
  let one: CueHit | undefined = hit;
  while (one) {
    if (one.cue.effect && findTarget(clause, one)) return one;
    one = one.shorter;
  }
  return hit;
}

/** "Not yet fluent in X": what is denied is a degree, not that there is any. */
const isGraded = (clause: Clause, hit: CueHit): boolean =>
  hit.cue.effect === 'held' && clause.tokens.slice(hit.from, hit.to).some((token) => GRADED.has(token.norm));

/** "Below what is asked": the phrase names a level, not a skill. */
const isRelative = (clause: Clause, hit: CueHit): boolean =>
  /^(?:what|than|as|how)$/.test(clause.tokens[hit.from - 1]?.norm ?? '') ||
  (/^(?:what|than)$/.test(clause.opener) && hit.from <= 1);

/** "X is something you have only read about": "have" goes on to another verb. */
const isAuxiliary = (clause: Clause, hit: CueHit): boolean => {
  const next = clause.tokens[hit.to];
  // "Excel and Payroll": the tool, not the verb.
  if (hit.to - hit.from === 1 && clause.tokens[hit.from]?.text === 'excel')
    return /^(?:and|or|,|&)$/.test(next?.norm ?? '') || clause.tokens[hit.from - 1]?.text === ',';
  return (
    hit.to - hit.from > 2 &&
    clause.tokens[hit.to - 1]?.norm === 'have' &&
    next?.kind === 'word' &&
    !/^(?:at|in|on|already|today|now|too|and|but|well|to|for|with|from|since|as|while|whereas|because|either)$/.test(
      next.norm,
    )
  );
};

/** "More than two of the core skills", "more often than X without being core": a measure, or said of what is compared. */
const isCompared = (clause: Clause, hit: CueHit): boolean =>
  clause.opener === 'than' ||
  clause.tokens.slice(Math.max(0, hit.from - 4), hit.from).some((token) => token.norm === 'than') ||
  (clause.nested && /^(?:more|less|fewer)(?: |$)/.test(clause.tokens[0]?.norm ?? ''));

/** "Some employers do not ask for it", "not every posting asks": what some do says nothing of the role. */
function isPartOfMarket(clause: Clause, hit: CueHit): boolean {
  const before = clause.tokens.slice(0, hit.to);
  const market = before.findIndex((token) => MARKET.test(token.norm));
  if (market < 0) return false;
  return (
    before
      .slice(Math.max(0, market - 5), market)
      .some(
        (token) =>
          token.figure ||
          /^(?:some|few|fewer|many|most|half|third|quarter|several|certain|other|every|all|majority|minority|share|handful)$/.test(
            token.norm,
          ),
      ) &&
    (hit.negated ||
      clause.hits.some((one) => one.cue.signal === 'negation' && one.from < hit.to) ||
      /^(?:not|few|fewer|hardly)$/.test(before[0]?.norm ?? '') ||
      hit.cue.effect === 'unasked')
  );
}

const MARKET =
  /^(?:employer|posting|advert|company|firm|job|post|vacancy|recruiter|school|hospital|airline|agency|client|organisation|organization|business)$/;

/** "May ask for it one day". */
const isPossible = (clause: Clause, hit: CueHit): boolean =>
  clause.tokens
    .slice(Math.max(0, hit.from - 4), hit.from)
    .some((token) => /^(?:may|might|could|would)$/.test(token.norm));

/** "When she began, X was a gap", "two years ago she had no X": what was is no claim of today. */
function isPast(clauses: readonly Clause[], clause: Clause, effect: Effect): boolean {
  if (effect !== 'lack' && effect !== 'gap' && effect !== 'partial') return false;
  if (
    !clause.tokens.some((token) =>
      /^(?:was|were|had|did|lacked|didn't|wasn't|hadn't|used)$/i.test(token.text),
    )
  )
    return false;
  const first = clauses[0];
  return (
    (first !== undefined && first !== clause && first.mood === 'conditional') ||
    clause.sentence.tokens.some(
      (token, at, all) =>
        /^(?:ago|initially|originally|formerly|previously|then)$/.test(token.norm) ||
        (token.norm === 'used' && all[at + 1]?.norm === 'to') ||
        (token.norm === 'at' && /^(?:first|time)$/.test(all[at + 1]?.norm ?? '')) ||
        /^(?:19|20)\d\d$/.test(token.text),
    )
  );
}

const isCleft = (clause: Clause): boolean =>
  clause.tokens[0]?.norm === 'it' &&
  clause.tokens[1]?.norm === 'be' &&
  clause.tokens[2]?.norm === 'not' &&
  (clause.lists[0]?.from ?? 9) <= 4;

const isMoreThanEnough = (clause: Clause, hit: CueHit): boolean =>
  clause.tokens
    .slice(hit.from, hit.to)
    .some((token) =>
      /^(?:exceed|surpass|what|all|everything|above|beyond|spare|more|full|stronger|bonus)$/.test(token.norm),
    );

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

import {
  CARRIER_NOUNS,
  LEVEL_WORDS,
  LINK,
  NOT_YET_NOUNS,
  OBJECT_GLUE,
  OPENING_VERBS,
  OTHER_PEOPLE,
  POSSESSIVES,
  PREPOSITIONS,
  PRONOUNS,
  SKILL_NOUNS,
} from '../words/function-words.ts';
import type { SkillClaim } from './claim.ts';
import type { Clause, Mention, SkillList } from './clause.ts';
import type { Attach, CueHit, Effect } from './cue.ts';

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
export function readClaims(clauses: readonly Clause[], before: readonly Clause[] = []): SkillClaim[] {
  const claims: SkillClaim[] = [];
  let last: readonly Said[] = opensWithSame(clauses[0]) ? lastSaid(before) : [];
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
  return { says, skill: mention.skill, mention, clause, from: 'sentence', cue, start, end, softened: false };
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
    if (isQuoted(clause, hit) || isException(clauses, clause)) return;
    if (clause.mood === 'conditional' && (effect === 'asked' || !isTier(effect)) && effect !== 'train')
      return;
    if (effect === 'asked' && isPossible(clause, hit)) return;
    if ((effect === 'asked' || effect === 'unasked') && isRelative(clause, hit)) return;
    if ((effect === 'asked' || effect === 'unasked') && isPartOfMarket(clause, hit)) return;
    if (isPast(clauses, clause, effect)) return;
    if (isGoverned(clause, at)) return;
    const found = attach(clause, hit);
    if (!found) return;
    if (excepted(clause, found.list)) return;
    const negated =
      ((hit.negated !==
        (isNegated(clause, at, placeOf(clause, hit, found)) !==
          isDenied(clauses, clause, hit, found.list))) !==
        (found.attach === 'object' &&
          found.list.from > hit.to &&
          /^(?:no|neither)$/.test(clause.tokens[found.list.from - 1]?.norm ?? ''))) !==
      // "You have neither."
      (found.attach === 'object' &&
        !clause.lists.includes(found.list) &&
        /^(?:neither|none)$/.test(clause.tokens[hit.to]?.norm ?? ''));
    let says: SkillClaim['says'] | undefined = effect;
    if (negated) says = opposite[effect];
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

/** "Below what is asked": the phrase names a level, not a skill. */
const isRelative = (clause: Clause, hit: CueHit): boolean =>
  /^(?:what|than|as|how)$/.test(clause.tokens[hit.from - 1]?.norm ?? '') ||
  (/^(?:what|than)$/.test(clause.opener) && hit.from <= 1);

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

/** "The advert reads "strong in X"": words of someone else. */
function isQuoted(clause: Clause, hit: CueHit): boolean {
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
  return (
    before !== undefined &&
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
    .some((token) => /^(?:exceed|surpass|above|beyond|spare|more|full|stronger|bonus)$/.test(token.norm));

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

/** "Neither A nor B, both of which ..., calls for work": the negation stands with the subject, clauses before. */
function isDenied(clauses: readonly Clause[], clause: Clause, hit: CueHit, list: SkillList): boolean {
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

interface Attached {
  list: SkillList;
  attach: Attach;
}

function attach(clause: Clause, hit: CueHit): Attached | undefined {
  let best: (Attached & { distance: number }) | undefined;
  if (isLevelTalk(clause, hit)) return undefined;
  // "Without X nobody ...": the list stands inside the phrase.
  const inner = clause.lists.find((list) => list.from >= hit.from && list.to <= hit.to);
  if (inner) return { list: inner, attach: 'object' };
  for (const how of hit.cue.at) {
    const found =
      how === 'object'
        ? objectOf(clause, hit)
        : how === 'direct'
          ? directOf(clause, hit)
          : how === 'noun'
            ? nounOf(clause, hit)
            : subjectOf(clause, hit);
    if (found && (!best || found.distance < best.distance)) best = { ...found, attach: how };
  }
  return best;
}

interface Near {
  list: SkillList;
  distance: number;
}

function objectOf(clause: Clause, hit: CueHit): Near | undefined {
  const list = clause.lists.find((one) => one.from >= hit.to);
  if (list && glued(clause, hit.to, list.from, 2))
    return { list: untilOther(clause, list), distance: list.from - hit.to };
  const front = clause.lists[0];
  if (!list && front && isFrontedObject(clause, front, hit)) return { list: front, distance: 2 };
  const next = clause.tokens[hit.to];
  const after = clause.tokens.slice(hit.to, hit.to + 4).find((token) => PRONOUNS.has(token.norm));
  if (clause.topic && next && (after === next || (after && OBJECT_GLUE.has(next.norm))))
    return { list: clause.topic, distance: 1 };
  return undefined;
}

/** "X she lacks", "X the candidate already has". */
function isFrontedObject(clause: Clause, list: SkillList, hit: CueHit): boolean {
  if (list.from > 1 || hit.from - list.to > 4 || hit.from <= list.to) return false;
  const end = clause.tokens[hit.to];
  if (
    end &&
    end.kind === 'word' &&
    !/^(?:at|already|today|now|well|daily|too|in|on|with|but|as|alone|and)$/.test(end.norm)
  )
    return false;
  const between = clause.tokens.slice(list.to, hit.from);
  const subject = between[0]?.norm === 'the' ? between[1] : between[0];
  return (
    (/^(?:she|he|you|i|candidate)$/.test(subject?.norm ?? '') ||
      (subject?.term?.meanings.some((one) => one.kind === 'candidate') ?? false)) &&
    between.every((token) => token === subject || OPENING_VERBS.has(token.norm) || token.norm === 'the')
  );
}

function directOf(clause: Clause, hit: CueHit): Near | undefined {
  const list = clause.lists.find((one) => one.from >= hit.to);
  if (!list || list.from !== hit.to) return undefined;
  return { list, distance: 0 };
}

/** Whether only glue, and at most `strange` other words that are no verbs of ours, stands between. */
function glued(clause: Clause, from: number, to: number, strange: number): boolean {
  let others = 0;
  for (let i = from; i < to; i += 1) {
    const token = clause.tokens[i];
    if (!token) return false;
    if (token.norm === 'been') return false;
    // A comma may part an unknown member of a list, not one clause from the next.
    if (
      token.text === ',' &&
      !clause.tokens[i - 1]?.figure &&
      !clause.tokens
        .slice(from - 1, i)
        .some((one) => /^(?:like|such|include|including|:|as|in|with)$/.test(one.norm))
    )
      return false;
    if (token.kind === 'figure' || OBJECT_GLUE.has(token.norm) || token.norm in LEVEL_WORDS) continue;
    if (/^(?:no|neither)$/.test(token.norm) && i === to - 1) continue;
    if (token.kind === 'sign' || PRONOUNS.has(token.norm)) return false;
    others += 1;
  }
  if (others > strange) return false;
  return !clause.hits.some(
    (one) =>
      one.from >= from &&
      one.to <= to &&
      one.cue.effect &&
      one.cue.effect !== 'core' &&
      one.cue.effect !== 'preferred' &&
      one.cue.effect !== 'emerging' &&
      one.cue.effect !== 'held' &&
      one.cue.effect !== 'strong',
  );
}

/** A list that goes on after a comma may belong to what comes next ("She has A, and B is missing"). */
function untilOther(clause: Clause, list: SkillList): SkillList {
  const verb = clause.hits.find(
    (hit) => hit.from >= list.to && hit.from - list.to <= 1 && hit.cue.at.includes('subject'),
  );
  const last = list.mentions.at(-1);
  const before = list.mentions.at(-2);
  if (!verb || !last || !before) return list;
  const between = clause.tokens
    .slice(before.at + 1, last.at)
    .map((token) => token.norm)
    .join(' ');
  return /, (?:and|but)/.test(between) && list.mentions.length === 2
    ? { ...list, to: before.at + 1, mentions: [before] }
    : list;
}

/** The list linked by "is", a comma or nothing to a noun cue, on either side. */
function nounOf(clause: Clause, hit: CueHit): Near | undefined {
  const left = clause.lists.findLast((list) => list.to <= hit.from);
  const right = clause.lists.find((list) => list.from >= hit.to);
  const linkFrom = left ? afterAside(clause, left.to, hit.from) : 0;
  if (left && linked(clause, linkFrom, hit.from) && isCopular(clause, linkFrom, hit.from))
    return { list: left, distance: hit.from - left.to };
  if (right && membership(clause, hit.to, right.from))
    return { list: right, distance: right.from - hit.to + 1 };
  if (
    !left &&
    !right &&
    clause.topic &&
    hit.from <= 6 &&
    startsWithoutSubject(clause) &&
    linked(clause, 0, hit.from)
  )
    return { list: clause.topic, distance: 9 };
  return undefined;
}

/** A verb or a comma links a list to the noun after it; "and in the" does not. */
function isCopular(clause: Clause, from: number, to: number): boolean {
  if (from === to) return true;
  const between = clause.tokens.slice(from, to).map((token) => token.norm);
  if (
    between.some((word) =>
      /^(?:be|remain|stand|count|become|represent|constitute|form|make|anchor)$/.test(word),
    )
  )
    return true;
  if (between.some((word) => /^(?:and|in|of|for|to|on|with)$/.test(word))) return between[0] === 'as';
  return between[0] === ',' || between[0] === 'as';
}

function linked(clause: Clause, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    const token = clause.tokens[i];
    if (!token) return false;
    if (LINK.has(token.norm) || token.norm in LEVEL_WORDS || PRONOUNS.has(token.norm)) continue;
    if (token.figure || (/^(?:at|with|by)$/.test(token.norm) && clause.tokens[i + 1]?.figure)) continue;
    if (
      clause.hits.some(
        (hit) => hit.from <= i && hit.to > i && hit.cue.signal !== 'other' && hit.cue.signal !== 'candidate',
      )
    )
      continue;
    if (SKILL_NOUNS.has(token.norm) && i === from) continue;
    return false;
  }
  return true;
}

/** "gaps are A", "gaps include A", "gaps such as A", "gaps in areas like A", "core: A". */
function membership(clause: Clause, from: number, to: number): boolean {
  if (to - from > 9) return false;
  let bound = from === to;
  let open = false;
  let unknown = 0;
  for (let i = from; i < to; i += 1) {
    const token = clause.tokens[i];
    if (!token) return false;
    if (
      /^(?:be|include|such|like|in|:|comprise|namely|remain|contain|consist|lie|start|begin)$/.test(
        token.norm,
      )
    ) {
      bound = true;
      open = token.norm === 'like' || token.norm === 'include' || token.norm === 'such' || token.norm === ':';
    }
    // A first member that no one knows ("trends like AI, Machine Learning").
    else if (open && token.kind === 'word' && clause.tokens[to - 1]?.text === ',' && unknown < 3)
      unknown += 1;
    else if (
      !OBJECT_GLUE.has(token.norm) &&
      !token.term?.meanings.some((one) => one.kind === 'candidate') &&
      token.norm !== ',' &&
      !clause.hits.some((hit) => hit.from <= i && hit.to > i && hit.cue.signal !== undefined) &&
      token.kind !== 'figure'
    ) {
      if (!/^(?:identified|for|the|role|that|candidate|job|report|here|this|listed|found)$/.test(token.norm))
        return false;
    }
  }
  return bound;
}

const startsWithoutSubject = (clause: Clause): boolean => {
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

/** The list before a predicate. */
function subjectOf(clause: Clause, hit: CueHit): Near | undefined {
  const list = clause.lists.findLast((one) => one.to <= hit.from);
  // "Partly met, A and B": the list comes after.
  const next = clause.lists[0];
  if (
    !list &&
    hit.from <= 1 &&
    next?.from === hit.to + 1 &&
    /^(?:,|be)$/.test(clause.tokens[hit.to]?.norm ?? '')
  )
    return { list: next, distance: 1 };
  if (
    !list &&
    clause.tokens
      .slice(hit.to, hit.to + 4)
      .some((token) => /^(?:rest|other|others|remainder)$/.test(token.norm))
  )
    return undefined;
  if (!list) {
    const after = listAfterCount(clause, hit);
    if (after) return { list: after, distance: 5 };
    if (!clause.topic) return undefined;
    // "Nothing has to be done": "nothing" is the subject.
    if (
      clause.tokens[0]?.norm === 'nothing' &&
      /^(?:be|have|need|remain)$/.test(clause.tokens[1]?.norm ?? '')
    )
      return undefined;
    if (resumes(clause, hit)) return { list: clause.topic, distance: 9 };
    if (!(startsWithoutSubject(clause) || clause.opener === ':')) return undefined;
    return reaches(clause, 0, hit.from, 7) ? { list: clause.topic, distance: 9 } : undefined;
  }
  if (isFronted(clause, list))
    return hit.from - list.to <= 12 ? { list, distance: hit.from - list.to } : undefined;
  const all = unionBefore(clause, hit, list);
  if (all) return { list: all, distance: 3 };
  if (!reaches(clause, afterAside(clause, list.to, hit.from), hit.from, 4)) return undefined;
  if (
    isObject(clause, list) &&
    !clause.tokens.slice(hit.from, hit.to).some((token) => token.norm === 'learn')
  )
    return undefined;
  return { list: restrict(clause, list, hit), distance: hit.from - list.to };
}

/** "Three skills are met, A, B and C": the list follows what is said of their number. */
function listAfterCount(clause: Clause, hit: CueHit): SkillList | undefined {
  const next = clause.lists[0];
  if (!next || next.from - hit.to !== 1 || clause.tokens[hit.to]?.text !== ',') return undefined;
  if (clause.tokens[next.to]?.norm === 'be') return undefined;
  return clause.tokens
    .slice(0, hit.from)
    .some((token) => token.figure?.unit === 'count' || token.norm === 'skill')
    ? next
    : undefined;
}

/** "A, B and C are advanced, and all of these are asked for": the pronoun takes up every list before it. */
function unionBefore(clause: Clause, hit: CueHit, last: SkillList): SkillList | undefined {
  const at = clause.tokens.findIndex(
    (token, i) =>
      i >= last.to &&
      i < hit.from &&
      /^(?:all|none|both|each|neither)$/.test(token.norm) &&
      clause.tokens[i + 1]?.norm === 'of',
  );
  if (at < 0) return undefined;
  const lists = clause.lists.filter((list) => list.to <= at);
  return { from: -1, to: -1, mentions: lists.flatMap((list) => list.mentions) };
}

/** Where the predicate goes on after an aside ("A and B, the second and third on the list, are missing"). */
function afterAside(clause: Clause, from: number, to: number): number {
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

/** "X, <an aside>, remains short": a predicate right after a comma goes back to the subject. */
function resumes(clause: Clause, hit: CueHit): boolean {
  if (!/^(?:which|who|where|of which|while|though|although|whose|in which|)$/.test(clause.opener))
    return false;
  let i = hit.from - 1;
  while (i > 0 && OPENING_VERBS.has(clause.tokens[i]?.norm ?? '') && clause.tokens[i]?.text !== ',') i -= 1;
  return clause.tokens[i]?.text === ',' && i > 0;
}

/** "When it comes to X, what she knows is enough": X is what the sentence is about. */
function isFronted(clause: Clause, list: SkillList): boolean {
  const next = clause.tokens[list.to];
  const pronoun =
    /^(?:she|he|they|you)$/.test(next?.norm ?? '') ||
    next?.term?.meanings.some((one) => one.kind === 'candidate');
  if (list.from > 5 || !(next?.text === ',' || pronoun)) return false;
  const before = clause.tokens
    .slice(0, list.from)
    .map((token) => token.norm)
    .join(' ');
  return /^(?:when it come to|as for|as to|as regards|regarding|concerning|with|in|on|for|with regard to|with respect to|in the case of|in term of|in terms of)(?: the| her| his| your)?$/.test(
    before,
  );
}

/** Between subject and predicate: link words, a few others, and no new subject after a comma or "and". */
function reaches(clause: Clause, from: number, to: number, strange: number): boolean {
  let others = 0;
  let joined = false;
  for (let i = from; i < to; i += 1) {
    const token = clause.tokens[i];
    if (!token) return false;
    if (token.norm === 'and' || token.norm === ',') joined = true;
    // "X is the exception, and all three others are missing": a new subject.
    if (
      clause.tokens[i - 1]?.norm === 'and' &&
      (token.figure ||
        /^(?:the|a|an|all|both|these|those|her|his|your|their|its|every|each|some|most)$/.test(token.norm))
    )
      return false;
    if (
      LINK.has(token.norm) ||
      token.kind === 'figure' ||
      token.norm in LEVEL_WORDS ||
      PRONOUNS.has(token.norm)
    )
      continue;
    if (
      clause.hits.some(
        (hit) =>
          hit.from <= i &&
          hit.to > i &&
          (hit.cue.effect || hit.cue.signal === 'negation' || hit.cue.signal === 'same'),
      )
    )
      continue;
    if (joined && !SKILL_NOUNS.has(token.norm)) others += 2;
    else others += 1;
  }
  return others <= strange;
}

/** "Beginner level is enough", "held at Beginner in the role": speaks of the level asked for. */
function isLevelTalk(clause: Clause, hit: CueHit): boolean {
  const words = clause.tokens.slice(hit.from, hit.to).map((token) => token.norm);
  const before = clause.tokens.slice(Math.max(0, hit.from - 3), hit.from).map((token) => token.norm);
  if (
    hit.cue.effect === 'enough' &&
    before.some((word) => word === 'level' || word === 'grasp' || word in LEVEL_WORDS)
  )
    return before.includes(',') || !before.includes('hold');
  if (hit.cue.effect === 'held' && words.some((word) => word in LEVEL_WORDS))
    return clause.tokens.some((token) =>
      /^(?:role|market|job|employer|posting|want|ask|require|expect|seek)$/.test(token.norm),
    );
  return false;
}

/** "Working with Python is fun": a list behind a preposition is no subject, unless a noun carries it. */
function isObject(clause: Clause, list: SkillList): boolean {
  let i = list.from - 1;
  while (i >= 0 && /^(?:the|a|an|her|his|your|their|both|and)$/.test(clause.tokens[i]?.norm ?? '')) i -= 1;
  const before = clause.tokens[i];
  if (!before || !PREPOSITIONS.has(before.norm)) return false;
  if (i === 0) return false;
  return !CARRIER_NOUNS.has(clause.tokens[i - 1]?.norm ?? '');
}

/** "She has A, and B is missing": a verb in the singular speaks of the last member alone. */
function restrict(clause: Clause, list: SkillList, hit: CueHit): SkillList {
  const last = list.mentions.at(-1);
  const before = list.mentions.at(-2);
  if (!last || !before || list.mentions.length !== 2) return list;
  const claimed = clause.hits.some(
    (one) => one.to <= list.from && one.cue.effect && one.cue.at.includes('object') && list.from - one.to < 4,
  );
  const verb = clause.tokens
    .slice(list.to, hit.to)
    .find((token) => /^(?:is|has|needs|requires|was|remains|falls|does)$/.test(token.text));
  const between = clause.tokens
    .slice(before.at + 1, last.at)
    .map((token) => token.norm)
    .join(' ');
  return claimed && verb && /, (?:and|but)/.test(between)
    ? { from: last.at, to: list.to, mentions: [last] }
    : list;
}

/** Where the list stands that a cue speaks of; one of an earlier clause stands before it, or is a pronoun after it. */
function placeOf(clause: Clause, hit: CueHit, found: Attached): { from: number; to: number } {
  if (
    clause.lists.some((list) => list.from === found.list.from && list.mentions[0] === found.list.mentions[0])
  )
    return found.list;
  return found.attach === 'object' ? { from: hit.to, to: hit.to } : { from: -1, to: -1 };
}

/** Whether a negation governs the cue. One before the subject does only as "neither", "no" or "none of". */
export function isNegated(clause: Clause, at: number, list: { from: number; to: number }): boolean {
  const hit = clause.hits[at] as CueHit;
  let negated = false;
  for (let i = at - 1; i >= 0; i -= 1) {
    const before = clause.hits[i] as CueHit;
    // "has been given": the auxiliary is no predicate of its own.
    if (before.cue.effect === 'held' && before.to === (clause.hits[i + 1] as CueHit).from) continue;
    if (before.cue.effect && !before.negated) {
      if (list.to <= before.from || list.from > before.from) return negated;
    } else if (before.cue.effect) return negated;
    const word = clause.tokens[before.from]?.norm ?? '';
    const denies =
      before.cue.signal === 'negation' || (before.cue.signal === 'same' && /^(?:nor|neither)$/.test(word));
    if (!denies || (before.from >= list.from && before.to <= list.to)) continue;
    const beforeSubject = list.to <= hit.from && before.from < list.from;
    if (beforeSubject && !/^(?:neither|no|none|not|nor|nothing)$/.test(word)) continue;
    if (beforeSubject && word === 'not' && list.from - before.to > 2) continue;
    // "An airline with no meteorology department expects it": the denial stays within its phrase.
    if (clause.tokens[before.from - 1]?.norm === 'with' && hit.from - before.to > 1) continue;
    const reach = /^(?:no|none|nobody)$/.test(word) && before.from <= 1 ? 8 : 3;
    if (list.from >= hit.to && hit.from - before.to > reach && word !== 'neither') continue;
    // "Neither A nor B" denies once.
    if ((word === 'nor' || word === 'neither') && negated) continue;
    negated = !negated;
  }
  return negated;
}

const QUANTITIES =
  /^(?:few|fewer|many|most|some|other|several|no|any|every|each|all|typical|average|another|rival|various|competing|half|plenty|ideal|perfect|successful|right|strongest|best|model|dream|million|thousand|hundred)$/;

/** "Most applicants", "a colleague": someone else, though the word may mean the candidate elsewhere. */
function isOthers(clause: Clause, at: number): boolean {
  const before = clause.tokens.slice(Math.max(0, at - 3), at);
  const plural = /^(?:candidate|applicant)s$/i.test(clause.tokens[at]?.text ?? '');
  return plural || before.some((token) => QUANTITIES.test(token.norm));
}

/** Whether the sentence speaks of another person whom a pronoun may mean. */
const namesOthers = (clause: Clause, before: number): boolean =>
  clause.sentence.tokens.some(
    (token, at, all) =>
      token.start < before &&
      OTHER_PEOPLE.has(token.norm) &&
      // "As an assistant", "Data Assistant": what the candidate is.
      /^\p{Ll}/u.test(token.text) &&
      !/^(?:as|be|become)$/.test(all[at - 2]?.norm ?? '') &&
      all[at - 1]?.norm !== 'as',
  );

function isUnknownSubject(clause: Clause, at: number): boolean {
  const noun = clause.tokens[at];
  if (
    noun?.kind !== 'word' ||
    PRONOUNS.has(noun.norm) ||
    clause.hits.some((hit) => hit.from <= at && hit.to > at)
  )
    return false;
  for (let i = at - 1; i >= Math.max(0, at - 3); i -= 1) {
    const token = clause.tokens[i];
    if (token?.kind !== 'word') return false;
    if (/^(?:the|a|an|this|another|every)$/.test(token.norm))
      return i <= 1 || /^(?:,|and|but)$/.test(clause.tokens[i - 1]?.norm ?? '');
  }
  return false;
}

/** "People who know it": a relative clause without a comma has its own owner. */
export function isRestrictive(clause: Clause): boolean {
  if (!/^(?:who|whose)$/.test(clause.opener)) return false;
  const { tokens } = clause.sentence;
  const at =
    tokens.findIndex((token) => token.start >= clause.start) -
    (clause.tokens[0]?.norm === clause.opener ? 1 : 2);
  const before = tokens[at];
  return (
    before !== undefined &&
    before.kind === 'word' &&
    !before.term &&
    !/^(?:she|he|you|they|candidate|someone|one|person|professional)$/.test(before.norm)
  );
}

/** Whose the predicate is: the nearest word before it that names the candidate or someone else. */
function ownerOf(clause: Clause, hit: CueHit): 'candidate' | 'other' | 'unknown' {
  // "Trainees have it": a verb in the plural after a noun in the plural has others as its subject.
  let subject = hit.from - 1;
  while (subject > 0 && OPENING_VERBS.has(clause.tokens[subject]?.norm ?? '')) subject -= 1;
  if (
    /^(?:usually|often|rarely|normally|commonly|generally|seldom)$/.test(clause.tokens[subject]?.norm ?? '')
  )
    subject -= 1;
  const noun = clause.tokens[subject];
  const isPlural =
    /^(?:have|lack|know|use|need|possess|master|hold|bring)$/.test(clause.tokens[hit.from]?.text ?? '') &&
    noun?.kind === 'word' &&
    /^\p{L}{3,}s$/u.test(noun.text) &&
    !/^(?:skills|strengths|gaps|this|always|years|times|sometimes|perhaps)$/.test(noun.text);
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
    if (signal === 'candidate')
      return isOthers(clause, i) ||
        (/^(?:she|he|they)$/.test(token?.norm ?? '') && namesOthers(clause, token?.start ?? 0))
        ? 'other'
        : 'candidate';
    if (signal === 'other' || OTHER_PEOPLE.has(token?.norm ?? '')) return 'other';
    // "Many instructors lack it", "most have it".
    if (token?.kind === 'word' && /^(?:few|many|most|some|others|several)$/.test(token.norm) && i <= 1)
      return 'other';
    if (i === subject && isPlural) return 'other';
    if (
      token?.term?.meanings.some(
        (meaning) => meaning.kind === 'employer' || meaning.kind === 'institution',
      ) &&
      i === subject
    )
      return 'other';
    // "The head chef knows", "an outsider has": a noun right before the verb that is not the candidate.
    if (i === subject && isUnknownSubject(clause, i)) return 'other';
  }
  return isRestrictive(clause) ? 'other' : 'unknown';
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

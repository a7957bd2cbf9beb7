import { LEVEL_WORDS, LINK, OBJECT_GLUE, PRONOUNS, SKILL_NOUNS } from '../words/function-words.ts';
import type { Clause, SkillList } from './clause.ts';
import type { Attach, CueHit } from './cue.ts';
import { afterAside, isLevelTalk, startsWithoutSubject, subjectOf } from './find-subject.ts';

export interface Attached {
  list: SkillList;
  attach: Attach;
}

export function attach(clause: Clause, hit: CueHit): Attached | undefined {
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

export interface Near {
  list: SkillList;
  distance: number;
}

export function objectOf(clause: Clause, hit: CueHit): Near | undefined {
  const list = clause.lists.find((one) => one.from >= hit.to);
  if (list && glued(clause, hit.to, list.from, 2))
    return { list: untilOther(clause, list), distance: list.from - hit.to };
  const next = clause.tokens[hit.to];
  const after = clause.tokens.slice(hit.to, hit.to + 4).find((token) => PRONOUNS.has(token.norm));
  if (clause.topic && next && (after === next || (after && OBJECT_GLUE.has(next.norm))))
    return { list: clause.topic, distance: 1 };
  return undefined;
}

export function directOf(clause: Clause, hit: CueHit): Near | undefined {
  const list = clause.lists.find((one) => one.from >= hit.to);
  if (!list || list.from !== hit.to) return undefined;
  return { list, distance: 0 };
}

/** Whether only glue, and at most `strange` other words that are no verbs of ours, stands between. */
export function glued(clause: Clause, from: number, to: number, strange: number): boolean {
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
    if (token.norm === 'no' && i === to - 1) continue;
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
export function untilOther(clause: Clause, list: SkillList): SkillList {
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
export function nounOf(clause: Clause, hit: CueHit): Near | undefined {
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
export function isCopular(clause: Clause, from: number, to: number): boolean {
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

export function linked(clause: Clause, from: number, to: number): boolean {
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
export function membership(clause: Clause, from: number, to: number): boolean {
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

import {
  CARRIER_NOUNS,
  LEVEL_WORDS,
  LINK,
  OPENING_VERBS,
  PREPOSITIONS,
  PRONOUNS,
  SKILL_NOUNS,
} from '../words/function-words.ts';
import type { Clause, SkillList } from './clause.ts';
import type { CueHit } from './cue.ts';
import { afterAside, isFronted, listBefore, type Near, startsWithoutSubject } from './subject-gap.ts';

/** The list before a predicate. */
export function findSubject(clause: Clause, hit: CueHit): Near | undefined {
  // "Held" is said of a skill, "holds" of whoever has it.
  if (
    hit.to - hit.from === 1 &&
    hit.cue.effect === 'held' &&
    !/^held$/i.test(clause.tokens[hit.from]?.text ?? '')
  )
    return undefined;
  const list = listBefore(clause, hit.from);
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

/** "X, <an aside>, remains short": a predicate right after a comma goes back to the subject. */
function resumes(clause: Clause, hit: CueHit): boolean {
  if (!/^(?:which|who|where|of which|while|though|although|whose|in which|)$/.test(clause.opener))
    return false;
  let i = hit.from - 1;
  while (i > 0 && OPENING_VERBS.has(clause.tokens[i]?.norm ?? '') && clause.tokens[i]?.text !== ',') i -= 1;
  return clause.tokens[i]?.text === ',' && i > 0;
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

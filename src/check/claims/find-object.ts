import { LEVEL_WORDS, OBJECT_GLUE, OPENING_VERBS, PRONOUNS } from '../words/function-words.ts';
import type { Clause, SkillList } from './clause.ts';
import type { CueHit } from './cue.ts';
import { isFronted, type Near } from './subject-gap.ts';

export function findObject(clause: Clause, hit: CueHit): Near | undefined {
  const list = clause.lists.find((one) => one.from >= hit.to);
  // "Has seen X": after a bare verb a word of unknown kind may be the verb that counts.
  if (list && glued(clause, hit.to, list.from, hit.to - hit.from === 1 ? 0 : 2))
    return { list: untilOther(clause, list), distance: list.from - hit.to };
  const front = clause.lists[0];
  if (!list && front && isFrontedObject(clause, front, hit)) return { list: front, distance: 2 };
  const next = clause.tokens[hit.to];
  // "As for X, she has never dealt with it".
  if (
    !list &&
    front &&
    front.to < hit.from &&
    isFronted(clause, front) &&
    /^(?:it|them|that|those|these|both|either)$/.test(next?.norm ?? '')
  )
    return { list: front, distance: 2 };
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
    !/^(?:at|already|today|now|well|daily|too|in|on|with|but|as|alone|and|from|since|for|nothing|not)$/.test(
      end.norm,
    )
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

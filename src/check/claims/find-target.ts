import { LEVEL_WORDS } from '../words/function-words.ts';
import type { Clause, SkillList } from './clause.ts';
import type { Attach, CueHit } from './cue.ts';
import { findField } from './find-field.ts';
import { findNoun } from './find-noun.ts';
import { findObject } from './find-object.ts';
import { findSubject } from './find-subject.ts';
import type { Near } from './subject-gap.ts';

interface Attached {
  list: SkillList;
  attach: Attach;
}

export function findTarget(clause: Clause, hit: CueHit): Attached | undefined {
  let best: (Attached & { distance: number }) | undefined;
  if (isLevelTalk(clause, hit)) return undefined;
  // "Without X nobody ...": the list stands inside the phrase.
  const inner = clause.lists.find((list) => list.from >= hit.from && list.to <= hit.to);
  if (inner) return { list: inner, attach: 'object' };
  for (const how of hit.cue.at) {
    const found =
      how === 'object'
        ? findObject(clause, hit)
        : how === 'direct'
          ? directOf(clause, hit)
          : how === 'field'
            ? findField(clause, hit)
            : how === 'noun'
              ? findNoun(clause, hit)
              : findSubject(clause, hit);
    if (found && (!best || found.distance < best.distance)) best = { ...found, attach: how };
  }
  return best;
}

function directOf(clause: Clause, hit: CueHit): Near | undefined {
  const list = clause.lists.find((one) => one.from >= hit.to);
  if (!list || list.from !== hit.to) return undefined;
  return { list, distance: 0 };
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

/** Where the list stands that a cue speaks of; one of an earlier clause stands before it, or is a pronoun after it. */
export function placeOf(clause: Clause, hit: CueHit, found: Attached): { from: number; to: number } {
  if (
    clause.lists.some((list) => list.from === found.list.from && list.mentions[0] === found.list.mentions[0])
  )
    return found.list;
  return found.attach === 'object' ? { from: hit.to, to: hit.to } : { from: -1, to: -1 };
}

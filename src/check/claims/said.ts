import type { Token } from '../tokens/token.ts';
import { CARRIER_NOUNS } from '../words/function-words.ts';
import type { SkillClaim } from './claim.ts';
import type { Clause, SkillList } from './clause.ts';
import type { Attach, CueHit, Effect } from './cue.ts';

export interface Said {
  says: SkillClaim['says'];
  effect: Effect;
  hit: CueHit;
  list: SkillList;
  attach: Attach;
  /** The negations that turned it around. */
  by: readonly CueHit[];
}

/** What the opposite of an effect says; undefined where "not" leaves it open. */
export const opposite: Partial<Record<Effect, SkillClaim['says']>> = {
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

export const isTier = (effect: Effect): boolean =>
  effect === 'core' ||
  effect === 'preferred' ||
  effect === 'emerging' ||
  effect === 'asked' ||
  effect === 'unasked';

export function rangeOf(clause: Clause, from: number, to: number): { start: number; end: number } {
  return { start: clause.tokens[from]?.start ?? clause.start, end: clause.tokens[to - 1]?.end ?? clause.end };
}

/** Whether a noun before "of" or "in" leaves the skill the thing spoken of. */
export const isCarried = (token: Token | undefined): boolean => CARRIER_NOUNS.has(token?.norm ?? '');

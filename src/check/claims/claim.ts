import type { Range } from '../read/document.ts';
import type { Clause, Mention } from './clause.ts';
import type { Effect } from './cue.ts';

/** Something that the text says of a skill. */
export interface SkillClaim extends Range {
  /** What is said; `not-core` and its like deny a tier. */
  says: Effect | 'not-core' | 'not-preferred' | 'not-emerging';
  skill: string;
  mention: Range;
  clause: Clause | undefined;
  /** Where it was read from. */
  from: 'sentence' | 'label' | 'heading' | 'table' | 'set';
  /** The words that say it. */
  cue: Range;
  /** Whether the sentence has another claim that softens it ("strong, though one level short"). */
  softened: boolean;
  /** Why the claim must not be relied on: a word of its sentence that no reading has used up. */
  doubt?: string | undefined;
}

export type ListOf = readonly Mention[];

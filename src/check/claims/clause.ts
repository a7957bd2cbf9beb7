import type { Block, Range } from '../read/document.ts';
import type { Token } from '../tokens/token.ts';
import type { CueHit } from './cue.ts';

/** A sentence (or a table cell, or a label) with its tokens. */
export interface Sentence extends Range {
  tokens: readonly Token[];
  block: Block;
  /** Number in the text, from 0. */
  index: number;
}

/** Known skills named one after the other. Token indices in the clause, `to` exclusive. */
export interface SkillList {
  from: number;
  to: number;
  mentions: readonly Mention[];
}

export interface Mention extends Range {
  /** Index of the token in the clause. */
  at: number;
  /** Key in the index of facts. */
  skill: string;
  token: Token;
}

export type Mood = 'stated' | 'planned' | 'conditional';

/** A stretch with one predicate. What stands in brackets is a clause of its own. */
export interface Clause extends Range {
  sentence: Sentence;
  tokens: readonly Token[];
  hits: readonly CueHit[];
  lists: readonly SkillList[];
  mood: Mood;
  /** The list that a pronoun, or a clause without a subject, speaks of. */
  topic: SkillList | undefined;
  /** Whether it stands in brackets. */
  nested: boolean;
  /** What it opens with: the word or sign that parts it from the clause before. */
  opener: string;
  /** Whether it is taken back ("it would be wrong to conclude that ..."). */
  unclaimed: boolean;
}

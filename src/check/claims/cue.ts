/** What a cue says of a skill (or of a resource, for the costs). */
export type Effect =
  | 'held'
  | 'lack'
  | 'gap'
  | 'enough'
  | 'strong'
  | 'partial'
  | 'asked'
  | 'unasked'
  | 'core'
  | 'preferred'
  | 'emerging'
  | 'train'
  | 'planned'
  | 'untrained'
  | 'free'
  | 'freemium'
  | 'paid';

/** What a cue does to the cues and clauses around it. */
export type Signal =
  | 'negation'
  /** Looks like a cue and is none. */
  | 'pseudo'
  /** Takes back all that follows in its sentence ("it would be wrong to conclude that"). */
  | 'unclaimed'
  /** Starts a new clause. */
  | 'break'
  | 'future'
  | 'condition'
  /** "The same holds for": what was said last is said again of the next list. */
  | 'same'
  /** The list named is all there is. */
  | 'only'
  | 'all-but'
  | 'candidate'
  | 'other';

/**
 * Where the list stands that a cue speaks of:
 * `subject` before it ("X is missing"), `noun` beside it, linked by a verb or a comma ("X is a gap", "gaps are X"),
 * `field` where it names the field of what is said of the candidate ("In X she is strong", "... in which she is strong"),
 * `object` after it ("lacks X"), `direct` right after it ("the missing X").
 */
export type Attach = 'subject' | 'noun' | 'object' | 'direct' | 'field';

/** Words that make a claim. `phrases`: base forms; `a|b` either, `a?` optional, `_` any word, `#` any figure. */
export interface CueSpec {
  effect: Effect;
  at: readonly Attach[];
  /** Holds in the future and in conditions too ("has to be learned"). */
  anyMood?: boolean;
  phrases: readonly string[];
}

export interface SignalSpec {
  signal: Signal;
  phrases: readonly string[];
}

export interface Cue {
  effect?: Effect;
  signal?: Signal;
  at: readonly Attach[];
  anyMood: boolean;
}

export interface CueHit {
  cue: Cue;
  /** Token indices, `to` exclusive. */
  from: number;
  to: number;
  /** Whether a "not" stands inside the phrase ("is not held"). */
  negated: boolean;
  /** A shorter phrase that starts at the same place, for where the longer one finds nothing to speak of. */
  shorter?: CueHit | undefined;
}

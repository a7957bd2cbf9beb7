import type { FactSheet, Finding } from '../../schemas/index.ts';

/** A change of the text that makes a finding go away and says something true in its place. */
export interface Fix {
  finding: Finding;
  /** UTF-16 offsets into the text that the finding is of. */
  start: number;
  end: number;
  replacement: string;
  /** One line for people: `"six weeks" -> "seven weeks"`. */
  description: string;
}

/** A change that is to be tried. */
export type Change = Pick<Fix, 'start' | 'end' | 'replacement'>;

export interface FixContext {
  text: string;
  facts: FactSheet;
  finding: Finding;
  /** All findings of the text. */
  findings: readonly Finding[];
  /** Whether these words, in small letters, name a skill. */
  isSkill(words: string): boolean;
}

/** One way to mend a finding. */
export interface Fixer {
  readonly id: string;
  /** Ids of the rules whose findings it can mend. Any that it understands, where left out. */
  readonly rules?: readonly string[];
  /** Gives changes to try, the best first; none where it is not certain what is meant. */
  propose(context: FixContext): Change[];
}

export function defineFixer(fixer: Fixer): Fixer {
  return fixer;
}

import type { Figure } from './figure.ts';
import type { Term } from './term.ts';

/** One unit of a text: a word, a number, a sign, a known term, or a figure with its unit. */
export interface Token {
  start: number;
  end: number;
  /** As written. */
  text: string;
  /** Base form in lower case: `do` for "doesn't", `have` for "'ve". */
  norm: string;
  kind: 'word' | 'number' | 'sign' | 'term' | 'figure';
  term?: Term;
  figure?: Figure;
  /** Whether it follows the token before it with nothing between. */
  glued: boolean;
}

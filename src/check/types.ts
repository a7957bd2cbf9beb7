import type { FactSheet } from '../../schemas/fact-sheet.ts';
import type { Severity } from '../../schemas/finding.ts';
import type { Words } from '../language/index.ts';
import type { Reading } from './claims/read-report.ts';
import type { FactIndex } from './facts/index-facts.ts';
import type { LexiconEntry } from './facts/lexicon.ts';
import type { Range } from './read/document.ts';
import type { TextFormat } from './read/read-document.ts';

export interface CheckOptions {
  /** Default `markdown`. */
  format?: TextFormat;
  /** Tag of the language that the text is in. Default: that of the facts, `en` where they name none. */
  language?: string | undefined;
  /** Severity by rule id; `off` leaves a rule out. */
  rules?: Readonly<Record<string, Severity | 'off'>>;
  /** Skills that the world knows beyond the facts. Default: the built-in catalog. */
  lexicon?: readonly LexiconEntry[];
}

/** A fault as a rule sees it; `checkReport` makes a finding of it. */
export interface Problem extends Range {
  subject: string;
  expected: string;
  actual: string;
  facts?: readonly string[];
  related?: readonly Range[];
  /** Where one fault weighs less than the rule's own severity. */
  severity?: Severity;
  /** Instead of "Unexpected ACTUAL, expected EXPECTED". */
  message?: string;
}

export interface CheckContext {
  reading: Reading;
  facts: FactIndex;
  sheet: FactSheet | undefined;
  /** The language of the text. */
  words: Words;
  report(problem: Problem): void;
}

export type Category =
  | 'polarity'
  | 'tier'
  | 'number'
  | 'sum'
  | 'attribute'
  | 'unsupported'
  | 'contradiction'
  | 'duplicate'
  | 'style';

/** An example of a rule: a text, and for a bad one the words that the finding must lie on. */
export interface Example {
  text: string;
  /** Part of the text that a finding must overlap. */
  at?: string;
}

/** One thing that can be wrong with a report. */
export interface Rule {
  id: string;
  severity: Severity;
  category: Category;
  /** One sentence, for people. */
  description: string;
  /** Texts that this rule must leave alone, and texts that it must find; read against the example facts. */
  good: readonly Example[];
  bad: readonly Example[];
  /**
   * Texts in which languages it reads: English where it does not say, `any`, or `other` for those whose prose no rule
   * reads (then the examples are German).
   */
  languages?: 'any' | 'other';
  /** Whether it runs only where the options name it. */
  optIn?: boolean;
  /** Whether the examples are read without facts. */
  selfCheck?: boolean;
  check(context: CheckContext): void;
}

import type { Case, CheckSummary, FactSheet, Finding, Report, Usage } from '../../schemas/index.ts';
import type { Style } from '../sections/index.ts';

/** What a case expects beyond the must-mention facts of the sections. */
export interface Expectations {
  /** Ids of facts that the report must state. */
  mention?: readonly string[];
  /** Words or phrases that the report must not have; whole words, any case. */
  forbid?: readonly string[];
}

/** One case of a suite. */
export interface EvalCase {
  /** Kebab-case; the name of its folder. */
  id: string;
  /** Cases with the same candidate or role share a family. Default: the id. */
  family: string;
  tags: readonly string[];
  case: Case;
  expect: Expectations;
  /** Whatever else a task of one's own works on (plain JSON, part of the row's key): labels, a frozen draft. */
  data?: unknown;
}

/** A sentence of the first draft, before anything was repaired. */
export interface FirstSentence {
  section: string;
  /** With slots, as the model wrote it. */
  template: string;
  /** As it would have been printed. */
  text: string;
  /** Ids of the facts that it cites. */
  facts: readonly string[];
}

/** What one run of the task gave for one cell. Scorers read nothing else. */
export interface Trial {
  case: EvalCase;
  variant: string;
  /** Id of the model; `offline` for the offline writer. */
  model: string;
  repeat: number;
  facts: FactSheet;
  /** How the variant has it written, where that differs from the default style. */
  style?: Partial<Style>;
  /** The finished report; undefined where none was handed over (then `findings` say why). */
  report: Report | undefined;
  /** The finished report as Markdown, without provenance marks. Empty where there is none. */
  text: string;
  /** What the checker says of the finished text, all severities. */
  findings: readonly Finding[];
  /** What the model wrote at first, and what was found in it. Empty for the offline writer. */
  first: {
    sentences: readonly FirstSentence[];
    text: string;
    /** Offsets are those of `text`; what lies in slots and citations points at its sentence. */
    findings: readonly Finding[];
    /** What the checker counted in `text`. Absent: counted by the scorers that ask for it. */
    summary?: CheckSummary;
    /** Replies that could not be read as a draft. Their sections are missing from `sentences`, unless asked again. */
    unusable?: number;
  };
  usage: Usage & { cost: number | null; retries: number };
  /** Wall time of the task, seconds. Null where it was replayed or offline: not a measure then. */
  seconds: number | null;
  /** What else a task of one's own made, for scorers of one's own. */
  data?: unknown;
}

import type { CheckResult, FactSheet, Severity } from '../../schemas/index.ts';

/** What a format says of a rule. Rules of the checker fit as they are. */
export interface RuleText {
  id: string;
  severity: Severity;
  category?: string;
  description: string;
  good?: readonly { text: string }[];
  bad?: readonly { text: string }[];
}

/** A text that was checked, and what came of it. */
export interface CheckedText {
  /** The text as read: offsets of the findings are into it. */
  text: string;
  /** Its name for people and programs: a path, or `-` for standard input. */
  file: string;
  result: CheckResult;
  /** What it was checked against; without it findings name fact ids alone. */
  facts?: FactSheet | undefined;
}

export interface FormatOptions {
  /** Colours for a terminal, in formats for people. Default: none. */
  color?: boolean;
  /** The rules that ran, for formats that list them. */
  rules: readonly RuleText[];
}

export type FindingContext = Omit<CheckedText, 'result'> & FormatOptions;

/** One way to write findings down. Nothing is read, nothing is written; the same findings give the same text. */
export interface FindingFormat {
  /** What people type after `--format`. */
  readonly id: string;
  /** One line for the help. */
  readonly description: string;
  /** Gives the findings of one text, with a line break at the end. */
  render(result: CheckResult, context: FindingContext): string;
  /** Gives the findings of several texts as one document. */
  renderAll(checked: readonly CheckedText[], options: FormatOptions): string;
}

/** Makes a format of how it writes several texts; one text is several with one member. */
export function defineFindingFormat(format: Omit<FindingFormat, 'render'>): FindingFormat {
  return {
    ...format,
    render: (result, { text, file, facts, ...options }) =>
      format.renderAll([{ text, file, facts, result }], options),
  };
}

import type { EvalArtifact, EvalPlan, EvalRow, EvalSummary, FactSheet } from '../../schemas/index.ts';
import type { AaReport } from './compute-aa.ts';

/** An earlier finished run of the same suite. */
export interface PastRun {
  id: string;
  /** ISO 8601. */
  started: string;
  /** Cases were left out by a filter: no run to compare means with. */
  partial: boolean;
  summary: EvalSummary;
}

/** A finished run, or a comparison of two, as reporters see it. */
export interface ReporterInput {
  summary: EvalSummary;
  /** The plan of the run; undefined for a comparison of two runs. */
  plan: EvalPlan | undefined;
  /** One for each cell, read from the disk as they are asked for. */
  rows: Iterable<EvalRow>;
  /** The texts of a cell by the `artifact` of its row; undefined where none were kept. */
  artifact(name: string): { artifact: EvalArtifact; facts: FactSheet | undefined } | undefined;
  /** Earlier runs of the suite, oldest first, this one not among them. Asked for only by reporters that show a trend. */
  history?: (() => readonly PastRun[] | Promise<readonly PastRun[]>) | undefined;
  /** Only of an A/A run. */
  aa?: AaReport | undefined;
  /** What two runs have differently, in words; only of a comparison. */
  changes?: readonly string[] | undefined;
}

export interface ReporterOptions {
  /** Colours of a terminal. Default false. */
  color?: boolean;
  /** Columns of the terminal. Default 100. */
  width?: number | undefined;
}

/** One way to print a run. A file in `reporters/` and a line in its list. */
export interface Reporter {
  /** Kebab-case; what `--reporter` takes. */
  id: string;
  title: string;
  /** One line for the help. */
  description: string;
  /** Of its file, without the dot. */
  extension: string;
  render(input: ReporterInput, options?: ReporterOptions): string | Promise<string>;
  /** A second text, appended to the file that a variable of the environment names, where it names one. */
  append?: { variable: string; render(input: ReporterInput): string | Promise<string> };
}

/** Types a reporter. */
export function defineReporter(reporter: Reporter): Reporter {
  return reporter;
}

import type { Model } from '../model/index.ts';
import type { Style } from '../sections/index.ts';
import type { Scorer } from './define-scorer.ts';
import type { Task } from './define-task.ts';
import type { EvalCase } from './trial.ts';

/** Prompts under test: a built-in style, a folder over it, or the prompts of a git revision. */
export interface Variant {
  name: string;
  promptStyle?: 'slots' | 'cited' | 'plain';
  /** A folder of prompt files laid over the built-in ones, or `git:REVISION`. */
  prompts?: string;
  style?: Partial<Style>;
}

/** An id such as `offline` or `openai:gpt-5`, or a model of one's own. */
export type SuiteModel = string | Model;

/** Least (or for `lower is better` most) mean that a scorer may have in any one variant, by id of the scorer. */
export type Thresholds = Readonly<Record<string, number>>;

/** Cases x variants x models x repeats, with what is measured and what must hold. */
export interface Suite {
  /** Kebab-case. */
  name: string;
  description?: string;
  /** Folders of cases (relative to the file of the suite), or cases as they are. */
  cases: string | readonly EvalCase[];
  tags?: readonly string[];
  /** Only these cases: ids, or globs over them. Default: all. */
  only?: readonly string[];
  /** Only cases with one of these tags. Default: all. */
  caseTags?: readonly string[];
  /** Date of the reports of cases that name none, `YYYY-MM-DD`. Default: DEFAULT_CASE_DATE. */
  date?: string;
  /** What is done for each cell. Default: a report is written. */
  task?: Task;
  /** A folder of recorded replies, relative to the suite's file, that take the place of models. */
  replay?: string;
  /** Rounds of repair for a section, at most. Default 3. */
  maxRepairs?: number;
  /** Default: one variant, the built-in prompts. The first is the baseline of comparisons. */
  variants?: readonly Variant[];
  /** Default: the configured model, else `offline`. */
  models?: readonly SuiteModel[];
  /** Default 1. */
  repeats?: number;
  /** Default: all built-in scorers. Ids of built-in ones, or scorers of one's own. */
  scorers?: readonly (string | Scorer)[];
  thresholds?: Thresholds;
}

/** Types a suite: the default export of an `evals/*.eval.ts`. */
export function defineSuite(suite: Suite): Suite {
  return suite;
}

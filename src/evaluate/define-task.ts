import type { FactSheet, Report, Usage } from '../../schemas/index.ts';
import type { PromptSet } from '../draft/index.ts';
import type { Model } from '../model/index.ts';
import type { Score } from './define-scorer.ts';
import type { Variant } from './define-suite.ts';
import type { EvalCase, Trial } from './trial.ts';

/** What a task is given for one cell. Facts and prompts are computed when they are first asked for. */
export interface TaskCell {
  case: EvalCase;
  variant: Variant;
  /** Undefined for the offline writer. */
  model: Model | undefined;
  /** From 0 on. */
  repeat: number;
  maxRepairs: number;
  /** Replies come from a recording: nothing is waited for, and time is no measure. */
  replayed: boolean;
  signal: AbortSignal | undefined;
  /** Computed once for each case. */
  facts(): Promise<FactSheet>;
  prompts(): Promise<PromptSet>;
}

/** What a task gives: the parts of a trial that it knows, or scores. */
export interface TaskResult extends Partial<Pick<Trial, 'text' | 'findings' | 'first' | 'seconds' | 'data'>> {
  report?: Report | undefined;
  usage?: Partial<Usage> & { cost?: number | null; retries?: number };
  /** Hard invariants that the cell broke, in words. */
  broken?: readonly string[];
  /** Values by id of the scorer. A scorer that is named here is not asked. */
  scores?: Readonly<Record<string, Score>>;
}

/** What is done for each cell of a suite. */
export interface Task {
  /** Kebab-case. */
  id: string;
  /** Changes whenever the same cell would give something else. Part of each row's key. */
  version: string;
  /** Whether facts and prompts shape the cell, and so its key. Default false: the case's inputs and data do. */
  usesReport?: boolean;
  run(cell: TaskCell): TaskResult | Promise<TaskResult>;
}

/** Types a task of one's own. */
export function defineTask(task: Task): Task {
  return task;
}

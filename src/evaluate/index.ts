export { Baseline } from './baseline.ts';
export { codeVersion } from './code-version.ts';
export { compareRuns, type RunComparison, type Side } from './compare-runs.ts';
export { type AaOptions, type AaReport, computeAa } from './compute-aa.ts';
export { computeSummary, type SummaryPlan } from './compute-summary.ts';
export {
  defineReporter,
  type Reporter,
  type ReporterInput,
  type ReporterOptions,
} from './define-reporter.ts';
export { defineScorer, type Score, type Scorer } from './define-scorer.ts';
export { defineSuite, type Suite, type SuiteModel, type Thresholds, type Variant } from './define-suite.ts';
export { defineTask, type Task, type TaskCell, type TaskResult } from './define-task.ts';
export { estimateRun, type RunEstimate } from './estimate-run.ts';
export type { EvalEvent } from './events.ts';
export { findSuites } from './find-suites.ts';
export { formatDifference, formatP, formatScore } from './format-score.ts';
export {
  type Agreement,
  calibratePairwise,
  calibrateRubric,
  describeAgreement,
  type Judge,
  judgeByRubric,
  judgePair,
  type LabelledPair,
  type LabelledText,
  openJudge,
  pairwiseScorer,
  RUBRIC,
  rubricScorers,
  summarisePairs,
} from './judges/index.ts';
export { makeBaseline, readBaseline, renderBaseline } from './make-baseline.ts';
export { METAMORPHIC_SCORERS, metamorphicTask, RELATIONS, withRelations } from './metamorphic/index.ts';
export { type PlanOptions, planRun, type RunPlan } from './plan-run.ts';
export { DEFAULT_CASE_DATE, readEvalCase } from './read-eval-case.ts';
export { readEvalCases } from './read-eval-cases.ts';
export { type ReadSuite, readSuite } from './read-suite.ts';
export { reportTask } from './report-task.ts';
export { REPORTERS } from './reporters/index.ts';
export { type RunOptions, type RunSuiteOptions, runPlan, runSuite, type SuiteRun } from './run-suite.ts';
export { listRuns, readRun, rowsOf, type SavedRun } from './saved-runs.ts';
export { SCORERS } from './scorers/index.ts';
export type { EvalCase, Expectations, FirstSentence, Trial } from './trial.ts';

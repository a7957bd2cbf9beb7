export {
  type Agreement,
  type CalibrationLimits,
  calibratePairwise,
  calibrateRubric,
  describeAgreement,
  type LabelledPair,
  type LabelledText,
} from './calibrate.ts';
export { type Judge, type JudgedBy, openJudge } from './judge.ts';
export { type JudgeScorerOptions, pairwiseScorer, rubricScorers } from './judge-scorers.ts';
export { judgePair, type Pair, type PairVerdict } from './pairwise.ts';
export { judgeByRubric, type Question, RUBRIC, type RubricScore } from './rubric.ts';
export { type PairSummary, summarisePairs } from './summarise-pairs.ts';

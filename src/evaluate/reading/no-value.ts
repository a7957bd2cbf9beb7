import type { Score } from '../define-scorer.ts';
import type { Trial } from '../trial.ts';
import { sentencesOf } from './sentences-of.ts';

/** No value, and a gate may fail on it. */
export function missing(why: string): Score {
  return { value: null, missing: why };
}

/** No value because the trial has nothing of the kind. */
export function inapplicable(why: string): Score {
  return { value: null, missing: why, inapplicable: true };
}

/** Whether nothing was asked of a model. */
export const isOffline = ({ model }: Pick<Trial, 'model'>): boolean => model === 'offline';

/** Why the finished report cannot be scored, if it cannot. */
export function withoutReport(trial: Trial): Score | undefined {
  if (!trial.report) return missing('no report was handed over');
  if (sentencesOf(trial).length === 0) return missing('the report has no prose');
  return undefined;
}

/** Why the first draft cannot be scored, if it cannot. */
export function withoutFirst(trial: Trial): Score | undefined {
  if (isOffline(trial)) return inapplicable('the offline writer has no first draft');
  if (trial.first.sentences.length === 0) return missing('no reply could be read as a draft');
  return undefined;
}

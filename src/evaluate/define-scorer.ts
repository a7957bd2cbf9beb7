import type { Trial } from './trial.ts';

/** What a scorer says of one trial. */
export interface Score {
  /** In the scorer's range; null where the trial has nothing to score, or it could not be read. */
  value: number | null;
  /** Why there is no value. Counted and shown, never dropped. */
  missing?: string;
  /**
   * With `missing`: the trial has nothing of the kind by its nature (the offline writer cites nothing). Counted apart;
   * a missing value without it fails a gate.
   */
  inapplicable?: true;
  /** What the value rests on: quotes, ids, counts. At most ten are kept. */
  evidence?: readonly string[];
}

/** One measure of a trial. A file in `scorers/` and a line in its list. */
export interface Scorer {
  /** Kebab-case. */
  id: string;
  title: string;
  /** One sentence: what it measures and of what. */
  description: string;
  /** `binary` is 0 or 1; `share` is in [0, 1]; `amount` is a count or a quantity from 0 on. */
  kind: 'binary' | 'share' | 'amount';
  /** Of an amount, e.g. `per 1,000 words`, `seconds`. */
  unit?: string;
  better: 'higher' | 'lower';
  /** Least difference that matters in practice, in the scorer's own unit. Also the margin of non-inferiority. */
  margin: number;
  /** Compared with the baseline by a test, within the family of gating scorers. Others are exploratory. */
  gating: boolean;
  /** The same trial always gives the same value (no clock, no model). */
  deterministic: boolean;
  score(trial: Trial): Score | Promise<Score>;
}

/** Types a scorer of one's own. */
export function defineScorer(scorer: Scorer): Scorer {
  return scorer;
}

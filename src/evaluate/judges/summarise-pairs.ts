import { type Bounds, wilsonInterval } from '../../statistics/index.ts';
import type { PairVerdict } from './pairwise.ts';

/** Counts over pairs. Pairs without a usable answer are counted, and in no share. */
export interface PairSummary {
  pairs: number;
  missing: number;
  a: number;
  b: number;
  ties: number;
  /** Pairs whose answer changed with the order, of those answered. */
  swapped: number;
  swapRate: number | null;
  swapInterval: Bounds | null;
  /** Of single answers that name a winner, how often it was the text shown first: far from a half is a bias. */
  firstWins: number | null;
  firstInterval: Bounds | null;
  /** Mean preference for `a`, 0 to 1; a half is no preference. */
  preference: number | null;
}

export function summarisePairs(verdicts: readonly PairVerdict[]): PairSummary {
  const answered = verdicts.filter(({ winner }) => winner !== null);
  const count = (winner: PairVerdict['winner']) => answered.filter((one) => one.winner === winner).length;
  const swapped = answered.filter((one) => one.swapped).length;
  const shown = verdicts.flatMap(({ answers: { aFirst, bFirst } }) => [
    ...(aFirst === 'a' || aFirst === 'b' ? [aFirst === 'a'] : []),
    ...(bFirst === 'a' || bFirst === 'b' ? [bFirst === 'b'] : []),
  ]);
  const first = shown.filter(Boolean).length;
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  const interval = (part: number, whole: number) => (whole === 0 ? null : wilsonInterval(part, whole));
  return {
    pairs: verdicts.length,
    missing: verdicts.length - answered.length,
    a: count('a'),
    b: count('b'),
    ties: count('tie'),
    swapped,
    swapRate: share(swapped, answered.length),
    swapInterval: interval(swapped, answered.length),
    firstWins: share(first, shown.length),
    firstInterval: interval(first, shown.length),
    preference: share(
      answered.reduce((sum, { preference }) => sum + (preference ?? 0), 0),
      answered.length,
    ),
  };
}

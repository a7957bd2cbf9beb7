import { binomialCdf } from './distributions.ts';

/**
 * McNemar's exact test on discordant pairs: one-sided p that the second of the pair is worse (`lost` pairs went from
 * right to wrong, `won` from wrong to right) and that it is better. No discordant pair gives 1 and 1.
 */
export function testMcNemar(lost: number, won: number): { pWorse: number; pBetter: number } {
  const all = lost + won;
  return { pWorse: binomialCdf(won, all, 0.5), pBetter: binomialCdf(lost, all, 0.5) };
}

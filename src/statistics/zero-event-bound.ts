/**
 * The one-sided upper bound of a rate of which no event was seen in n independent trials: 1 - alpha^(1/n), which the
 * rule of three (3/n) approximates. 0 in 60 still allows 4.9 % at alpha 0.05.
 */
export function zeroEventBound(trials: number, alpha = 0.05): number {
  return 1 - alpha ** (1 / trials);
}

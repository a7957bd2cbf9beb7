import jstat from 'jstat';

const { jStat } = jstat;

/** Quantile of the standard normal distribution. */
export const normalQuantile = (p: number): number => jStat.normal.inv(p, 0, 1);

/** Distribution function of the standard normal distribution. */
export const normalCdf = (x: number): number => jStat.normal.cdf(x, 0, 1);

/** Quantile of Student's t distribution, `df` > 0. */
export const tQuantile = (p: number, df: number): number => jStat.studentt.inv(p, df);

/** Distribution function of Student's t distribution, `df` > 0. */
export const tCdf = (t: number, df: number): number => jStat.studentt.cdf(t, df);

/** Probability of at most `k` successes in `n` trials. */
export const binomialCdf = (k: number, n: number, p: number): number =>
  k < 0 ? 0 : k >= n ? 1 : jStat.binomial.cdf(k, n, p);

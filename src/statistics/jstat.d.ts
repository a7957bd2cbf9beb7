// jstat brings no types: only what is used here is declared.
declare module 'jstat' {
  export const jStat: {
    readonly studentt: {
      inv(p: number, degreesOfFreedom: number): number;
      cdf(t: number, degreesOfFreedom: number): number;
    };
    readonly normal: {
      inv(p: number, mean: number, deviation: number): number;
      cdf(x: number, mean: number, deviation: number): number;
    };
    readonly binomial: { cdf(successes: number, trials: number, p: number): number };
  };
  const all: { readonly jStat: typeof jStat };
  export default all;
}

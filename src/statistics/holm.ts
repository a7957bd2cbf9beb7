/**
 * p values after Holm's step-down correction for testing them all (Holm 1979), in the order given; each is at least as
 * large as before, at most 1.
 */
export function adjustHolm(ps: readonly number[]): number[] {
  const order = ps.map((_, at) => at).sort((a, b) => (ps[a] as number) - (ps[b] as number));
  const adjusted = new Array<number>(ps.length);
  let least = 0;
  order.forEach((at, rank) => {
    least = Math.max(least, Math.min(1, (ps[at] as number) * (ps.length - rank)));
    adjusted[at] = least;
  });
  return adjusted;
}

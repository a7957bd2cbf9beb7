/** Whether a value is the sum of some of the parts (at most 14 of them are tried). */
export function isSumOfSome(
  value: number,
  parts: readonly number[],
  fits: (sum: number) => boolean = (sum) => Math.abs(sum - value) < 0.011,
): boolean {
  const tried = parts.slice(0, 14);
  for (let mask = 1; mask < 2 ** tried.length; mask += 1) {
    let sum = 0;
    for (let i = 0; i < tried.length; i += 1) if (mask & (1 << i)) sum += tried[i] as number;
    if (fits(sum)) return true;
  }
  return false;
}

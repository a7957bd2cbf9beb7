const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** A whole number from 0 to 99 in words, `undefined` beyond. */
export function toWords(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 0 || value > 99) return undefined;
  if (value < 20) return SMALL[value];
  const [tens, ones] = [TENS[Math.floor(value / 10)], value % 10];
  return ones === 0 ? tens : `${tens}-${SMALL[ones]}`;
}

/** Values by their words, 0 to 99. */
export const WORD_VALUES: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 100 }, (_, value) => [toWords(value) ?? '', value]),
);

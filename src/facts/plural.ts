/** A noun in the number that fits: `plural(1, 'week')` is "week". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? one : many;
}

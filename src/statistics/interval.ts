/** An interval of confidence, both ends in the unit of what it is about. */
export interface Bounds {
  low: number;
  high: number;
}

export function clamp({ low, high }: Bounds, least: number, most: number): Bounds {
  return { low: Math.max(least, low), high: Math.min(most, high) };
}

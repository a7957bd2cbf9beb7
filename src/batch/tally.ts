import type { Quartiles } from '../../schemas/index.ts';

/** Counts of values, so that quartiles are exact and memory grows with distinct values, not with people. */
export class Tally {
  readonly #counts = new Map<number, number>();
  #people = 0;
  #sum = 0;

  add(value: number): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
    this.#people += 1;
    this.#sum += value;
  }

  get sum(): number {
    return this.#sum;
  }

  /** Null of nobody. */
  spread(): Quartiles | null {
    if (this.#people === 0) return null;
    const sorted = [...this.#counts].sort(([a], [b]) => a - b);
    return {
      people: this.#people,
      lowerQuartile: this.#quantile(sorted, 0.25),
      median: this.#quantile(sorted, 0.5),
      upperQuartile: this.#quantile(sorted, 0.75),
    };
  }

  /** By linear interpolation between ranks (type 7 of Hyndman and Fan 1996, the usual one). */
  #quantile(sorted: readonly (readonly [number, number])[], p: number): number {
    const rank = (this.#people - 1) * p;
    const low = this.#ranked(sorted, Math.floor(rank));
    const high = this.#ranked(sorted, Math.ceil(rank));
    return low + (high - low) * (rank - Math.floor(rank));
  }

  #ranked(sorted: readonly (readonly [number, number])[], rank: number): number {
    let seen = 0;
    for (const [value, count] of sorted) {
      seen += count;
      if (rank < seen) return value;
    }
    return sorted.at(-1)?.[0] ?? Number.NaN;
  }
}

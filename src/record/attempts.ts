/** Numbers equal requests from 1, in the order in which they begin. */
export class Attempts {
  readonly #taken = new Map<string, Set<number>>();

  /** The lowest number that is free. */
  take(key: string): number {
    const taken = this.#taken.get(key) ?? new Set<number>();
    this.#taken.set(key, taken);
    let number = 1;
    while (taken.has(number)) number += 1;
    taken.add(number);
    return number;
  }

  /** Gives a number back for a request that came to nothing, so that its retry gets the same one. */
  giveBack(key: string, number: number): void {
    this.#taken.get(key)?.delete(number);
  }
}

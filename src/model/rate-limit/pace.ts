/** What is left of the pace after a refusal, and by how much it grows back. */
const CUT = 0.7;
const GROWTH = 1.05;
const GROWTH_MS = 10_000;

/** The share of a limit that is used: less after the server has refused a call, then more again, little by little. */
export class Pace {
  #share = 1;
  #since: number | undefined;

  /** @param most 1 for a limit that is known; without end for one that was only guessed */
  share(now: number, most: number): number {
    if (this.#since === undefined) return 1;
    return Math.min(most, this.#share * GROWTH ** ((now - this.#since) / GROWTH_MS));
  }

  /** After a refusal at this share. */
  cut(share: number, now: number): void {
    this.#share = share * CUT;
    this.#since = now;
  }
}

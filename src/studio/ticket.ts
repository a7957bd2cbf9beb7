import { randomBytes } from 'node:crypto';
import { isSameText } from './is-same-text.ts';

/**
 * Lets one caller in, once. A browser is started with it, since every user of a machine can read what a program was
 * started with, while the token stays good as long as the studio runs.
 */
export class Ticket {
  #code: string | undefined;

  /** Gives a fresh code; one given before is no good any more. */
  give(): string {
    this.#code = randomBytes(24).toString('base64url');
    return this.#code;
  }

  /** Whether this is the code, the first time that it is shown. */
  take(shown: string): boolean {
    const good = this.#code !== undefined && isSameText(shown, this.#code);
    if (good) this.#code = undefined;
    return good;
  }
}

/** A time limit that can stand still. */
export class Deadline {
  readonly #stop = new AbortController();
  #left: number;
  /** When the clock was started; undefined while it stands still. */
  #since: number | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(ms: number) {
    this.#left = ms;
    this.goOn();
  }

  /** Fires when the time is up. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** Milliseconds left. */
  get left(): number {
    return this.#left - (this.#since === undefined ? 0 : performance.now() - this.#since);
  }

  standStill(): void {
    if (this.#since === undefined) return;
    this.#left = this.left;
    this.#since = undefined;
    clearTimeout(this.#timer);
  }

  goOn(): void {
    if (this.#since !== undefined) return;
    this.#since = performance.now();
    this.#timer = setTimeout(() => this.#stop.abort(), Math.max(0, this.#left));
    // Nobody is kept waiting for a limit.
    this.#timer.unref();
  }
}

/** A little more than a minute: what goes out at even times may arrive at uneven ones. */
export const WINDOW_MS = 61_000;
/** The share of a limit that flows evenly, and the share that may go at once after a rest. */
const STEADY = 0.98;
const BURST = 0.1;

/** What went out at one time, which is when it was let out until `leave`. Its size is an estimate until `correct`. */
export interface Outgoing {
  at: number;
  size: number;
}

/**
 * Counts requests, or tokens, against a limit for a minute, in two ways at once: what went out in the last minute, so
 * that no minute has more than the limit, and an even flow, so that not all of it goes in the first second. Pure: the
 * caller brings time (milliseconds) and limit (pieces in a minute; infinite for none), which may change in between.
 */
export class Quota {
  /** Of the last minute, in the order in which they were let out, from `#oldest` on. */
  #log: Outgoing[] = [];
  #oldest = 0;
  #sum = 0;
  /** What may go at once; below 0 after a large piece. Undefined before the first limit. */
  #level: number | undefined;
  #at = 0;
  #elsewhere = { size: 0, until: 0, span: 1 };

  /** Milliseconds until a piece may go out; 0 for now. One larger than the limit waits for a minute with nothing in it. */
  waitFor(size: number, limit: number, now: number): number {
    if (limit === Number.POSITIVE_INFINITY) return 0;
    this.#forget(now);
    const least = Math.min(size, limit * BURST);
    const flow = (least - this.#refill(limit, now)) / rateOf(limit);
    return Math.max(0, flow < 1e-6 ? 0 : flow, this.#waitForRoom(Math.min(size, limit), limit, now));
  }

  /** Counts what goes out. */
  spend(size: number, limit: number, now: number): Outgoing {
    this.#forget(now);
    if (limit !== Number.POSITIVE_INFINITY) this.#level = this.#refill(limit, now) - size;
    const piece = { at: now, size };
    this.#log.push(piece);
    this.#sum += size;
    return piece;
  }

  /** Says that a piece leaves only now: a busy machine can take seconds from letting it out to sending it. */
  leave(piece: Outgoing, now: number): void {
    this.#forget(now);
    if (!isOld(piece, now)) piece.at = now;
  }

  /** Sets the size of a piece right. */
  correct(piece: Outgoing, size: number, now: number): void {
    const more = size - piece.size;
    if (this.#level !== undefined) this.#level -= more;
    this.#forget(now);
    if (isOld(piece, now)) return;
    piece.size = size;
    this.#sum += more;
  }

  /**
   * Takes in how much of the limit is used by the server's count: what we have not sent, others have. It comes free
   * evenly until the reset, as most servers refill.
   */
  learnUsed(used: number, resetMs: number, now: number): void {
    const size = Math.max(0, used - this.sentIn(now));
    const span = Math.max(1, Math.min(resetMs, WINDOW_MS));
    this.#elsewhere = { size, until: now + span, span };
  }

  /** What went out in the last minute. */
  sentIn(now: number): number {
    this.#forget(now);
    return this.#sum;
  }

  #waitForRoom(size: number, limit: number, now: number): number {
    let own = this.#sum;
    let time = now;
    for (let next = this.#oldest; ; next += 1) {
      const others = this.#othersAt(time);
      const over = own + others + size - limit;
      if (over <= 1e-6) return time - now;
      const piece = this.#log[next];
      const end = piece ? Math.max(time, piece.at + WINDOW_MS) : Number.POSITIVE_INFINITY;
      // Before the next piece of ours is a minute old, others' part may have shrunk enough.
      const free =
        over <= others
          ? time + over / (this.#elsewhere.size / this.#elsewhere.span)
          : Number.POSITIVE_INFINITY;
      if (!piece || free <= end) return Math.min(free, end) - now;
      own -= piece.size;
      time = end;
    }
  }

  #othersAt(time: number): number {
    const { size, until, span } = this.#elsewhere;
    return size * Math.max(0, (until - time) / span);
  }

  #refill(limit: number, now: number): number {
    const most = limit * BURST;
    const level = this.#level === undefined ? most : this.#level + (now - this.#at) * rateOf(limit);
    this.#level = Math.min(most, level);
    this.#at = now;
    return this.#level;
  }

  #forget(now: number): void {
    for (; ; this.#oldest += 1) {
      const piece = this.#log[this.#oldest];
      if (!piece || !isOld(piece, now)) break;
      this.#sum -= piece.size;
    }
    if (this.#oldest < 1000 && this.#oldest < this.#log.length) return;
    this.#log = this.#log.slice(this.#oldest);
    this.#oldest = 0;
    // Sums of fractions drift.
    if (this.#log.length === 0) this.#sum = 0;
  }
}

const isOld = ({ at }: Outgoing, now: number): boolean => at + WINDOW_MS <= now;

const rateOf = (limit: number): number => (limit * STEADY) / 60_000;

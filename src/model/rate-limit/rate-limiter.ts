import { AsyncLocalStorage } from 'node:async_hooks';
import { AbortedError, ModelError, UsageError } from '../../errors.ts';
import type { HeaderReader } from '../retry-after.ts';
import { Pace } from './pace.ts';
import { type Outgoing, Quota, WINDOW_MS } from './quota.ts';
import { readLimits } from './read-limits.ts';

/** A clock that only goes forward, and an alarm on it. */
export interface Clock {
  /** Milliseconds. */
  now(): number;
  /** Calls back after so many milliseconds, unless what it returns is called first. */
  after(ms: number, run: () => void): () => void;
}

export interface RateLimiterOptions {
  /** Requests a minute at most, whatever the server allows. Default: as it says. */
  rpm?: number | undefined;
  /** Tokens a minute at most, input and output together. */
  tpm?: number | undefined;
  /** What `fetch` sends by. */
  fetch?: typeof fetch | undefined;
  clock?: Clock;
}

/** A call that may go out. */
export interface Ticket {
  /** Its place in the line, which it keeps when it has to be sent again. */
  readonly place: number;
  readonly requests: Outgoing;
  readonly tokens: Outgoing;
  /** Whether its first HTTP request is on its way. */
  sent: boolean;
}

interface Waiting {
  place: number;
  tokens: number;
  onWait: ((seconds: number) => void) | undefined;
  go(ticket: Ticket): void;
  fail(error: Error): void;
}

/** Calls that go out before anything has come back: those of one report. Who asks for hundreds may hit a limit unseen. */
const BLIND_CALLS = 6;
/** The longest wait of our own after a refusal without a Retry-After. */
const LONGEST_PAUSE_S = 60;
/** A first guess at the limit of a server that tells none is no lower: one refusal may have a passing cause. */
const LEAST_GUESS = 60;

const systemClock: Clock = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, Math.min(ms, 2 ** 31 - 1));
    return () => clearTimeout(timer);
  },
};

/**
 * Holds the calls of a run to the limits for a minute that the server tells in its headers, or that the user sets, in
 * the order in which they came. One for each model and key; `withRateLimit` puts it around the model, and `fetch` has
 * to be what the model sends by, or the headers are not seen.
 */
export class RateLimiter {
  readonly #bounds: { requests: number; tokens: number };
  readonly #clock: Clock;
  readonly #send: typeof fetch;
  readonly #quotas = { requests: new Quota(), tokens: new Quota() };
  readonly #told = { requests: Number.POSITIVE_INFINITY, tokens: Number.POSITIVE_INFINITY };
  readonly #pace = new Pace();
  /** Requests a minute that a server that tells no limits was sent when it refused one. */
  #guess: number | undefined;
  #line: Waiting[] = [];
  #places = 0;
  /** Calls let out, as long as none has ended; then undefined. */
  #blind: number | undefined = 0;
  #cancel: (() => void) | undefined;
  #pausedUntil = 0;
  /** Refusals since a call was last let through, and when the last of them was. */
  #refusals = 0;
  #refusedAt = Number.NEGATIVE_INFINITY;
  readonly #underWay = new AsyncLocalStorage<Ticket>();

  /** @throws {UsageError} for a limit that is no positive number */
  constructor({ rpm, tpm, fetch: send, clock = systemClock }: RateLimiterOptions = {}) {
    for (const [name, limit] of Object.entries({ rpm, tpm })) {
      if (limit !== undefined && !(limit > 0))
        throw new UsageError(
          `cannot keep to a rate limit: found ${name} ${limit}, expected a number above 0`,
        );
    }
    this.#bounds = { requests: rpm ?? Number.POSITIVE_INFINITY, tokens: tpm ?? Number.POSITIVE_INFINITY };
    this.#clock = clock;
    this.#send = send ?? ((input, init) => fetch(input, init));
  }

  /** Sends, and reads the limits in what comes back. A call's further requests wait for their turn here. */
  readonly fetch: typeof fetch = async (input, init) => {
    const ticket = this.#underWay.getStore();
    if (ticket && !ticket.sent) this.#leave(ticket);
    else await this.enter(0, { signal: init?.signal ?? undefined, place: ticket?.place ?? 0 });
    const response = await this.#send(input, init);
    this.#hear((name) => response.headers.get(name) ?? undefined);
    // What a refusal means is said by `refused`.
    if (response.status !== 429) this.#see();
    return response;
  };

  /** Calls in the line. */
  get waiting(): number {
    return this.#line.length;
  }

  /** Seconds until the next one in the line goes out, as far as it is known; 0 where none waits. */
  get waitSeconds(): number {
    const [first] = this.#line;
    return first ? this.#waitFor(first.tokens, this.#clock.now()) / 1000 : 0;
  }

  /**
   * Waits until a call may go out.
   * @param tokens what it will take, as an estimate
   * @param options `place` of an earlier ticket keeps its place; `onWait` is told about how long it will take in
   *   seconds where it has to wait, and 0 when that is over
   * @throws {ModelError} bad-request, not retryable, where the call is larger than the limit for a minute
   * @throws {AbortedError} as soon as the signal fires
   */
  async enter(
    tokens: number,
    options: {
      signal?: AbortSignal | undefined;
      onWait?: ((seconds: number) => void) | undefined;
      place?: number;
    } = {},
  ): Promise<Ticket> {
    const { signal, onWait, place = ++this.#places } = options;
    if (signal?.aborted) throw new AbortedError(undefined, { cause: signal.reason });
    const now = this.#clock.now();
    this.#refuseTooLarge(tokens);
    const isNext = (this.#line[0]?.place ?? Number.POSITIVE_INFINITY) > place;
    if (isNext && !this.#isTooBlind() && this.#waitFor(tokens, now) === 0)
      return this.#admit(tokens, place, now);
    return this.#queue(tokens, place, signal, onWait);
  }

  /** Runs a call under its ticket, so that `fetch` knows whose requests it sends. */
  run<T>(ticket: Ticket, call: () => Promise<T>): Promise<T> {
    return this.#underWay.run(ticket, call);
  }

  /** Says what a call took in the end, by the server's count; undefined where that stays unknown. */
  settle({ tokens }: Ticket, size: number | undefined): void {
    this.#see();
    if (size === undefined) return;
    this.#quotas.tokens.correct(tokens, size, this.#clock.now());
    this.#wake();
  }

  /** Says that the server let a call through. */
  accepted({ requests }: Ticket): void {
    if (requests.at > this.#refusedAt) this.#refusals = 0;
  }

  /** Says that the server refused a call for its rate: all wait, and then go on more slowly. */
  refused({ requests }: Ticket, retryAfter: number | undefined): void {
    const now = this.#clock.now();
    // Calls that went out together are refused together: that is one sign, not many.
    if (requests.at > this.#refusedAt) {
      this.#refusals += 1;
      this.#refusedAt = now;
      this.#slowDown(now);
    }
    // It was not served, so it has taken nothing from the minute.
    this.#quotas.requests.correct(requests, 0, now);
    const seconds = retryAfter ?? Math.min(LONGEST_PAUSE_S, 2 ** (this.#refusals - 1));
    this.#pausedUntil = Math.max(this.#pausedUntil, now + seconds * 1000);
    this.#see();
    this.#wake();
    let before = 0;
    for (const [at, one] of this.#line.entries()) {
      before += one.tokens;
      one.onWait?.(this.#guessWait(at + 1, before, now));
    }
  }

  #leave(ticket: Ticket): void {
    ticket.sent = true;
    const now = this.#clock.now();
    for (const kind of ['requests', 'tokens'] as const) this.#quotas[kind].leave(ticket[kind], now);
  }

  #slowDown(now: number): void {
    if (this.#isKnown()) {
      this.#pace.cut(this.#pace.share(now, 1), now);
      return;
    }
    const observed = Math.max(LEAST_GUESS, this.#quotas.requests.sentIn(now));
    this.#guess = Math.max(1, Math.min(observed, this.#limit('requests', now)));
    this.#pace.cut(1, now);
  }

  #hear(header: HeaderReader): void {
    const now = this.#clock.now();
    const limits = readLimits(header);
    for (const kind of ['requests', 'tokens'] as const) {
      const told = limits[kind];
      if (!told) continue;
      this.#told[kind] = told.limit;
      if (told.remaining !== undefined)
        this.#quotas[kind].learnUsed(told.limit - told.remaining, told.resetMs ?? WINDOW_MS, now);
    }
    this.#wake();
  }

  /** Something has come back: if there are limits that can be known, they are. */
  #see(): void {
    if (this.#blind === undefined) return;
    this.#blind = undefined;
    this.#wake();
  }

  #isTooBlind(): boolean {
    return this.#blind !== undefined && this.#blind >= BLIND_CALLS;
  }

  /** Whether any limit is known. */
  #isKnown(): boolean {
    return (['requests', 'tokens'] as const).some((kind) => this.#whole(kind) !== Number.POSITIVE_INFINITY);
  }

  /** The limit as it is told or set. */
  #whole(kind: 'requests' | 'tokens'): number {
    return Math.min(this.#bounds[kind], this.#told[kind]);
  }

  /** The limit that is kept at this time. */
  #limit(kind: 'requests' | 'tokens', now: number): number {
    if (this.#isKnown()) return this.#whole(kind) * this.#pace.share(now, 1);
    if (kind === 'tokens' || this.#guess === undefined) return Number.POSITIVE_INFINITY;
    // Beyond the guess as well: the limit may be higher.
    return this.#guess * this.#pace.share(now, Number.POSITIVE_INFINITY);
  }

  #waitFor(tokens: number, now: number): number {
    return Math.max(
      0,
      this.#pausedUntil - now,
      this.#quotas.requests.waitFor(1, this.#limit('requests', now), now),
      tokens === 0 ? 0 : this.#quotas.tokens.waitFor(tokens, this.#limit('tokens', now), now),
    );
  }

  #admit(tokens: number, place: number, now: number): Ticket {
    if (this.#blind !== undefined) this.#blind += 1;
    return {
      place,
      requests: this.#quotas.requests.spend(1, this.#limit('requests', now), now),
      tokens: this.#quotas.tokens.spend(tokens, this.#limit('tokens', now), now),
      sent: false,
    };
  }

  #queue(
    tokens: number,
    place: number,
    signal: AbortSignal | undefined,
    onWait: ((seconds: number) => void) | undefined,
  ): Promise<Ticket> {
    const { promise, resolve, reject } = Promise.withResolvers<Ticket>();
    const stop = () => {
      this.#line = this.#line.filter((other) => other !== one);
      reject(new AbortedError(undefined, { cause: signal?.reason }));
      this.#wake();
    };
    const leave = () => {
      signal?.removeEventListener('abort', stop);
      onWait?.(0);
    };
    const one: Waiting = {
      place,
      tokens,
      onWait,
      go(ticket) {
        leave();
        resolve(ticket);
      },
      fail(error) {
        leave();
        reject(error);
      },
    };
    signal?.addEventListener('abort', stop, { once: true });
    const at = this.#line.findIndex((other) => other.place > place);
    this.#line.splice(at < 0 ? this.#line.length : at, 0, one);
    const before = this.#line.slice(0, this.#line.indexOf(one) + 1);
    const now = this.#clock.now();
    onWait?.(
      this.#guessWait(
        before.length,
        before.reduce((sum, other) => sum + other.tokens, 0),
        now,
      ),
    );
    this.#wake();
    return promise;
  }

  /** Seconds, about: the pause, and the line at the pace of today. */
  #guessWait(requests: number, tokens: number, now: number): number {
    const minutes = Math.max(requests / this.#limit('requests', now), tokens / this.#limit('tokens', now));
    const [first] = this.#line;
    const next = first ? this.#waitFor(first.tokens, now) / 1000 : 0;
    return Math.max(next, Math.max(0, this.#pausedUntil - now) / 1000 + minutes * 60);
  }

  /** Lets out who may go, and sets the alarm for the next one. */
  #wake(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    for (let first = this.#line[0]; first; first = this.#line[0]) {
      if (this.#isTooBlind()) return;
      const now = this.#clock.now();
      const wait = this.#waitFor(first.tokens, now);
      const tooLarge = this.#tooLarge(first.tokens);
      if (tooLarge === undefined && wait > 0) {
        this.#cancel = this.#clock.after(Math.ceil(wait), () => this.#wake());
        return;
      }
      this.#line.shift();
      if (tooLarge) first.fail(tooLarge);
      else first.go(this.#admit(first.tokens, first.place, now));
    }
  }

  #refuseTooLarge(tokens: number): void {
    const error = this.#tooLarge(tokens);
    if (error) throw error;
  }

  #tooLarge(tokens: number): ModelError | undefined {
    const limit = this.#whole('tokens');
    if (tokens <= limit) return undefined;
    const [whose, wayOut] =
      this.#bounds.tokens <= this.#told.tokens
        ? ['that were allowed (--tpm)', 'Allow more']
        : ['that the server allows', 'Ask the provider for a higher limit'];
    return new ModelError(
      // Not the rate: as with a prompt that is too long, the same request fails at any time.
      'bad-request',
      `cannot send the call: found about ${tokens.toLocaleString('en-US')} tokens in it, expected at most the ${limit.toLocaleString('en-US')} a minute ${whose}; no wait would help. ${wayOut}, or use a model with a higher one.`,
    );
  }
}

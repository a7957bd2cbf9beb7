import { setTimeout as wait } from 'node:timers/promises';
import pRetry from 'p-retry';
import { AbortedError, ModelError } from '../errors.ts';
import { anySignal } from './any-signal.ts';
import { Deadline } from './deadline.ts';
import type { Model, ModelRequest } from './model.ts';
import { makeModelError, toModelError } from './to-model-error.ts';
import { untilAborted } from './until-aborted.ts';

/** A failed attempt that is followed by another one. */
export interface RetryEvent {
  request: ModelRequest;
  /** The attempt that failed, from 1. */
  attempt: number;
  attempts: number;
  delaySeconds: number;
  error: ModelError;
}

export interface RetryOptions {
  /** Attempts in all, the first one counted; at least 1. */
  attempts?: number;
  /**
   * For one `generate` with all its attempts and waits, but those for a rate limit of ours; whatever runs then is
   * stopped. Default: no limit.
   */
  maxSeconds?: number;
  /** The wait before the second attempt; it doubles from attempt to attempt. */
  firstDelaySeconds?: number;
  /** The longest wait of our own, and the longest one that a server may ask for: beyond it the call has failed. */
  maxDelaySeconds?: number;
  /** Retries in all, over every call of this model. Default: no limit. */
  retryBudget?: number;
  onRetry?: (event: RetryEvent) => void;
  /** For the jitter; 0 to 1. */
  random?: () => number;
  /** Waits between two attempts; rejects when the signal fires. */
  sleep?: (seconds: number, signal: AbortSignal | undefined) => Promise<void>;
}

/** What holds where an option is left out. */
export const retryDefaults = { attempts: 4, firstDelaySeconds: 1, maxDelaySeconds: 60 } as const;

/**
 * Repeats calls that failed for a passing reason (`ModelError.retryable`), with doubling and jittered waits, or after
 * the time that the server asked for. A call that fails for good throws its last ModelError.
 * @throws {ModelError}
 * @throws {AbortedError} at once when the signal fires, in a wait as well as in a call.
 */
export function withRetries(
  model: Model,
  {
    attempts = retryDefaults.attempts,
    maxSeconds,
    firstDelaySeconds = retryDefaults.firstDelaySeconds,
    maxDelaySeconds = retryDefaults.maxDelaySeconds,
    retryBudget = Number.POSITIVE_INFINITY,
    onRetry = () => {},
    random = Math.random,
    sleep = waitFor,
  }: RetryOptions = {},
): Model {
  let retriesLeft = retryBudget;
  return {
    id: model.id,
    async generate(given, { signal } = {}) {
      const deadline = maxSeconds === undefined ? undefined : new Deadline(maxSeconds * 1000);
      const timeUp = deadline?.signal;
      const request = deadline === undefined ? given : standingStill(given, deadline);
      const stop = anySignal(signal, timeUp);
      let last: ModelError | undefined;
      const call = async () => {
        try {
          return await untilAborted(
            () => model.generate(request, stop === undefined ? {} : { signal: stop }),
            stop,
          );
        } catch (error) {
          if (error instanceof AbortedError) throw error;
          last = toModelError(error, { id: model.id });
          throw last;
        }
      };
      try {
        // p-retry keeps the count; the waits are made here, because its own cannot follow a Retry-After.
        return await pRetry(call, {
          retries: attempts - 1,
          minTimeout: 0,
          ...(stop === undefined ? {} : { signal: stop }),
          shouldRetry: async ({ error, attemptNumber }) => {
            if (!(error instanceof ModelError) || !error.retryable) return false;
            const backoff = firstDelaySeconds * 2 ** (attemptNumber - 1);
            const pause = error.retryAfter ?? Math.min(maxDelaySeconds, backoff);
            const delaySeconds = pause + jitterOf(pause, firstDelaySeconds, random);
            // A wait that the call cannot outlive is only lost time.
            if (pause > maxDelaySeconds) return false;
            if (deadline !== undefined && delaySeconds * 1000 >= deadline.left) return false;
            if (retriesLeft <= 0) return false;
            retriesLeft--;
            onRetry({ request: given, attempt: attemptNumber, attempts, delaySeconds, error });
            await sleep(delaySeconds, stop);
            return true;
          },
        });
      } catch (error) {
        if (signal?.aborted) throw new AbortedError(undefined, { cause: signal.reason });
        if (timeUp?.aborted && !(error instanceof ModelError)) {
          const found = `no reply within ${maxSeconds} s in all`;
          throw makeModelError('timeout', found, { id: model.id }, { cause: last, status: last?.status });
        }
        throw error;
      } finally {
        deadline?.standStill();
      }
    },
  };
}

/** The same request, whose time does not run while it waits for a rate limit. */
function standingStill(request: ModelRequest, deadline: Deadline): ModelRequest {
  return {
    ...request,
    onWait(seconds) {
      if (seconds > 0) deadline.standStill();
      else deadline.goOn();
      request.onWait?.(seconds);
    },
  };
}

async function waitFor(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  await wait(seconds * 1000, undefined, signal === undefined ? {} : { signal });
}

/** Spreads sections that failed together. Never below what was asked for: a server that says 3 s means it. */
function jitterOf(wait: number, firstDelaySeconds: number, random: () => number): number {
  return random() * Math.min(wait, firstDelaySeconds);
}

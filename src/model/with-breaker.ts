import { AbortedError, type ModelError, type ModelFault } from '../errors.ts';
import type { Model } from './model.ts';
import { makeModelError, toModelError } from './to-model-error.ts';

/** Faults of the endpoint rather than of one reply. */
const endpointFaults: readonly ModelFault[] = ['network', 'timeout', 'server', 'rate-limit'];
/** Faults that the next call will meet as well, whatever it asks. */
const lastingFaults: readonly ModelFault[] = ['auth', 'quota', 'not-found'];

export interface BreakerOptions {
  /** So many failures in a row, over all calls, make the endpoint count as dead. */
  failures?: number;
  /** After this time one call may try again. */
  coolDownSeconds?: number;
  /** Milliseconds of a clock that only goes forward. */
  now?: () => number;
}

/** What holds where an option is left out. */
export const breakerDefaults = { failures: 8, coolDownSeconds: 30 } as const;

/**
 * Stops calling a dead endpoint: after some failures in a row, or one that is sure to come again (a refused key, no
 * credit, no such model), calls fail at once with that failure, not retryable, until the cool-down is over and one
 * call has succeeded. Goes inside `withRetries`, so that every attempt counts and the waiting ones give up.
 */
export function withBreaker(
  model: Model,
  {
    failures = breakerDefaults.failures,
    coolDownSeconds = breakerDefaults.coolDownSeconds,
    now = () => performance.now(),
  }: BreakerOptions = {},
): Model {
  let inARow = 0;
  let last: ModelError | undefined;
  let closedUntil = 0;
  return {
    id: model.id,
    async generate(request, options = {}) {
      if (last !== undefined && now() < closedUntil) throw deadEndpoint(model.id, inARow, last);
      const isTrial = last !== undefined;
      // The others go on failing fast while one call tries.
      if (isTrial) closedUntil = now() + coolDownSeconds * 1000;
      try {
        const reply = await model.generate(request, options);
        inARow = 0;
        last = undefined;
        return reply;
      } catch (error) {
        if (error instanceof AbortedError) {
          if (isTrial) closedUntil = now();
          throw error;
        }
        const failure = toModelError(error, { id: model.id });
        const isLasting = lastingFaults.includes(failure.fault);
        if (isLasting || endpointFaults.includes(failure.fault)) {
          inARow++;
          if (isLasting || inARow >= failures) {
            last = failure;
            closedUntil = now() + coolDownSeconds * 1000;
          }
        } else {
          // Whatever is wrong with this reply, the endpoint is alive.
          inARow = 0;
          last = undefined;
        }
        throw failure;
      }
    },
  };
}

function deadEndpoint(id: string, inARow: number, last: ModelError): ModelError {
  const times = inARow === 1 ? 'the same failure as just before' : `${inARow} failures in a row`;
  const found = `${times} (${last.fault}), so nothing more was sent`;
  return makeModelError(
    last.fault,
    found,
    { id },
    { status: last.status, retryAfter: last.retryAfter, cause: last },
  );
}

import { AbortedError } from '../../errors.ts';
import type { Model, TokenUsage } from '../model.ts';
import { makeModelError, toModelError } from '../to-model-error.ts';
import { RateLimiter } from './rate-limiter.ts';
import { TokenEstimate } from './token-estimate.ts';

/** Times that one call is sent while the server refuses it for its rate; the pauses between double up to a minute. */
const ATTEMPTS = 8;
/** A server that wants a longer pause than this has run out for the day. */
const LONGEST_RETRY_AFTER_S = 60;

/**
 * The same model, whose calls wait for their turn under the limits of requests and tokens for a minute. A call that
 * the server refuses for its rate all the same (429) keeps its place and goes out again after the pause that the
 * server asks for. Goes inside `withRetries`, `withBudget` and `withBreaker`, which then see only what is left.
 *
 * Beside what `model` throws:
 * @throws {ModelError} not retryable: rate-limit where it is refused again and again, bad-request where it is larger
 *   than the limit for a minute
 */
export function withRateLimit(model: Model, limiter: RateLimiter = new RateLimiter()): Model {
  const tokens = new TokenEstimate();
  return {
    id: model.id,
    async generate(request, options = {}) {
      let place: number | undefined;
      for (let attempt = 1; ; attempt += 1) {
        const ticket = await limiter.enter(tokens.estimate(request), {
          signal: options.signal,
          onWait: request.onWait,
          ...(place !== undefined && { place }),
        });
        place = ticket.place;
        try {
          const reply = await limiter.run(ticket, () => model.generate(request, options));
          tokens.learn(request, reply.usage);
          limiter.settle(ticket, sum(reply.usage));
          limiter.accepted(ticket);
          return reply;
        } catch (error) {
          if (error instanceof AbortedError) {
            limiter.settle(ticket, undefined);
            throw error;
          }
          const failure = toModelError(error, { id: model.id });
          if (failure.fault !== 'rate-limit' || !failure.retryable) {
            limiter.settle(ticket, failure.usage && sum(failure.usage));
            throw failure;
          }
          limiter.refused(ticket, failure.retryAfter);
          limiter.settle(ticket, 0);
          if ((failure.retryAfter ?? 0) > LONGEST_RETRY_AFTER_S) throw failure;
          if (attempt === ATTEMPTS) {
            const found = `${ATTEMPTS} refusals for the rate of calls in a row`;
            const { status, retryAfter } = failure;
            throw makeModelError(
              'rate-limit',
              found,
              { id: model.id },
              { status, retryAfter, cause: failure },
            );
          }
        }
      }
    },
  };
}

function sum({ inputTokens, outputTokens }: TokenUsage): number | undefined {
  return inputTokens === null || outputTokens === null ? undefined : inputTokens + outputTokens;
}

import { ModelError } from '../errors.ts';
import type { ModelReply, ModelRequest } from '../model/index.ts';
import { type Recording, ReplyFault } from './recording.ts';

/** A reply as it is written down. */
export function describeReply({ text, finishReason, model, usage }: ModelReply): Pick<Recording, 'reply'> {
  return {
    reply: {
      text: text.split('\n'),
      ...(finishReason === undefined ? {} : { finishReason }),
      ...(model === undefined ? {} : { model }),
      usage: { ...usage },
    },
  };
}

/** What was wrong with a reply, as it is written down; undefined for every other kind of failure. */
export function describeFailure(error: unknown): Pick<Recording, 'failure'> | undefined {
  if (!(error instanceof ModelError)) return undefined;
  const fault = ReplyFault.safeParse(error.fault).data;
  if (fault === undefined) return undefined;
  const { message, retryable, status, text, finishReason, usage } = error;
  return {
    failure: {
      fault,
      message,
      retryable,
      ...(status === undefined ? {} : { status }),
      ...(text === undefined ? {} : { text: text.split('\n') }),
      ...(finishReason === undefined ? {} : { finishReason }),
      ...(usage === undefined ? {} : { usage: { ...usage } }),
    },
  };
}

/**
 * Gives the reply again, or throws the failure again.
 * @throws {ModelError}
 */
export function repeatOutcome(
  { reply, failure }: Pick<Recording, 'reply' | 'failure'>,
  request: ModelRequest,
): ModelReply {
  if (failure !== undefined) {
    const { fault, message, text, usage, ...details } = failure;
    throw new ModelError(fault, message, {
      ...details,
      text: text?.join('\n'),
      usage,
    });
  }
  if (reply === undefined) throw new Error('neither a reply nor a failure in it');
  const { text, finishReason, model, usage } = reply;
  const whole = text.join('\n');
  request.onDelta?.(whole);
  const { cachedInputTokens, ...counts } = usage;
  return {
    text: whole,
    ...(finishReason === undefined ? {} : { finishReason }),
    ...(model === undefined ? {} : { model }),
    usage: { ...counts, ...(cachedInputTokens === undefined ? {} : { cachedInputTokens }) },
  };
}

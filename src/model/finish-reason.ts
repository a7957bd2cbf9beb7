import type { ModelFault } from '../errors.ts';
import type { ModelReply } from './model.ts';
import { hideSecrets } from './redact.ts';
import { type ErrorContext, makeModelError } from './to-model-error.ts';

/** Every provider has its own word for the end of a reply that is not a good one. */
const faultyEndings: readonly { fault: ModelFault; reasons: readonly string[] }[] = [
  {
    fault: 'length',
    reasons: ['length', 'max_tokens', 'max_output_tokens', 'model_context_window_exceeded'],
  },
  {
    fault: 'content-filter',
    reasons: [
      'content_filter',
      'content_filtered',
      'guardrail_intervened',
      'safety',
      'blocklist',
      'prohibited_content',
      'spii',
      'recitation',
    ],
  },
  { fault: 'refusal', reasons: ['refusal'] },
];

/** What a provider's reply says, in one form for all of them. */
export interface RawReply extends ModelReply {
  /** What the model wrote in the place of an answer, where the provider has a field for it. */
  refusal?: string | undefined;
}

/**
 * Gives the reply, or throws what is wrong with it: a refusal, a filtered or cut off text (kept as evidence), no text.
 * Only an empty reply is worth asking for again as it is.
 * @throws {ModelError}
 */
export function acceptReply({ refusal, ...reply }: RawReply, context: ErrorContext): ModelReply {
  const { text, finishReason, usage } = reply;
  const evidence = { text: refusal ?? text, finishReason, usage };
  if (refusal !== undefined) {
    throw makeModelError(
      'refusal',
      `a refusal (${JSON.stringify(refusal.slice(0, 200))})`,
      context,
      evidence,
    );
  }
  const reason = finishReason?.toLowerCase();
  const ending = faultyEndings.find(({ reasons }) => reason !== undefined && reasons.includes(reason));
  if (ending !== undefined) {
    const found = `${text.length} characters that ended with finish reason "${finishReason}"`;
    throw makeModelError(ending.fault, found, context, evidence);
  }
  if (text.trim() === '') {
    throw makeModelError('empty', 'a reply without text', context, { ...evidence, retryable: true });
  }
  // A server knows the key that it was sent; what it says of it goes no further.
  return {
    ...reply,
    text: hideSecrets(text, context.secrets),
    ...(reply.model !== undefined && { model: hideSecrets(reply.model, context.secrets) }),
  };
}

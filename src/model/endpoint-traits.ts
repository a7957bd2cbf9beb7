import { ModelError } from '../errors.ts';
import { ClientFailure } from './to-model-error.ts';

/**
 * How a reply's form is asked for, in the order in which they are tried: a strict JSON schema, JSON mode, a tool call
 * with the schema as its parameters, or words alone.
 */
export const outputForms = ['json_schema', 'json_object', 'tool', 'none'] as const;
export type OutputForm = (typeof outputForms)[number];

/** What an endpoint takes. */
export interface EndpointTraits {
  form: OutputForm;
  temperature: boolean;
  /** The name of the token limit; undefined leaves it to LangChain, which goes by the model's name. */
  limit: 'max_tokens' | 'max_completion_tokens' | undefined;
  /** Whether it streams where that is wanted, and counts tokens in a stream. */
  stream: 'usage' | 'plain' | 'none';
}

export const hopefulTraits: EndpointTraits = {
  form: 'json_schema',
  temperature: true,
  limit: undefined,
  stream: 'usage',
};

/** Codes of a refusal that another way of asking does not change. */
const isAboutText = ['context_length_exceeded', 'content_filter', 'json_validate_failed', 'tool_use_failed'];

/**
 * What to try next after an endpoint refused a request (HTTP 400 or 422), or undefined where nothing milder is left.
 * The field `param` of the error decides where the server fills it. Without it the reply's form is the suspect,
 * unless this endpoint has already taken that form (`isProven`): then the request itself is at fault.
 */
export function yieldTo(
  traits: EndpointTraits,
  error: unknown,
  { isProven }: { isProven: boolean },
): EndpointTraits | undefined {
  if (!(error instanceof ModelError) || !(error.cause instanceof ClientFailure)) return undefined;
  const { status, param, codes } = error.cause;
  if (status !== 400 && status !== 422) return undefined;
  if (codes.some((code) => isAboutText.includes(code))) return undefined;
  if (param === 'temperature') return traits.temperature ? { ...traits, temperature: false } : undefined;
  if (param === 'max_tokens' || param === 'max_completion_tokens') {
    if (traits.limit !== undefined) return undefined;
    return { ...traits, limit: param === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens' };
  }
  if (param?.startsWith('stream')) {
    if (traits.stream === 'none') return undefined;
    return { ...traits, stream: param === 'stream' || traits.stream === 'plain' ? 'none' : 'plain' };
  }
  const isAboutForm = param !== undefined && /^(response_format|text|tools?|tool_choice)\b/.test(param);
  if (!isAboutForm && (param !== undefined || isProven)) return undefined;
  return withMilderForm(traits);
}

/** Undefined where there is none. */
export function withMilderForm(traits: EndpointTraits): EndpointTraits | undefined {
  const milder = outputForms[outputForms.indexOf(traits.form) + 1];
  return milder === undefined ? undefined : { ...traits, form: milder };
}

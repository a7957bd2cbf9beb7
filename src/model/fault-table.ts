import type { ModelFault } from '../errors.ts';
import type { ErrorFields } from './error-fields.ts';

/** What a failed call means. */
export interface Verdict {
  fault: ModelFault;
  retryable: boolean;
}

interface FaultRow extends Verdict {
  /** Any of these names, codes or statuses is enough. */
  names?: readonly string[];
  codes?: readonly string[];
  statuses?: (status: number) => boolean;
}

/** The rows are tried in order; the first that fits decides. What is said by a name or a code beats the status. */
const faultTable: readonly FaultRow[] = [
  { fault: 'refusal', retryable: false, names: ['ModelRefusalError'] },
  { fault: 'length', retryable: false, names: ['LengthFinishReasonError'] },
  {
    fault: 'content-filter',
    retryable: false,
    names: ['ContentFilterFinishReasonError'],
    codes: ['content_filter', 'content_policy_violation', 'ResponsibleAIPolicyViolation'],
  },
  {
    fault: 'quota',
    retryable: false,
    codes: ['insufficient_quota', 'billing_hard_limit_reached', 'billing_not_active', 'access_terminated'],
    statuses: (status) => status === 402,
  },
  // Groq checks the model's JSON itself, and calls a wrong one a bad request.
  { fault: 'invalid-reply', retryable: true, codes: ['json_validate_failed', 'tool_use_failed'] },
  {
    fault: 'bad-request',
    retryable: false,
    names: ['ContextOverflowError'],
    codes: ['context_length_exceeded'],
  },
  {
    fault: 'auth',
    retryable: false,
    statuses: (status) => status === 401 || status === 403 || status === 407,
  },
  { fault: 'not-found', retryable: false, statuses: (status) => status === 404 || status === 410 },
  { fault: 'timeout', retryable: true, statuses: (status) => status === 408 || status === 504 },
  { fault: 'rate-limit', retryable: true, statuses: (status) => status === 429 },
  { fault: 'server', retryable: true, statuses: (status) => status === 409 || status === 425 },
  { fault: 'bad-request', retryable: false, statuses: (status) => status >= 400 && status < 500 },
  { fault: 'server', retryable: false, statuses: (status) => status === 501 || status === 505 },
  { fault: 'server', retryable: true, statuses: (status) => status >= 500 },
  // Wrong certificates and wrong names stay wrong however often one asks.
  {
    fault: 'network',
    retryable: false,
    codes: [
      'ENOTFOUND',
      'ERR_INVALID_URL',
      'CERT_HAS_EXPIRED',
      'CERT_NOT_YET_VALID',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'UNABLE_TO_GET_ISSUER_CERT',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'ERR_TLS_CERT_ALTNAME_INVALID',
      'ERR_SSL_WRONG_VERSION_NUMBER',
      'ERR_SSL_PACKET_LENGTH_TOO_LONG',
      'EPROTO',
    ],
  },
  {
    fault: 'timeout',
    retryable: true,
    names: ['TimeoutError', 'APIConnectionTimeoutError'],
    codes: ['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'],
  },
  {
    fault: 'network',
    retryable: true,
    // Google's client gives this bare error for a failed connection, and its subclasses for all else.
    names: ['APIConnectionError', 'GoogleGenerativeAIError'],
    codes: [
      'ECONNREFUSED',
      'ECONNRESET',
      'ECONNABORTED',
      'EPIPE',
      'EAI_AGAIN',
      'EHOSTUNREACH',
      'ENETUNREACH',
      'ENETDOWN',
      'UND_ERR_SOCKET',
      'HPE_INVALID_CONSTANT',
    ],
  },
  // Nobody asked to stop (that case is an AbortedError), so a timer inside the client did.
  { fault: 'timeout', retryable: true, names: ['AbortError', 'APIUserAbortError', 'ModelAbortError'] },
  { fault: 'invalid-reply', retryable: true, names: ['SyntaxError', 'OutputParserException'] },
];

/** Finds what an error means by its fields. */
export function judgeError({ names, codes, status }: ErrorFields): Verdict {
  const row = faultTable.find(
    (candidate) =>
      candidate.names?.some((name) => names.includes(name)) ||
      candidate.codes?.some((code) => codes.includes(code)) ||
      (status !== undefined && candidate.statuses?.(status)),
  );
  return row ?? { fault: 'unknown', retryable: false };
}

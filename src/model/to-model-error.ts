import { ModelError, type ModelFault } from '../errors.ts';
import { type ErrorFields, readErrorFields } from './error-fields.ts';
import { judgeError } from './fault-table.ts';
import { faultWords } from './fault-words.ts';
import type { ModelReply } from './model.ts';
import { hideSecrets, redactSecrets } from './redact.ts';
import { type HeaderReader, readRetryAfter } from './retry-after.ts';

/** Who was asked, and what must not be said. */
export interface ErrorContext {
  /** The model's id. */
  id?: string;
  /** Keys and the like; they are cut out of every text of the error. */
  secrets?: readonly string[];
  /** The response's headers, where the error itself has lost them. */
  header?: HeaderReader | undefined;
}

/**
 * Turns whatever a client library threw into a ModelError, judging by typed fields (status, code, type, name,
 * headers, through the chain of causes), never by its message. A ModelError stays as it is.
 * A copy of the original without its secrets is the cause.
 */
export function toModelError(error: unknown, context: ErrorContext = {}): ModelError {
  if (error instanceof ModelError) return error;
  const fields = readErrorFields(error);
  const { fault, retryable } = judgeError(fields);
  const header: HeaderReader = (name) => fields.header(name) ?? context.header?.(name);
  return makeModelError(fault, describeFields(fields, header), context, {
    retryable,
    retryAfter: readRetryAfter(header),
    status: fields.status,
    cause: new ClientFailure(error, fields, context.secrets),
  });
}

/**
 * What a client library threw, as far as it may be shown: ModelError's cause. A copy, because the original holds
 * requests and keys.
 */
export class ClientFailure extends Error {
  readonly status: number | undefined;
  readonly codes: readonly string[];
  readonly param: string | undefined;
  constructor(
    error: unknown,
    { message, codes, status, param }: ErrorFields,
    secrets: readonly string[] | undefined,
  ) {
    super(redactSecrets(message, secrets));
    this.name = error instanceof Error ? error.name : 'ClientFailure';
    if (error instanceof Error && error.stack !== undefined) this.stack = redactSecrets(error.stack, secrets);
    this.codes = codes.map((code) => redactSecrets(code, secrets));
    this.status = status;
    this.param = param;
  }
}

/** What is known of a failed call beside its fault. */
export interface FaultDetails {
  retryable?: boolean;
  retryAfter?: number | undefined;
  status?: number | undefined;
  text?: string | undefined;
  finishReason?: string | undefined;
  usage?: ModelReply['usage'] | undefined;
  cause?: unknown;
}

/** Words an error: "cannot get a reply from X: found Y, expected Z. Way out." `found` may quote the server. */
export function makeModelError(
  fault: ModelFault,
  found: string,
  { id = 'the model', secrets }: ErrorContext,
  details: FaultDetails = {},
): ModelError {
  const { expected, wayOut } = faultWords[fault];
  const message = `cannot get a reply from ${id}: found ${found}, expected ${expected}. ${wayOut}`;
  const text = details.text === undefined ? undefined : hideSecrets(details.text, secrets);
  return new ModelError(fault, redactSecrets(message, secrets), { ...details, text });
}

const longestQuote = 300;

function describeFields({ message, codes, status, requestId }: ErrorFields, header: HeaderReader): string {
  // LangChain adds a paragraph with a link to its own documentation.
  const [firstParagraph = ''] = message.split('\n\n');
  const said = firstParagraph
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.+$/, '');
  const quote = said.length > longestQuote ? `${said.slice(0, longestQuote)}...` : said;
  const isSaid = status !== undefined && quote.startsWith(String(status));
  const wait = readRetryAfter(header);
  const place = [
    status !== undefined && !isSaid ? `HTTP ${status}` : undefined,
    codes.find((code) => !quote.includes(code)),
    requestId ?? header('x-request-id'),
    wait === undefined ? undefined : `asks to wait ${Math.ceil(wait)} s`,
  ].filter((part) => part !== undefined);
  const head = isSaid ? `HTTP ${quote}` : quote || 'an error without a message';
  return place.length === 0 ? head : `${head} (${place.join(', ')})`;
}

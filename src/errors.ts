/** What went wrong, for exit codes and for callers that branch on it. */
export type ErrorCode = 'input' | 'usage' | 'output' | 'model' | 'report' | 'queue' | 'aborted';

/**
 * A fault of the caller or the world (wrong text is a finding, never an error).
 * Worded "cannot do X: found Y, expected Z", with the way out.
 */
export class GapwrightError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** One thing wrong in an input file. */
export interface InputIssue {
  /** The place in the file, e.g. `skills[3].level`; empty for the whole. */
  path: string;
  found: string;
  expected: string;
  line?: number;
  column?: number;
}

/** An input cannot be used. Nothing has been written. */
export class InputError extends GapwrightError {
  readonly file: string;
  readonly issues: readonly InputIssue[];
  constructor(
    file: string,
    message: string,
    issues: readonly InputIssue[] = [],
    options?: { cause?: unknown },
  ) {
    super('input', message, options);
    this.file = file;
    this.issues = issues;
  }
}

/** A command or an option is off. */
export class UsageError extends GapwrightError {
  constructor(message: string, options?: { cause?: unknown }) {
    super('usage', message, options);
  }
}

/** A file cannot be written; what had been written of it is gone again. */
export class OutputError extends GapwrightError {
  constructor(message: string, options?: { cause?: unknown }) {
    super('output', message, options);
  }
}

/** Why a model call failed, as retry, repair and fallback need to know it. */
export type ModelFault =
  | 'rate-limit'
  | 'quota'
  | 'auth'
  | 'not-found'
  | 'bad-request'
  | 'server'
  | 'network'
  | 'timeout'
  | 'empty'
  | 'invalid-reply'
  | 'refusal'
  | 'content-filter'
  | 'length'
  | 'budget'
  | 'missing-package'
  /** The reply is on its way: it was asked for through a provider's Batch API. */
  | 'pending'
  | 'unknown';

/** What a reply that cannot be used has cost, as the provider counted it; null where it did not say. */
interface SpentTokens {
  inputTokens: number | null;
  outputTokens: number | null;
  batch?: true;
}

/** A model call failed for good, or failed once (`retryable`). Keeps the evidence. */
export class ModelError extends GapwrightError {
  readonly fault: ModelFault;
  readonly retryable: boolean;
  /** Seconds that the server asked us to wait. */
  readonly retryAfter: number | undefined;
  readonly status: number | undefined;
  /** The text the model had sent, if any. */
  readonly text: string | undefined;
  readonly finishReason: string | undefined;
  readonly usage: SpentTokens | undefined;
  constructor(
    fault: ModelFault,
    message: string,
    details: {
      retryable?: boolean;
      retryAfter?: number | undefined;
      status?: number | undefined;
      text?: string | undefined;
      finishReason?: string | undefined;
      usage?: SpentTokens | undefined;
      cause?: unknown;
    } = {},
  ) {
    super('model', message, { cause: details.cause });
    this.fault = fault;
    this.retryable = details.retryable ?? false;
    this.retryAfter = details.retryAfter;
    this.status = details.status;
    this.text = details.text;
    this.finishReason = details.finishReason;
    this.usage = details.usage;
  }
}

/** The finished report still contradicts its facts, so it is not handed over. Keeps the findings as evidence. */
export class ReportError extends GapwrightError {
  readonly findings: readonly unknown[];
  constructor(message: string, findings: readonly unknown[]) {
    super('report', message);
    this.findings = findings;
  }
}

/** The server of the queue cannot be reached, or refuses to serve. No secret of its address is in the message. */
export class QueueError extends GapwrightError {
  constructor(message: string, options?: { cause?: unknown }) {
    super('queue', message, options);
  }
}

/** The work was stopped by its AbortSignal. */
export class AbortedError extends GapwrightError {
  constructor(message = 'cannot finish: stopped by the caller', options?: { cause?: unknown }) {
    super('aborted', message, options);
  }
}

import { type ErrorCode, GapwrightError, InputError, type InputIssue, ReportError } from '../errors.ts';

/** An error as the page gets it. */
export interface ErrorBody {
  error: { code: string; message: string; issues?: readonly InputIssue[]; findings?: readonly unknown[] };
}

const STATUS: Readonly<Record<ErrorCode, 400 | 409 | 422 | 500 | 502>> = {
  input: 422,
  queue: 502,
  usage: 400,
  output: 500,
  model: 502,
  report: 409,
  aborted: 409,
};

/** A report that is not there, or not any more. */
export class MissingError extends Error {}

/** What went wrong as words and evidence; a fault of our own by its message alone, without where it lies. */
export function explainError(error: unknown): { status: (typeof STATUS)[ErrorCode] | 404; body: ErrorBody } {
  if (error instanceof MissingError)
    return { status: 404, body: { error: { code: 'not-found', message: error.message } } };
  if (!(error instanceof GapwrightError)) {
    const message = `a fault of gapwright itself: ${error instanceof Error ? error.message : String(error)}`;
    return { status: 500, body: { error: { code: 'fault', message } } };
  }
  const { code, message } = error;
  return {
    status: STATUS[code],
    body: {
      error: {
        code,
        message,
        ...(error instanceof InputError && { issues: error.issues }),
        ...(error instanceof ReportError && { findings: error.findings }),
      },
    },
  };
}

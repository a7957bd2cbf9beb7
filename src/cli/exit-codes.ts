import { AbortedError, type ErrorCode, GapwrightError } from '../errors.ts';

/** The contract's exit codes. */
export const EXIT = { done: 0, findings: 1, usage: 2, model: 3, interrupted: 130 } as const;

const BY_CODE: Readonly<Record<ErrorCode, number>> = {
  input: EXIT.usage,
  usage: EXIT.usage,
  output: EXIT.usage,
  model: EXIT.model,
  report: EXIT.findings,
  queue: EXIT.model,
  aborted: EXIT.interrupted,
};

/** The exit code that an error stands for; undefined for a fault of our own. */
export function exitCodeOf(error: unknown): number | undefined {
  if (error instanceof GapwrightError) return BY_CODE[error.code];
  if (error instanceof Error && error.name === 'AbortError') return BY_CODE[new AbortedError().code];
  return undefined;
}

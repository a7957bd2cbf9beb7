import { AbortedError } from '../errors.ts';

/**
 * The work's result, or an AbortedError as soon as the signal fires, even where the work does not listen to it.
 * The work itself is left to end by itself; its late failure is swallowed.
 */
export async function untilAborted<T>(work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work();
  if (signal.aborted) throw new AbortedError(undefined, { cause: signal.reason });
  const running = work();
  let onAbort: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(new AbortedError(undefined, { cause: signal.reason }));
    signal.addEventListener('abort', onAbort, { once: true });
  });
  running.catch(() => {});
  try {
    return await Promise.race([running, aborted]);
  } catch (error) {
    // The work may notice the signal first and throw an error of its own kind.
    if (signal.aborted && !(error instanceof AbortedError)) {
      throw new AbortedError(undefined, { cause: signal.reason });
    }
    throw error;
  } finally {
    if (onAbort !== undefined) signal.removeEventListener('abort', onAbort);
  }
}

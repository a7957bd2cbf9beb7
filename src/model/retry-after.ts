/** Reads one response header; undefined where it is absent. */
export type HeaderReader = (name: string) => string | undefined;

/**
 * The wait in seconds that a server asks for: `Retry-After` as seconds or as an HTTP date, or OpenAI's
 * `retry-after-ms`. A date counts from the server's own `Date` header where there is one, so that a wrong
 * clock on this side changes nothing. Undefined where the server asks for nothing readable.
 */
export function readRetryAfter(header: HeaderReader, now: number = Date.now()): number | undefined {
  const milliseconds = readNumber(header('retry-after-ms'));
  if (milliseconds !== undefined) return milliseconds / 1000;
  const value = header('retry-after');
  if (value === undefined) return undefined;
  const seconds = readNumber(value);
  if (seconds !== undefined) return seconds;
  const date = Date.parse(value);
  if (Number.isNaN(date)) return undefined;
  const serverNow = Date.parse(header('date') ?? '');
  return Math.max(0, (date - (Number.isNaN(serverNow) ? now : serverNow)) / 1000);
}

function readNumber(value: string | undefined): number | undefined {
  if (value === undefined || !/^\s*\d+(\.\d+)?\s*$/.test(value)) return undefined;
  return Number(value);
}

import { UsageError } from '../errors.ts';

/** Where the server of a queue is. */
export interface QueueAddress {
  /** With user and password, where it has them: for the client alone. */
  url: string;
  password: string | undefined;
  /** Host, port and database: what may be told. */
  shown: string;
}

/**
 * Parses the address of a Redis server: `redis://host:6379/0`, `rediss://` for TLS. A password given beside it goes
 * before one within.
 * @throws {UsageError} that repeats no password
 */
export function parseQueueAddress(
  text: string,
  { password }: { password?: string | undefined } = {},
): QueueAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^rediss?:$/.test(url.protocol) || url.hostname === '' || !/^\/?\d*$/.test(url.pathname))
    throw new UsageError(
      `cannot use the queue ${JSON.stringify(withoutSecret(text))}: expected the address of a Redis server, such as redis://127.0.0.1:6379 or rediss://host:6380/1`,
    );
  const shown = `${url.protocol}//${url.hostname}:${url.port || '6379'}${url.pathname === '/' ? '' : url.pathname}`;
  return { url: text, password, shown };
}

/** Everything before the last @ of a host may be a secret, and so may a query. */
const withoutSecret = (text: string) =>
  text.replace(/^([a-z]+:\/\/)?[^/]*@/i, '$1***@').replace(/\?.*$/s, '?***');

import type { Redis } from 'ioredis';
import { QueueError } from '../errors.ts';
import { loadQueuePackages } from './load-packages.ts';
import type { QueueAddress } from './parse-queue-address.ts';

export interface RedisOptions {
  /** Seconds that the first connection may take. A lost one is tried again for ever. Default 5. */
  patienceSeconds?: number;
  /** The connection is lost, or there again. */
  onChange?: (state: 'lost' | 'back') => void;
}

/** The longest wait between two attempts to connect. */
const MOST_WAIT_MS = 2000;

/**
 * Connects to the Redis server of a queue.
 * @throws {QueueError} where it cannot be reached or refuses, without any secret of the address
 * @throws {UsageError} where the optional packages are not there
 */
export async function openRedis(
  { url, password, shown }: QueueAddress,
  { patienceSeconds = 5, onChange = () => {} }: RedisOptions = {},
): Promise<Redis> {
  const { Redis } = await loadQueuePackages();
  const redis = new Redis(url, {
    ...(password !== undefined && { password }),
    // Commands wait for a server that restarts; BullMQ asks for this.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(times * 100, MOST_WAIT_MS),
    lazyConnect: true,
  });
  let ready = false;
  let lost = false;
  await new Promise<void>((resolve, reject) => {
    let last: Error | undefined;
    const fail = () => {
      redis.disconnect();
      reject(
        new QueueError(
          `cannot reach the queue at ${shown}: found ${describe(last)}, expected a Redis server that lets us in`,
          { cause: last },
        ),
      );
    };
    const timer = setTimeout(fail, patienceSeconds * 1000);
    redis.on('error', (error) => {
      last = error;
      if (ready || !/WRONGPASS|NOAUTH|NOPERM|invalid username|DB index/i.test(error.message)) return;
      clearTimeout(timer);
      fail();
    });
    redis.on('reconnecting', () => {
      if (!ready || lost) return;
      lost = true;
      onChange('lost');
    });
    redis.on('ready', () => {
      if (lost) onChange('back');
      lost = false;
      ready = true;
      clearTimeout(timer);
      resolve();
    });
    // Each failure is an event as well, and is tried again until the patience ends.
    redis.connect().catch(() => {});
  });
  return redis;
}

function describe(error: Error | undefined): string {
  if (!error) return 'no answer';
  const { code, message } = error as NodeJS.ErrnoException;
  // ioredis adds the command, arguments and all, as a field: the message alone is told.
  return code && !message.includes(code) ? `${code} ${message}` : message || code || error.name;
}

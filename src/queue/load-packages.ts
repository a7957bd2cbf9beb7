import { UsageError } from '../errors.ts';

/**
 * Loads BullMQ and its client of Redis.
 * @throws {UsageError} with the command that installs them
 */
export async function loadQueuePackages(): Promise<{
  bullmq: typeof import('bullmq');
  Redis: typeof import('ioredis').Redis;
}> {
  try {
    const [bullmq, { Redis }] = await Promise.all([import('bullmq'), import('ioredis')]);
    return { bullmq, Redis };
  } catch (cause) {
    throw new UsageError(
      'cannot use a queue: found no usable packages bullmq and ioredis, expected them beside gapwright. Install them with: npm install bullmq ioredis@5',
      { cause },
    );
  }
}

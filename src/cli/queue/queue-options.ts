import { type Command, InvalidArgumentError } from 'commander';
import type { Config } from '../../config.ts';
import { UsageError } from '../../errors.ts';
import type { Io } from '../io.ts';

export interface QueueFlags {
  queue?: string;
  store?: string;
}

/** Adds the flags that say where the queue and its store are. */
export function addQueueOptions(command: Command): Command {
  return command
    .option('--queue <url>', 'Redis server of the queue: redis://host:port/db, or rediss:// for TLS')
    .option(
      '--store <place>',
      'where resumes, sections and reports are kept on the way: a folder that all machines see, or s3://bucket/prefix',
    );
}

/** What the flags and the environment say of the queue. */
export interface QueuePlace {
  queue: string;
  password: string | undefined;
}

/**
 * The queue that flags or environment name.
 * @throws UsageError where neither does
 */
export function queueOf(config: Config): QueuePlace {
  if (config.queue === undefined) throw missing('--queue', 'GAPWRIGHT_QUEUE', 'redis://127.0.0.1:6379');
  return { queue: config.queue, password: config.queuePassword };
}

/**
 * Opens the store that flags or environment name.
 * @throws UsageError
 */
export async function openStoreOf(config: Config, io: Io) {
  if (config.store === undefined)
    throw missing('--store', 'GAPWRIGHT_STORE', 'a folder that all machines see, or s3://bucket/prefix');
  const { openStore } = await import('../../store/index.ts');
  return openStore(config.store, { cwd: io.cwd });
}

function missing(flag: string, variable: string, example: string): UsageError {
  return new UsageError(
    `cannot work with a queue: found no ${flag} and no ${variable}, expected one, such as ${example}`,
  );
}

/** Whole numbers from `least` on, as a flag. */
export function wholeFrom(least: number): (text: string) => number {
  return (text) => {
    if (!/^\d{1,9}$/.test(text) || Number(text) < least)
      throw new InvalidArgumentError(`expected a whole number from ${least} on.`);
    return Number(text);
  };
}

import type { CliCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { addQueueOptions, type QueueFlags, queueOf } from './queue-options.ts';

/** `gapwright queue retry`: dead letters get another round. */
export const retryCommand: CliCommand = {
  name: 'retry',
  summary: 'put every report that failed into the queue again',
  configure: (command) => void addQueueOptions(command),
  async run(_args, raw, io, speaker) {
    const { queue } = raw as QueueFlags;
    const [{ loadDotenv, readConfig }, { retryFailed }] = await Promise.all([
      import('../../config.ts'),
      import('../../queue/index.ts'),
    ]);
    const config = readConfig({ queue }, io.env, { dotenv: loadDotenv(io.cwd) });
    speaker.say(`${await retryFailed(queueOf(config))} reports are in the queue again.`);
    return EXIT.done;
  },
};

import type { CliCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { addQueueOptions, openStoreOf, type QueueFlags, queueOf } from './queue-options.ts';

/** `gapwright queue drain`: nothing is left that nobody works on. */
export const drainCommand: CliCommand = {
  name: 'drain',
  summary: 'take all reports out of the queue, and their resumes and sections out of the store',
  configure: (command) => void addQueueOptions(command),
  async run(_args, raw, io, speaker) {
    const { queue, store: place } = raw as QueueFlags;
    const [{ loadDotenv, readConfig }, { drainQueue }] = await Promise.all([
      import('../../config.ts'),
      import('../../queue/index.ts'),
    ]);
    const config = readConfig({ queue, store: place }, io.env, { dotenv: loadDotenv(io.cwd) });
    const { removed, inHand } = await drainQueue(queueOf(config), await openStoreOf(config, io));
    speaker.say(
      `${removed} reports were taken out${inHand > 0 ? `; ${inHand} are being worked on: say it again when they are done` : ''}.`,
    );
    return EXIT.done;
  },
};

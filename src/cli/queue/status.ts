import type { CliCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { safe } from '../io.ts';
import { addQueueOptions, openStoreOf, type QueueFlags, queueOf } from './queue-options.ts';

/** `gapwright queue status`: what waits, what is under way, what failed and why. */
export const statusCommand: CliCommand = {
  name: 'status',
  summary:
    'say what waits, what is under way, how many workers there are, and what failed (why, with --store)',
  configure: (command) => void addQueueOptions(command),
  async run(_args, raw, io) {
    const { queue, store: place } = raw as QueueFlags;
    const [{ loadDotenv, readConfig }, { parseQueueAddress, readQueueStatus }] = await Promise.all([
      import('../../config.ts'),
      import('../../queue/index.ts'),
    ]);
    const config = readConfig({ queue, store: place }, io.env, { dotenv: loadDotenv(io.cwd) });
    const store = config.store === undefined ? undefined : await openStoreOf(config, io);
    const address = queueOf(config);
    const { jobs, workers, rate, failed } = await readQueueStatus(address, store);
    const count = (kind: 'section' | 'report') => {
      const { wait = 0, active = 0, delayed = 0, failed = 0 } = jobs[kind];
      return `${wait} waiting, ${active} under way, ${delayed} to be tried again later, ${failed} failed`;
    };
    const lines = [
      `queue     ${parseQueueAddress(address.queue).shown}`,
      `sections  ${count('section')}`,
      `reports   ${jobs.report['waiting-children'] ?? 0} waiting for their sections, ${count('report')}`,
      `workers   ${workers ?? 'not known: Redis does not list its clients'}`,
      `limit     ${rate ? `${rate.max} sections in ${rate.seconds} s, all workers together` : 'none'}`,
      ...failed.map(({ report, failure }) =>
        failure
          ? `failed    ${report}${failure.section === undefined ? '' : ` (${failure.section})`}: ${failure.error}: ${failure.reason}`
          : `failed    ${report}`,
      ),
    ];
    const hidden = (jobs.report.failed ?? 0) - failed.length;
    if (hidden > 0) lines.push(`          and ${hidden} more`);
    io.stdout.write(`${lines.map(safe).join('\n')}\n`);
    return EXIT.done;
  },
};

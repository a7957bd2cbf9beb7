import type { CliGroup } from './command.ts';
import { drainCommand } from './queue/drain.ts';
import { retryCommand } from './queue/retry.ts';
import { statusCommand } from './queue/status.ts';

/** `gapwright queue`: looks after the queue of gapwright batch --queue. */
export const queueCommands: CliGroup = {
  name: 'queue',
  summary: 'look after a queue of reports: status, retry, drain',
  commands: [statusCommand, retryCommand, drainCommand],
};

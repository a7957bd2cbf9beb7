import { InvalidArgumentError } from 'commander';
import type { HealthServer, JobOutcome, WorkerEvent } from '../queue/index.ts';
import type { CliCommand } from './command.ts';
import { EXIT } from './exit-codes.ts';
import type { CommonFlags, Speaker } from './io.ts';
import { amount, describeSpent, type ModelFlags, openConfigured } from './open-configured.ts';
import { addQueueOptions, openStoreOf, type QueueFlags, queueOf, wholeFrom } from './queue/queue-options.ts';
import { warnAboutDotenv } from './warn-about-dotenv.ts';

interface WorkerFlags
  extends QueueFlags,
    Pick<ModelFlags, 'maxTokens' | 'maxCost' | 'maxSeconds' | 'rpm' | 'tpm' | 'prices'>,
    CommonFlags {
  concurrency?: string;
  queueRate?: { max: number; seconds: number } | 'off';
  timeout?: string;
  grace: number;
  stalledAfter: number;
  keep?: boolean;
  metricsPort?: number;
  metricsHost: string;
}

/** `gapwright worker`: works at a queue until it is told to end. */
export const workerCommand: CliCommand = {
  name: 'worker',
  summary: 'write the reports that gapwright batch --queue asks for, on this machine or any other',
  configure(command) {
    addQueueOptions(command)
      .option('--concurrency <n>', 'sections written at the same time (default: 6)')
      .option(
        '--queue-rate <n/s>',
        'sections that all workers together begin: 10/s, 500/min or 5000/h; holds for the queue until another is set, or off',
        parseRate,
      )
      .option('--timeout <seconds>', 'for one call of the model (default: 120)')
      .option('--max-tokens <n>', 'tokens after which this worker ends', amount)
      .option('--max-cost <amount>', 'cost by the table of prices after which this worker ends', amount)
      .option('--max-seconds <n>', 'seconds of calls after which this worker ends', amount)
      .option(
        '--rpm <n>',
        'requests a minute of this worker at most (default: as the server says in its headers)',
      )
      .option(
        '--tpm <n>',
        'tokens a minute of this worker at most, input and output together (default: as the server says)',
      )
      .option('--prices <file>', 'prices by model for --max-cost, laid over the built-in table')
      .option(
        '--grace <seconds>',
        'what jobs in hand may take when the worker is told to end; then they are handed back',
        wholeFrom(0),
        30,
      )
      .option(
        '--stalled-after <seconds>',
        'when the jobs of a worker that is gone go to another one',
        wholeFrom(1),
        30,
      )
      .option('--keep', 'leave resumes and sections in the store when a report is there')
      .option('--metrics-port <n>', 'serve /healthz, /readyz and /metrics (Prometheus) there', wholeFrom(0))
      .option('--metrics-host <address>', 'address to serve them at', '127.0.0.1');
  },
  async run(_args, raw, io, speaker) {
    const flags = raw as unknown as WorkerFlags;
    const [{ loadDotenv, readConfig }, { openMetrics, openWorker, parseQueueAddress, serveHealth }] =
      await Promise.all([import('../config.ts'), import('../queue/index.ts')]);
    const { queue, store: place, timeout, concurrency, rpm, tpm } = flags;
    const config = readConfig({ queue, store: place, timeout, concurrency, rpm, tpm }, io.env, {
      dotenv: loadDotenv(io.cwd),
    });
    warnAboutDotenv(io.cwd, speaker);
    const address = queueOf(config);
    const store = await openStoreOf(config, io);
    // Before the worker: a package that is missing is better known now.
    const metrics = flags.metricsPort === undefined ? undefined : await openMetrics();
    const tally = new Tally();
    const spent: (() => string | undefined)[] = [];
    const { queueRate, grace, stalledAfter, keep = false } = flags;
    const stop = new AbortController();
    const worker = await openWorker({
      ...address,
      store,
      async openModel(id) {
        const opened = await openConfigured(id, config, flags, [], io);
        spent.push(() => describeSpent(opened));
        return opened;
      },
      concurrency: config.concurrency,
      rate: queueRate,
      graceSeconds: grace,
      stalledSeconds: stalledAfter,
      keep,
      onEvent(event) {
        metrics?.follow(event);
        tally.follow(event);
        tell(event, speaker);
      },
      signal: AbortSignal.any([io.signal, stop.signal]),
    });
    metrics?.watch(worker);
    let health: HealthServer | undefined;
    try {
      if (metrics && flags.metricsPort !== undefined)
        health = await serveHealth(worker, metrics, { port: flags.metricsPort, host: flags.metricsHost });
      speaker.say(
        `At the queue ${parseQueueAddress(address.queue).shown} with the store ${store.address}${health ? `; health and metrics at ${health.url}` : ''}. Ctrl-C or SIGTERM ends it.`,
      );
      await worker.done;
      const costs = spent.flatMap((read) => read() ?? []).join('; ');
      speaker.say(`${tally.describe()}${costs === '' ? '' : ` (${costs})`}.`);
      return EXIT.done;
    } catch (error) {
      stop.abort();
      await worker.done.catch(() => {});
      speaker.say(`${tally.describe()}; what is left waits for other workers.`);
      throw error;
    } finally {
      await health?.close();
    }
  },
};

function parseRate(text: string): WorkerFlags['queueRate'] {
  if (text === 'off') return 'off';
  const match = /^(\d{1,9})\/(s|min|h)$/.exec(text);
  const max = Number(match?.[1]);
  if (!match || max < 1) throw new InvalidArgumentError('expected 10/s, 500/min, 5000/h or off.');
  return { max, seconds: { s: 1, min: 60, h: 3600 }[match[2] as 's' | 'min' | 'h'] };
}

/** Drafts and reports stay out of the log: names are in them. */
function tell(event: WorkerEvent, speaker: Speaker): void {
  if (event.type === 'draft' || event.type === 'report') return;
  speaker.event({ ...event });
  switch (event.type) {
    case 'job-end': {
      const { kind, report, section, outcome, seconds, error } = event;
      const about = `${kind} ${report}${section === undefined ? '' : ` ${section}`}: ${outcome}`;
      const text = `${about}${error === undefined ? '' : ` (${error})`}, ${seconds.toFixed(1)} s`;
      if (outcome === 'failed') speaker.warn(text);
      else speaker.detail(text);
      break;
    }
    case 'job-stalled':
      speaker.detail(`${event.kind} ${event.job}: taken over from a worker that is gone`);
      break;
    case 'queue-limited':
      speaker.detail(`the provider asks for a pause of ${Math.ceil(event.seconds)} s; all workers keep it`);
      break;
    case 'queue-lost':
      speaker.warn('Redis is gone; waiting for it');
      break;
    case 'queue-back':
      speaker.say('Redis is there again.');
      break;
    case 'worker-stopping':
      speaker.say(
        event.active === 0
          ? 'Ending.'
          : `Ending: ${event.active} jobs in hand are finished first, or handed back.`,
      );
      break;
  }
}

/** What a worker has done, for its last line. */
class Tally {
  readonly #counts = new Map<string, number>();

  follow(event: WorkerEvent): void {
    if (event.type !== 'job-end') return;
    const name = `${event.kind} ${event.outcome}`;
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  describe(): string {
    const of = (kind: string, outcome: JobOutcome) => this.#counts.get(`${kind} ${outcome}`) ?? 0;
    const both = (outcome: JobOutcome) => of('section', outcome) + of('report', outcome);
    return `${of('section', 'done')} sections drafted, ${of('report', 'done')} reports put together, ${both('handed-back')} jobs handed back, ${both('failed')} failed`;
  }
}

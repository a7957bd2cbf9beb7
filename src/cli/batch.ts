import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import type { BatchCounts, BatchEvent, BatchOptions } from '../batch/index.ts';
import { AbortedError, UsageError } from '../errors.ts';
import { addCaseOptions, type CaseFlags, readFactOptions } from './case-options.ts';
import type { CliCommand } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { type CommonFlags, type Io, type Speaker, safe } from './io.ts';
import { locateRole } from './locate-role.ts';
import {
  addModelOptions,
  type ConfiguredModel,
  describeSpent,
  type ModelFlags,
  openConfigured,
} from './open-configured.ts';
import { openRenderers } from './open-renderers.ts';
import {
  addProviderBatchOptions,
  checkProviderBatchFlags,
  describeBatchSpent,
  describeEstimate,
  describeWaiting,
  keyedFor,
  openProviderBatchOf,
  type ProviderBatchFlags,
  writeThrough,
} from './provider-batch.ts';
import { addQueueOptions } from './queue/queue-options.ts';
import { addStyleOptions, loadPrompts, type StyleFlags, styleOf } from './style-options.ts';
import { describeWait, tellWaits } from './tell-waits.ts';
import { warnAboutDotenv } from './warn-about-dotenv.ts';

interface BatchFlags extends CaseFlags, ModelFlags, StyleFlags, ProviderBatchFlags, CommonFlags {
  model?: string;
  format: string;
  theme?: string;
  out: string;
  maxRepairs?: string;
  timeout?: string;
  concurrency?: string;
  resumeColumn?: string;
  idColumn?: string;
  queue?: string;
  store?: string;
  detach?: boolean;
}

/** `gapwright batch`: many people, one role. */
export const batchCommand: CliCommand = {
  name: 'batch',
  summary: 'write a report for each of many people; the same command goes on where it was stopped',
  configure(command) {
    command.argument(
      '<people...>',
      'resumes: files, folders, globs, JSON Lines, CSV with a column of paths, - for JSON Lines on standard input',
    );
    addCaseOptions(command, { needed: true, resume: false });
    command
      .requiredOption('--out <dir>', 'folder of reports, journal, failures and summary')
      .option('--model <id>', 'offline (default), openai:<model> or provider:model')
      .option('--format <list>', 'md, html, json, pdf, docx; several separated by commas', 'md')
      .option(
        '--theme <file>',
        'logo, colours, footer, order and own sections of your house (docs/reports.md)',
      )
      .option('--max-repairs <n>', 'rounds of repair for a section (default: 3)')
      .option('--timeout <seconds>', 'for one call of the model (default: 120)')
      .option('--concurrency <n>', 'reports written at the same time (default: 4)')
      .option('--resume-column <name>', 'column of a CSV file that holds the path of the resume', 'resume')
      .option('--id-column <name>', "column that names the person's files", 'id');
    addProviderBatchOptions(addModelOptions(addStyleOptions(command)));
    addQueueOptions(command).option(
      '--detach',
      'with --queue: put the reports into the queue and go; the same command without it collects them',
    );
  },
  async run(args, raw, io, speaker) {
    const flags = raw as unknown as BatchFlags;
    const sources = args.flat();
    const [batch, { readCase }, { writeReport }, { loadDotenv, readConfig }, { VERSION }] = await Promise.all(
      [
        import('../batch/index.ts'),
        import('../input/index.ts'),
        import('../write-report.ts'),
        import('../config.ts'),
        import('../version.ts'),
      ],
    );
    const renderers = await openRenderers(flags, io, speaker);
    const concurrency = flags.concurrency === undefined ? 4 : Number(flags.concurrency);
    if (!Number.isInteger(concurrency) || concurrency < 1)
      throw new UsageError(
        `cannot use --concurrency: found "${flags.concurrency}", expected a whole number from 1 on`,
      );
    const config = readConfig(
      {
        model: flags.model,
        maxRepairs: flags.maxRepairs,
        timeout: flags.timeout,
        catalog: flags.catalog,
        queue: flags.queue,
        store: flags.store,
        rpm: flags.rpm,
        tpm: flags.tpm,
      },
      keyedFor(flags, io.env),
      { dotenv: loadDotenv(io.cwd) },
    );
    warnAboutDotenv(io.cwd, speaker);
    checkProviderBatchFlags(flags, config.model, sources);
    // The role is wrong for all or for none: better known before the first report.
    const first = await readCase(
      {
        resume: {},
        role: flags.role && (await locateRole(flags.role, flags, io)),
        plan: flags.plan,
        resources: flags.resources,
        date: flags.date,
      },
      { signal: io.signal },
    );
    // There is no resume yet to be warned of.
    for (const warning of first.warnings) if (warning.file !== 'the resume') speaker.warn(warning.message);
    const { role, plan, resources } = first.case;
    const factOptions = await readFactOptions(flags, io, speaker);
    const prompts = await loadPrompts(flags);
    const hashes = [...prompts.prompts.values()].map(({ hash }) => hash);
    if (flags.detach && flags.queue === undefined)
      throw new UsageError(
        'cannot use --detach: found no --queue, expected the queue that the reports go into',
      );
    // Where there is a queue the workers ask the model.
    const queued = flags.queue === undefined ? undefined : await import('./queue/queued-batch.ts');
    queued?.refuseWorkerFlags(flags, config);
    const opened =
      queued || config.model === 'offline'
        ? undefined
        : await openConfigured(config.model, config, flags, hashes, io);
    if (config.model === 'offline')
      speaker.say(
        'No model is set: the offline writer phrases these reports. For a model, say --model openai:<model>.',
      );
    const style = styleOf(flags);
    const out = resolve(io.cwd, flags.out);
    const batches =
      flags.providerBatch && opened
        ? await openProviderBatchOf(flags, opened, config, { out, speaker })
        : undefined;
    const date = flags.date ?? batches?.date ?? first.case.date;
    const progress = new Progress(io, flags, speaker, () => opened?.limiter?.waitSeconds ?? 0);
    try {
      const people = () =>
        batch.listPeople(sources, {
          cwd: io.cwd,
          stdin: Readable.from(io.stdin),
          ...(flags.resumeColumn !== undefined && { resumeColumn: flags.resumeColumn }),
          ...(flags.idColumn !== undefined && { idColumn: flags.idColumn }),
        });
      const options: BatchOptions = {
        out,
        role,
        plan,
        resources,
        date,
        renderers,
        concurrency,
        fingerprint: {
          factOptions,
          style,
          prompts: hashes,
          reply: prompts.reply.id,
          model: config.model,
          maxRepairs: config.maxRepairs,
          shareNames: flags.shareNames ?? false,
          version: VERSION,
        },
        write: async (theCase, signal, person) =>
          writeReport(theCase, {
            ...factOptions,
            model: opened?.model,
            style,
            prompts,
            shareNames: flags.shareNames ?? false,
            maxRepairs: config.maxRepairs,
            strict: ['auth', 'quota', 'not-found', 'budget', 'missing-package', 'pending'],
            ...(opened && { prices: opened.prices, endpoint: opened.endpoint }),
            ...(batches && (await writeThrough(batches, theCase, person, { factOptions, style }))),
            signal,
          }).report,
        onEvent: (event) => progress.follow(event),
        signal: io.signal,
      };
      const { fingerprint } = options;
      const mine = { out, renderers, date, fingerprint };
      const byQueue = ({ runByQueue }: NonNullable<typeof queued>) =>
        runByQueue(people(), { ...first.case, ...mine, factOptions, style, prompts }, flags, {
          config,
          io,
          speaker,
          follow: (event) => progress.follow(event),
        });
      const done = batches
        ? await batches.run(people, {
            ...options,
            until: flags.dryRun ? 'dry' : flags.once ? 'once' : 'end',
            ...(flags.poll !== undefined && { pollSeconds: flags.poll }),
          })
        : {
            state: 'done' as const,
            ...(await (queued ? byQueue(queued) : batch.runBatch(people(), options))),
          };
      if (done.state === 'waiting') {
        progress.end();
        const { prices } = opened as ConfiguredModel;
        speaker.event({ type: 'batch-state', ...done });
        io.stdout.write(`${flags.dryRun ? describeEstimate(done, prices) : describeWaiting(done)}\n`);
        return EXIT.done;
      }
      const { counts, journal } = done;
      if (flags.detach) {
        journal.close();
        progress.end();
        return counts.failed > 0 ? EXIT.findings : EXIT.done;
      }
      const summary = batch.computeBatchSummary(journal, counts, { role: role.title, date });
      journal.close();
      const { writeOutput } = await import('../output/write-output.ts');
      const files = [
        { name: 'summary.json', content: `${JSON.stringify(summary, null, 2)}\n` },
        { name: 'summary.md', content: batch.renderBatchMarkdown(summary) },
        { name: 'summary.html', content: batch.renderBatchHtml(summary) },
      ];
      const paths = await writeOutput(out, files, { force: true, signal: io.signal });
      progress.end();
      for (const path of paths) io.stdout.write(`${path}\n`);
      const spent = opened && (batches ? describeBatchSpent(batches, opened.prices) : describeSpent(opened));
      speaker.say(`${tell(counts)}${spent === undefined ? '' : ` (${spent})`}.`);
      batches?.finish();
      if (counts.failed > 0) speaker.say(`Who failed, and why: ${resolve(out, batch.FAILURES)}`);
      return counts.failed > 0 ? EXIT.findings : EXIT.done;
    } catch (error) {
      progress.end();
      if (!(error instanceof UsageError))
        speaker.say(
          `${tell(progress.counts)} before it stopped; accepted reports are kept${queued ? ', the workers go on' : ''}: the same command goes on from there.`,
        );
      if (batches && io.signal.aborted)
        speaker.say('Batches go on at the provider; the same command collects them.');
      if (io.signal.aborted) throw new AbortedError();
      throw error;
    } finally {
      batches?.close();
    }
  },
};

const tell = ({ written, kept, copied, failed }: BatchCounts) =>
  `${written} written, ${kept} kept, ${copied} copied, ${failed} failed`;

/** Counts on a terminal, in one line that is written over; else warnings and failures only. */
class Progress {
  readonly counts: BatchCounts = { written: 0, kept: 0, copied: 0, failed: 0 };
  readonly #io: Io;
  readonly #speaker: Speaker;
  readonly #live: boolean;
  readonly #json: boolean;
  readonly #start = performance.now();
  readonly #waitSeconds: () => number;
  readonly #endWaits: () => void;
  #shown = 0;

  constructor(io: Io, { quiet, json, verbose }: CommonFlags, speaker: Speaker, waitSeconds: () => number) {
    this.#io = io;
    this.#speaker = speaker;
    this.#json = json === true;
    this.#live = io.stderr.isTTY === true && !quiet && !json && !verbose;
    this.#waitSeconds = waitSeconds;
    this.#endWaits = tellWaits(waitSeconds, speaker, () => this.#show());
  }

  follow(event: BatchEvent): void {
    this.#speaker.event({
      ...event,
      ...('warning' in event && { warning: event.warning.message }),
    });
    switch (event.type) {
      case 'person-written':
        this.counts.written += 1;
        break;
      case 'person-kept':
        this.counts.kept += 1;
        break;
      case 'person-copied':
        this.counts.copied += 1;
        break;
      case 'person-failed':
        this.counts.failed += 1;
        this.#clear();
        if (!this.#json) this.#speaker.say(`${event.source}: ${event.reason}`);
        break;
      case 'person-warning':
        if (!this.#json) this.#speaker.detail(`${event.id}: ${event.warning.message}`);
        break;
    }
    this.#show();
  }

  #show(): void {
    const now = performance.now();
    if (!this.#live || now - this.#shown < 200) return;
    this.#shown = now;
    const { written, copied } = this.counts;
    const rate = (written + copied) / ((now - this.#start) / 1000);
    const line = [tell(this.counts), `${rate.toFixed(1)} a second`, describeWait(this.#waitSeconds())];
    this.#io.stderr.write(`\r\u001b[2K${safe(line.filter(Boolean).join(', '))}`);
  }

  end(): void {
    this.#endWaits();
    this.#clear();
  }

  /** Takes the line away. */
  #clear(): void {
    if (this.#live && this.#shown > 0) this.#io.stderr.write('\r\u001b[2K');
    this.#shown = 0;
  }
}

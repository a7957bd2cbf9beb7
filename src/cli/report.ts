import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Command } from 'commander';
import type { Report } from '../../schemas/index.ts';
import { UsageError } from '../errors.ts';
import { addCaseOptions, type CaseFlags, readCaseOf } from './case-options.ts';
import type { CliCommand } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { followProgress } from './follow-progress.ts';
import type { Io, Speaker } from './io.ts';
import { addModelOptions, describeSpent, type ModelFlags, openConfigured } from './open-configured.ts';
import { openRenderers } from './open-renderers.ts';
import { addStyleOptions, loadPrompts, type StyleFlags, styleOf } from './style-options.ts';
import { warnAboutDotenv } from './warn-about-dotenv.ts';

interface ReportFlags extends CaseFlags, ModelFlags, StyleFlags {
  model?: string;
  format: string;
  theme?: string;
  out?: string;
  force?: boolean;
  run?: string;
  maxRepairs?: string;
  timeout?: string;
  concurrency?: string;
  strict?: boolean;
  stream?: boolean;
  telemetry?: boolean;
  json?: boolean;
  quiet?: boolean;
  color?: boolean;
}

/** `gapwright report`: the main job. */
export const reportCommand: CliCommand = {
  name: 'report',
  summary: 'write a skill-gap report',
  configure(command: Command) {
    addCaseOptions(command, { needed: true });
    command
      .option('--model <id>', 'offline (default), openai:<model> or provider:model')
      .option('--format <list>', 'md, html, json, pdf, docx; several separated by commas', 'md')
      .option(
        '--theme <file>',
        'logo, colours, footer, order and own sections of your house (docs/reports.md)',
      )
      .option('--out <dir>', 'folder to write to; without it the one format goes to stdout')
      .option('--force', 'write into a folder that is not empty')
      .option(
        '--run <dir>',
        'folder that keeps each accepted section: after a crash or Ctrl-C the same command goes on from there',
      );
    addStyleOptions(command)
      .option('--max-repairs <n>', 'rounds of repair for a section (default: 3)')
      .option('--timeout <seconds>', 'for one call of the model (default: 120)')
      .option('--concurrency <n>', 'sections written at the same time (default: 6)')
      .option(
        '--strict',
        'end with exit code 3 when sentences cannot be had from the model, instead of writing them offline',
      )
      .option('--stream', 'stream the replies: with --json each piece is an event')
      .option(
        '--telemetry',
        'OpenTelemetry spans of the report, its sections and calls, to the SDK that you register (docs/telemetry.md)',
      );
    addModelOptions(command);
  },
  async run(_args, raw, io, speaker) {
    const flags = raw as unknown as ReportFlags;
    const [{ writeReport }, { writeOutput }, { loadDotenv, readConfig }] = await Promise.all([
      import('../write-report.ts'),
      import('../output/write-output.ts'),
      import('../config.ts'),
    ]);
    const renderers = await openRenderers(flags, io, speaker);
    if (flags.out === undefined && renderers.length > 1) {
      throw new UsageError(
        `cannot print ${renderers.length} formats to stdout: found --format ${flags.format} without --out, expected one format or --out DIR`,
      );
    }
    const binary = renderers.find((renderer) => renderer.binary);
    if (flags.out === undefined && binary && io.stdout.isTTY) {
      throw new UsageError(
        `cannot print ${binary.id} to a terminal: found --format ${flags.format} without --out, expected --out DIR or stdout sent to a file`,
      );
    }
    const { model: modelFlag, maxRepairs, timeout, concurrency, rpm, tpm } = flags;
    const config = readConfig({ model: modelFlag, maxRepairs, timeout, concurrency, rpm, tpm }, io.env, {
      dotenv: loadDotenv(io.cwd),
    });
    warnAboutDotenv(io.cwd, speaker);
    const telemetry = flags.telemetry ? await openTelemetryFor(speaker) : undefined;
    const { theCase, factOptions } = await readCaseOf(flags, io, speaker);
    const prompts = await loadPrompts(flags);
    const hashes = [...prompts.prompts.values()].map(({ hash }) => hash);
    const opened =
      config.model === 'offline' ? undefined : await openConfigured(config.model, config, flags, hashes, io);
    const model = opened?.model;
    if (!model)
      speaker.say(
        'No model is set: the offline writer phrases this report. For a model, say --model openai:<model> (see gapwright models).',
      );

    const folder = model && (await openRun(flags, { ...theCase, ...factOptions }, io));
    if (!model && flags.run !== undefined)
      speaker.warn('--run has no effect on the offline writer: it has nothing to lose');

    const run = writeReport(theCase, {
      ...factOptions,
      model,
      journal: folder,
      style: styleOf(flags),
      prompts,
      shareNames: flags.shareNames ?? false,
      maxRepairs: config.maxRepairs,
      concurrency: config.concurrency,
      // A recording that is missing is an error, not a reason to write offline.
      strict: flags.strict ?? (flags.replay !== undefined && ['not-found']),
      ...(opened && { prices: opened.prices, endpoint: opened.endpoint }),
      ...(flags.replay !== undefined && { retry: { firstDelaySeconds: 0.001 } }),
      deltas: flags.stream ?? false,
      telemetry,
      signal: io.signal,
    });
    const [report] = await Promise.all([run.report, followProgress(run.events, io, flags, speaker)])
      .finally(() => folder?.close())
      .catch((error: unknown) => {
        const { kept = 0, total = 0 } = folder?.progress() ?? {};
        if (kept > 0)
          speaker.say(
            `${kept} of ${total} sections are kept in ${flags.run}: the same command goes on from there.`,
          );
        throw error;
      });
    const { earlier = 0, total = 0, moved } = folder?.progress() ?? {};
    if (moved) speaker.warn(`the run was begun with the model at ${moved.from}, now it is at ${moved.to}`);
    if (earlier > 0) speaker.say(`${earlier} of ${total} sections were kept from the earlier run.`);
    const files = await Promise.all(
      renderers.map(async (renderer) => ({
        name: `skill-gap-report.${renderer.extension}`,
        content: await renderer.render(report),
      })),
    );
    await deliver(report, files, flags, io, speaker, writeOutput, opened && describeSpent(opened));
    return EXIT.done;
  },
};

/** Opens the folder of --run, where there is one. */
async function openRun({ run, out, force }: ReportFlags, inputs: object, { cwd }: Io) {
  if (run === undefined) return undefined;
  const dir = resolve(cwd, run);
  const within = out === undefined ? '..' : relative(resolve(cwd, out), dir);
  // A report folder has to be empty, which would come out only when all is written and paid for.
  if (within.split(sep)[0] !== '..' && !isAbsolute(within) && !force) {
    throw new UsageError(
      `cannot keep the run in ${run}: found it to be in the folder of the report (--out ${out}), expected two folders apart`,
    );
  }
  const { openRunFolder } = await import('../run/index.ts');
  return openRunFolder(dir, { inputs: { ...inputs } });
}

/** Opens telemetry, and says so where nobody would get its spans. */
async function openTelemetryFor(speaker: Speaker) {
  const { openTelemetry } = await import('../telemetry/index.ts');
  const telemetry = await openTelemetry();
  if (!telemetry.hasSdk)
    speaker.warn(
      '--telemetry has no effect: found no OpenTelemetry SDK in this process, expected one registered before gapwright starts, e.g. by node --import ./otel.mjs (see docs/telemetry.md)',
    );
  return telemetry;
}

async function deliver(
  report: Report,
  files: { name: string; content: string | Uint8Array }[],
  flags: ReportFlags,
  io: Io,
  speaker: Speaker,
  writeOutput: typeof import('../output/write-output.ts').writeOutput,
  spent: string | undefined,
): Promise<void> {
  const { model, repaired, offline } = report.writer.sentences;
  if (report.writer.model !== 'offline') {
    speaker.say(
      `${report.writer.model} wrote ${model} sentences, ${repaired} were repaired, ${offline} written offline${spent === undefined ? '' : ` (${spent})`}.`,
    );
  }
  if (flags.out === undefined) {
    for (const file of files) io.stdout.write(file.content);
    return;
  }
  const paths = await writeOutput(resolve(io.cwd, flags.out), files, {
    force: flags.force ?? false,
    signal: io.signal,
  });
  for (const path of paths) io.stdout.write(`${path}\n`);
  const best = paths.find((path) => path.endsWith('.html')) ?? paths[0];
  if (best)
    speaker.say(
      `Open ${best} ${/\.(html|pdf)$/.test(best) ? 'in a browser' : 'in an editor'} to read the report.`,
    );
}

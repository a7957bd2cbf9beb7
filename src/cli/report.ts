import { isAbsolute, relative, resolve, sep } from 'node:path';
import { type Command, Option } from 'commander';
import type { Report } from '../../schemas/index.ts';
import { UsageError } from '../errors.ts';
import { LENGTHS, PERSONS, PRONOUNS, READERS, type Style, TONES } from '../sections/style.ts';
import { addCaseOptions, type CaseFlags, readCaseOf } from './case-options.ts';
import type { CliCommand } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { followProgress } from './follow-progress.ts';
import type { Io, Speaker } from './io.ts';
import { addModelOptions, describeSpent, type ModelFlags, openConfigured } from './open-configured.ts';
import { warnAboutDotenv } from './warn-about-dotenv.ts';

interface ReportFlags extends CaseFlags, ModelFlags {
  model?: string;
  format: string;
  out?: string;
  force?: boolean;
  run?: string;
  pronoun?: Style['pronoun'];
  person?: Style['person'];
  tone?: Style['tone'];
  length?: Style['length'];
  reader?: Style['reader'];
  prompts?: string;
  promptStyle?: 'slots' | 'cited' | 'plain';
  shareNames?: boolean;
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
      .option('--format <list>', 'md, html, json; several separated by commas', 'md')
      .option('--out <dir>', 'folder to write to; without it the one format goes to stdout')
      .option('--force', 'write into a folder that is not empty')
      .option(
        '--run <dir>',
        'folder that keeps each accepted section: after a crash or Ctrl-C the same command goes on from there',
      )
      .addOption(
        new Option('--pronoun <word>', "the candidate's pronoun (default: they)").choices([...PRONOUNS]),
      )
      .addOption(
        new Option(
          '--person <word>',
          'speak about the candidate or to her (default: third; second for --reader candidate)',
        ).choices([...PERSONS]),
      )
      .addOption(new Option('--tone <word>', 'manner of the words (default: plain)').choices([...TONES]))
      .addOption(new Option('--length <word>', 'how much is told (default: standard)').choices([...LENGTHS]))
      .addOption(new Option('--reader <word>', 'who reads it (default: coach)').choices([...READERS]))
      .option(
        '--prompts <dir>',
        'prompt files that take the place of the built-in ones (see gapwright prompts)',
      )
      .addOption(
        new Option('--prompt-style <word>', 'how the model writes (default: slots)').choices([
          'slots',
          'cited',
          'plain',
        ]),
      )
      .option(
        '--share-names',
        'let the model see the names of the candidate, employers and schools, which it otherwise writes as slots',
      )
      .option('--max-repairs <n>', 'rounds of repair for a section (default: 3)')
      .option('--timeout <seconds>', 'for one call of the model (default: 120)')
      .option('--concurrency <n>', 'sections written at the same time (default: 6)')
      .option(
        '--strict',
        'end with exit code 3 when the model fails for good, instead of writing those sections offline',
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
    const [
      { findRenderer },
      { writeReport },
      { writeOutput },
      { loadDotenv, readConfig },
      { loadPromptSet },
    ] = await Promise.all([
      import('../render/index.ts'),
      import('../write-report.ts'),
      import('../output/write-output.ts'),
      import('../config.ts'),
      import('../draft/index.ts'),
    ]);
    const renderers = [...new Set(flags.format.split(',').map((name) => name.trim()))].map(findRenderer);
    if (flags.out === undefined && renderers.length > 1) {
      throw new UsageError(
        `cannot print ${renderers.length} formats to stdout: found --format ${flags.format} without --out, expected one format or --out DIR`,
      );
    }
    const { model: modelFlag, maxRepairs, timeout, concurrency } = flags;
    const config = readConfig({ model: modelFlag, maxRepairs, timeout, concurrency }, io.env, {
      dotenv: loadDotenv(io.cwd),
    });
    warnAboutDotenv(io.cwd, speaker);
    const telemetry = flags.telemetry ? await openTelemetryFor(speaker) : undefined;
    const { theCase, factOptions } = await readCaseOf(flags, io, speaker);
    const prompts = await loadPromptSet({
      overlay: flags.prompts,
      ...(flags.promptStyle && { style: flags.promptStyle }),
    });
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
      strict: flags.strict ?? flags.replay !== undefined,
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
    const { earlier = 0, total = 0 } = folder?.progress() ?? {};
    if (earlier > 0) speaker.say(`${earlier} of ${total} sections were kept from the earlier run.`);
    const files = renderers.map((renderer) => ({
      name: `skill-gap-report.${renderer.extension}`,
      content: renderer.render(report),
    }));
    await deliver(report, files, flags, io, speaker, writeOutput, opened && describeSpent(opened));
    return EXIT.done;
  },
};

/** What the flags say of the style; a report for the candidate speaks to her unless told otherwise. */
function styleOf({ pronoun, person, tone, length, reader }: ReportFlags): Partial<Style> {
  const speaks = person ?? (reader === 'candidate' ? 'second' : undefined);
  return {
    ...(pronoun && { pronoun }),
    ...(speaks && { person: speaks }),
    ...(tone && { tone }),
    ...(length && { length }),
    ...(reader && { reader }),
  };
}

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
  files: { name: string; content: string }[],
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
      `Open ${best} ${best.endsWith('.html') ? 'in a browser' : 'in an editor'} to read the report.`,
    );
}

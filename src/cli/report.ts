import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { Report } from '../../schemas/index.ts';
import type { Config } from '../config.ts';
import { UsageError } from '../errors.ts';
import { PRONOUNS, type Pronoun } from '../sections/style.ts';
import { addCaseOptions, type CaseFlags, readCaseOf } from './case-options.ts';
import type { CliCommand } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { followProgress } from './follow-progress.ts';
import type { Io, Speaker } from './io.ts';
import { modelSettingsOf } from './model-options.ts';

interface ReportFlags extends CaseFlags {
  model?: string;
  format: string;
  out?: string;
  force?: boolean;
  pronoun: Pronoun;
  maxRepairs?: string;
  timeout?: string;
  concurrency?: string;
  strict?: boolean;
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
      .addOption(
        new Option('--pronoun <word>', "the candidate's pronoun").choices([...PRONOUNS]).default('they'),
      )
      .option('--max-repairs <n>', 'rounds of repair for a section (default: 3)')
      .option('--timeout <seconds>', 'for one call of the model (default: 120)')
      .option('--concurrency <n>', 'sections written at the same time (default: 6)')
      .option(
        '--strict',
        'end with exit code 3 when the model fails for good, instead of writing those sections offline',
      );
  },
  async run(_args, raw, io, speaker) {
    const flags = raw as unknown as ReportFlags;
    const [{ findRenderer }, { writeReport }, { writeOutput }, { loadDotenv, readConfig }] = await Promise.all([
      import('../render/index.ts'),
      import('../write-report.ts'),
      import('../output/write-output.ts'),
      import('../config.ts'),
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
    const { theCase, factOptions } = await readCaseOf(flags, io, speaker);
    const model = config.model === 'offline' ? undefined : await openConfigured(config.model, config);
    if (!model)
      speaker.say(
        'No model is set: the offline writer phrases this report. For a model, say --model openai:<model> (see gapwright models).',
      );

    const run = writeReport(theCase, {
      ...factOptions,
      model,
      style: { pronoun: flags.pronoun },
      maxRepairs: config.maxRepairs,
      concurrency: config.concurrency,
      strict: flags.strict ?? false,
      signal: io.signal,
    });
    const [report] = await Promise.all([run.report, followProgress(run.events, io, flags, speaker)]);
    const files = renderers.map((renderer) => ({
      name: `skill-gap-report.${renderer.extension}`,
      content: renderer.render(report),
    }));
    await deliver(report, files, flags, io, speaker, writeOutput);
    return EXIT.done;
  },
};

async function openConfigured(id: string, config: Config) {
  const { openModel, withBreaker } = await import('../model/index.ts');
  return withBreaker(await openModel(id, modelSettingsOf(id, config)));
}

async function deliver(
  report: Report,
  files: { name: string; content: string }[],
  flags: ReportFlags,
  io: Io,
  speaker: Speaker,
  writeOutput: typeof import('../output/write-output.ts').writeOutput,
): Promise<void> {
  const { model, repaired, offline } = report.writer.sentences;
  if (report.writer.model !== 'offline') {
    const { calls, inputTokens, outputTokens } = report.writer.usage;
    const tokens =
      inputTokens === null || outputTokens === null
        ? 'tokens not reported'
        : `${inputTokens} tokens in, ${outputTokens} out`;
    speaker.say(
      `${report.writer.model} wrote ${model} sentences, ${repaired} were repaired, ${offline} written offline (${calls} calls, ${tokens}).`,
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

import { Command, CommanderError } from 'commander';
import { InputError, ModelError } from '../errors.ts';
import { VERSION } from '../version.ts';
import { batchCommand } from './batch.ts';
import { catalogCommands } from './catalog.ts';
import { checkCommand } from './check.ts';
import type { CliCommand, CliGroup } from './command.ts';
import { diffCommand } from './diff.ts';
import { evalCommand } from './eval.ts';
import { EXIT, exitCodeOf } from './exit-codes.ts';
import { factsCommand } from './facts.ts';
import { initCommand } from './init.ts';
import { type CommonFlags, type Io, Speaker } from './io.ts';
import { marketCommands } from './market.ts';
import { modelsCommand } from './models.ts';
import { promptsCommand } from './prompts.ts';
import { queueCommands } from './queue.ts';
import { reportCommand } from './report.ts';
import { resumeCommand } from './resume.ts';
import { schemaCommand } from './schema.ts';
import { serveCommand } from './serve.ts';
import { workerCommand } from './worker.ts';

/** The commands. A new one is a file here and a line in this list. */
export const COMMANDS: readonly (CliCommand | CliGroup)[] = [
  reportCommand,
  batchCommand,
  workerCommand,
  queueCommands,
  serveCommand,
  factsCommand,
  resumeCommand,
  marketCommands,
  catalogCommands,
  checkCommand,
  diffCommand,
  evalCommand,
  initCommand,
  modelsCommand,
  promptsCommand,
  schemaCommand,
];

/** Runs the command line and gives the exit code; throws nothing and ends no process. */
export async function runCli(argv: readonly string[], io: Io): Promise<number> {
  let code: number = EXIT.done;
  let flags: CommonFlags = {};
  const program = new Command('gapwright')
    .description(
      'Skill-gap reports that people can trust: facts decide, the model only phrases, every sentence is checked.',
    )
    .version(VERSION)
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError('(say gapwright --help, or gapwright COMMAND --help)');
  const register = (parent: Command, entry: CliCommand | CliGroup): void => {
    const command = parent.command(entry.name).summary(entry.summary).description(entry.summary);
    if ('commands' in entry) {
      for (const one of entry.commands) register(command, one);
      return;
    }
    entry.configure(command);
    command
      .option('--quiet', 'say nothing on stderr but errors')
      .option('--verbose', 'say more on stderr')
      .option('--json', 'events and messages on stderr as JSON lines')
      .option('--no-color', 'no colours')
      .action(async () => {
        const options = command.opts<CommonFlags & Record<string, unknown>>();
        flags = options;
        code = await entry.run(command.processedArgs as string[], options, io, new Speaker(io, options));
      });
  };
  for (const entry of COMMANDS) register(program, entry);
  try {
    if (argv.length === 0) {
      program.outputHelp();
      return EXIT.usage;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    return explain(error, new Speaker(io, flags), flags, io);
  }
}

function explain(error: unknown, speaker: Speaker, flags: CommonFlags, io: Io): number {
  if (io.signal.aborted) {
    speaker.fail('interrupted; no report was written');
    return EXIT.interrupted;
  }
  const code = exitCodeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  if (code === undefined) {
    speaker.fail(
      `a fault of gapwright itself: ${error instanceof Error ? (error.stack ?? message) : message}`,
    );
    return EXIT.model;
  }
  speaker.fail(message, evidenceOf(error));
  if (error instanceof ModelError && error.text && !flags.json)
    speaker.say(`the model had sent: ${JSON.stringify(error.text.slice(0, LONGEST_QUOTE))}`);
  if (flags.verbose && error instanceof Error && error.stack) speaker.detail(error.stack);
  return code;
}

/** Of a text that a model sent; all of it stands in the line that --json prints. */
const LONGEST_QUOTE = 300;

/** What an error keeps beside its message, for --json. */
function evidenceOf(error: unknown): Record<string, unknown> {
  if (error instanceof InputError) return { issues: error.issues, file: error.file };
  if (!(error instanceof ModelError)) return {};
  const { fault, status, finishReason, usage, text } = error;
  return { fault, status, finishReason, usage, text };
}

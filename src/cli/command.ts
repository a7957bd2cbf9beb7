import type { Command } from 'commander';
import type { CommonFlags, Io, Speaker } from './io.ts';

/** One command of the CLI: a file here and a line in `run-cli.ts`. */
export interface CliCommand {
  name: string;
  summary: string;
  /** Declares arguments and options. */
  configure(command: Command): void;
  /** Does the work and gives the exit code; throws typed errors. */
  run(
    args: readonly string[],
    flags: CommonFlags & Record<string, unknown>,
    io: Io,
    speaker: Speaker,
  ): Promise<number>;
}

/** Commands under one name: `gapwright market build`. */
export interface CliGroup {
  name: string;
  summary: string;
  commands: readonly CliCommand[];
}

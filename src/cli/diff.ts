import { Option } from 'commander';
import type { FactSheet } from '../../schemas/index.ts';
import type { CliCommand } from './command.ts';
import { EXIT } from './exit-codes.ts';
import type { Io, Speaker } from './io.ts';

/** `gapwright diff`: how a person came on between two reports. */
export const diffCommand: CliCommand = {
  name: 'diff',
  summary: 'compare two reports of one person: what was closed, what is new, how coverage and plan moved',
  configure(command) {
    command
      .argument('<old>', 'report JSON (gapwright report --format json) or facts of then')
      .argument('<new>', 'the same of now')
      .addOption(
        new Option('--format <format>', 'Markdown, or the facts as JSON')
          .choices(['md', 'json'])
          .default('md'),
      );
  },
  async run([old = '', current = ''], flags, io, speaker) {
    const { computeProgress, renderProgressMarkdown } = await import('../progress/index.ts');
    const before = await readSheet(old, io, speaker);
    const after = await readSheet(current, io, speaker);
    const progress = computeProgress(before, after);
    if (before.candidate.name !== after.candidate.name)
      speaker.warn(
        `the reports are about ${before.candidate.name ?? 'somebody without a name'} and ${after.candidate.name ?? 'somebody without a name'}: they may be two people`,
      );
    io.stdout.write(
      flags.format === 'json' ? `${JSON.stringify(progress, null, 2)}\n` : renderProgressMarkdown(progress),
    );
    return EXIT.done;
  },
};

/** A report carries its facts; a fact sheet is them. */
async function readSheet(path: string, io: Io, speaker: Speaker): Promise<FactSheet> {
  // Only now: whoever runs another command starts without the schemas.
  const [{ parseInput, readDocument }, { FactSheet, Report }] = await Promise.all([
    import('../input/index.ts'),
    import('../../schemas/index.ts'),
  ]);
  const { data, file, locate } = await readDocument(path, { stdin: io.stdin, signal: io.signal });
  const isReport = typeof data === 'object' && data !== null && 'sections' in data;
  const { value, warnings } = isReport
    ? parseInput(Report, data, { file, locate })
    : parseInput(FactSheet, data, { file, locate });
  for (const warning of warnings) speaker.warn(warning.message);
  return 'sections' in value ? value.facts : value;
}

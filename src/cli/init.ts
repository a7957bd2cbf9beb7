import { resolve } from 'node:path';
import type { CliCommand } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { STARTER_FILES } from './starter-files.ts';

/** `gapwright init`: starter inputs with comments, to be filled in. */
export const initCommand: CliCommand = {
  name: 'init',
  summary: 'write starter inputs with comments',
  configure(command) {
    command
      .argument('[dir]', 'folder to write to', '.')
      .option('--force', 'write over files of the same names');
  },
  async run([dir = '.'], flags, io, speaker) {
    const { writeOutput } = await import('../output/write-output.ts');
    const paths = await writeOutput(resolve(io.cwd, dir), STARTER_FILES, {
      force: flags.force === true,
      refuse: 'same-names',
      signal: io.signal,
    });
    for (const path of paths) io.stdout.write(`${path}\n`);
    speaker.say(`Fill them in, then: gapwright report --resume ${dir}/resume.yaml --role ${dir}/role.yaml`);
    return EXIT.done;
  },
};

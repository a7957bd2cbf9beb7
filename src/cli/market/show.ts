import type { CliCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { safe } from '../io.ts';
import { addRolesOption, locateRole } from '../locate-role.ts';
import { readRole } from './read-role.ts';

/** `gapwright market show`: a profile for people. */
export const marketShow: CliCommand = {
  name: 'show',
  summary: 'print a profile readable by people',
  configure(command) {
    command.argument('<role>', 'a profile, or a title in the library (--roles)');
    addRolesOption(command);
  },
  async run([wanted = ''], flags, io, speaker) {
    const { describeRole } = await import('../../market/index.ts');
    const path = await locateRole(wanted, flags as { roles?: string }, io);
    io.stdout.write(safe(describeRole(await readRole(path, io, speaker))));
    return EXIT.done;
  },
};

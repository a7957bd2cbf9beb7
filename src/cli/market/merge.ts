import type { NamedRole } from '../../market/index.ts';
import type { CliCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { readRole } from './read-role.ts';
import { addOutOptions, type OutFlags, writeRole } from './write-role.ts';

/** `gapwright market merge`: one profile of several, the first counting most. */
export const marketMerge: CliCommand = {
  name: 'merge',
  summary: 'merge profiles: the first named counts most, conflicts become notes',
  configure(command) {
    command
      .argument('<first>', 'the profile that counts most')
      .argument('<others...>', 'the others, in their order');
    addOutOptions(command);
  },
  async run([first = '', others], flags, io, speaker) {
    const [{ mergeRoles }, { builtInCatalog }] = await Promise.all([
      import('../../market/index.ts'),
      import('../../skills/index.ts'),
    ]);
    const read = async (path: string): Promise<NamedRole> => ({
      name: path,
      role: await readRole(path, io, speaker),
    });
    const rest: NamedRole[] = [];
    // A variadic argument comes as one list.
    for (const path of [others ?? []].flat()) rest.push(await read(path));
    const merged = mergeRoles([await read(first), ...rest], builtInCatalog());
    await writeRole(merged, flags as OutFlags, io, speaker);
    return EXIT.done;
  },
};

import { basename, dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Role } from '../../../schemas/index.ts';
import type { Io, Speaker } from '../io.ts';

export interface OutFlags {
  out?: string;
  force?: boolean;
}

/** Adds the flags that say where the profile goes. */
export function addOutOptions(command: Command): Command {
  return command
    .option('--out <file>', 'file to write the profile to; without it, stdout')
    .option('--force', 'write over a file of that name');
}

/** Prints the profile as JSON, or writes it to `--out`; its notes go to stderr. */
export async function writeRole(
  role: Role,
  { out, force }: OutFlags,
  io: Io,
  speaker: Speaker,
): Promise<void> {
  const json = `${JSON.stringify(role, undefined, 2)}\n`;
  for (const note of role.notes ?? []) speaker.say(`note: ${note}`);
  if (out === undefined) {
    io.stdout.write(json);
    return;
  }
  const { writeOutput } = await import('../../output/write-output.ts');
  const path = resolve(io.cwd, out);
  const [written] = await writeOutput(dirname(path), [{ name: basename(path), content: json }], {
    force: force ?? false,
    refuse: 'same-names',
    signal: io.signal,
  });
  io.stdout.write(`${written}\n`);
}

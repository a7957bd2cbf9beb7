import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Io } from './io.ts';

/** Adds the flag of the local library of profiles. */
export function addRolesOption(command: Command): Command {
  return command.option('--roles <dir>', 'folder of role profiles: --role finds one by title or alias there');
}

/**
 * The file of a role: the path itself, or the profile of that title in the library (--roles, GAPWRIGHT_ROLES). A file
 * goes before a title.
 * @throws UsageError where the library has no such title, or several
 */
export async function locateRole(wanted: string, { roles }: { roles?: string }, io: Io): Promise<string> {
  if (wanted === '-' || existsSync(resolve(io.cwd, wanted))) return wanted;
  const { loadDotenv, readConfig } = await import('../config.ts');
  const config = readConfig({ roles }, io.env, { dotenv: loadDotenv(io.cwd) });
  if (config.roles === undefined) return wanted;
  const { findRole } = await import('../market/find-role.ts');
  return findRole(wanted, resolve(io.cwd, config.roles), { signal: io.signal });
}

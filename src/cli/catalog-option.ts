import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Io, Speaker } from './io.ts';

export interface CatalogFlags {
  catalog?: string;
}

/** Adds the flag of a catalog of one's own. */
export function addCatalogOption(command: Command): Command {
  return command.option(
    '--catalog <dir>',
    'folder of YAML files with skills, resources and hours of your own, laid over the built-in catalog',
  );
}

/** Opens the catalog that flag or environment name; where none does, the built-in one and nothing else. */
export async function openCatalogOf(flags: CatalogFlags, io: Io, speaker: Speaker) {
  const dir = await catalogDirOf(flags, io);
  if (dir === undefined) {
    const { builtInCatalog } = await import('../skills/index.ts');
    return { catalog: builtInCatalog() };
  }
  const { openCatalog } = await import('../catalog/index.ts');
  const { warnings, ...opened } = await openCatalog(dir, { signal: io.signal });
  for (const warning of warnings) speaker.warn(warning);
  return opened;
}

/** What the flags add to the options of `computeFacts`: nothing without a catalog of one's own. */
export async function catalogOptionsOf(
  flags: CatalogFlags,
  io: Io,
  speaker: Speaker,
): Promise<Partial<Awaited<ReturnType<typeof openCatalogOf>>>> {
  return (await catalogDirOf(flags, io)) === undefined ? {} : openCatalogOf(flags, io, speaker);
}

async function catalogDirOf({ catalog }: CatalogFlags, io: Io): Promise<string | undefined> {
  const { loadDotenv, readConfig } = await import('../config.ts');
  const config = readConfig({ catalog }, io.env, { dotenv: loadDotenv(io.cwd) });
  return config.catalog === undefined ? undefined : resolve(io.cwd, config.catalog);
}

import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { UsageError } from '../errors.ts';
import { explainReadError, readDocument } from '../input/index.ts';
import { titleForm } from './find-occupation.ts';

const EXTENSIONS = ['.json', '.yaml', '.yml'];
/** Titles listed in one message, at most. */
const LISTED = 20;

interface Profile {
  path: string;
  title: string;
  aliases: readonly string[];
}

/**
 * Finds the profile of a title in a folder of profiles: by its title, else by an alias that only one has.
 * @returns the path of its file
 * @throws UsageError with the candidates where several fit, with the titles there are where none does
 * @throws InputError where the folder or a file in it cannot be read
 */
export async function findRole(
  wanted: string,
  dir: string,
  options: { signal?: AbortSignal } = {},
): Promise<string> {
  const profiles = await listRoles(dir, options);
  const form = titleForm(wanted);
  const byTitle = profiles.filter(({ title }) => titleForm(title) === form);
  const fitting =
    byTitle.length > 0
      ? byTitle
      : profiles.filter(({ aliases }) => aliases.some((alias) => titleForm(alias) === form));
  const [only] = fitting;
  if (only && fitting.length === 1) return only.path;
  const listed = (fitting.length > 0 ? fitting : profiles).map(({ path, title }) => `  ${title}  (${path})`);
  const more = listed.length - LISTED;
  const list = [...listed.slice(0, LISTED), ...(more > 0 ? [`  and ${more} more`] : [])].join('\n');
  const what =
    fitting.length > 1
      ? `which ${fitting.length} profiles go by`
      : 'which is no file and no title of a profile';
  throw new UsageError(
    `cannot choose a role: found --role "${wanted}", ${what}, expected one of those in ${dir}${list === '' ? ' (there is none)' : `:\n${list}`}`,
  );
}

async function listRoles(dir: string, { signal }: { signal?: AbortSignal }): Promise<Profile[]> {
  const names = await readdir(dir).catch(async (cause: unknown) => {
    throw await explainReadError(dir, cause);
  });
  const paths = names
    .filter((name) => EXTENSIONS.includes(extname(name).toLowerCase()))
    .sort()
    .map((name) => join(dir, name));
  const profiles = await Promise.all(
    paths.map(async (path): Promise<Profile[]> => {
      const { data } = await readDocument(path, signal ? { signal } : {});
      if (typeof data !== 'object' || data === null) return [];
      // Only what is looked for is read here; the profile chosen is validated like every input.
      const { title, aliases } = data as Record<string, unknown>;
      if (typeof title !== 'string') return [];
      const others = Array.isArray(aliases)
        ? aliases.filter((alias): alias is string => typeof alias === 'string')
        : [];
      return [{ path, title, aliases: others }];
    }),
  );
  return profiles.flat();
}

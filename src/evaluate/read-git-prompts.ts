import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { UsageError } from '../errors.ts';

const run = promisify(execFile);

/** Where prompts of a git revision are: `git:main`, or `git:v1.2:my/prompts` for another folder than `prompts`. */
export interface GitSource {
  revision: string;
  /** Folder in the repository, from its root. */
  folder: string;
}

/**
 * Reads `git:REVISION` or `git:REVISION:FOLDER`; undefined for anything else.
 * @throws {UsageError} where the revision is empty or looks like an option
 */
export function parseGitSource(text: string): GitSource | undefined {
  if (!text.startsWith('git:')) return undefined;
  const [revision = '', ...rest] = text.slice('git:'.length).split(':');
  const folder = rest.join(':').replace(/^\/+|\/+$/g, '') || 'prompts';
  if (revision === '' || revision.startsWith('-'))
    throw new UsageError(
      `cannot read prompts of ${JSON.stringify(text)}: found no revision in it, expected git:REVISION such as git:main or git:HEAD~3`,
    );
  return { revision, folder };
}

/** The Markdown files of a folder as they were at a revision. */
export interface GitPrompts {
  /** The full id of the commit. */
  commit: string;
  /** Text by path within the folder, e.g. `shared.md`, `plain/shared.md`. */
  files: ReadonlyMap<string, string>;
}

/**
 * Reads the Markdown files of a folder at a revision. Reads from git's objects alone: the work tree is not touched.
 * @throws {UsageError} outside a repository, without git, for an unknown revision, or where it has no such folder
 */
export async function readGitPrompts({ revision, folder }: GitSource, cwd: string): Promise<GitPrompts> {
  const git = async (...args: string[]): Promise<string> =>
    (await run('git', args, { cwd, maxBuffer: 64_000_000, encoding: 'utf8' })).stdout;
  const cannot = (found: string, expected: string, cause?: unknown) =>
    new UsageError(
      `cannot read the prompts of git:${revision}: found ${found}, expected ${expected}`,
      cause === undefined ? {} : { cause },
    );
  const top = await git('rev-parse', '--show-toplevel').catch((cause: NodeJS.ErrnoException) => {
    throw cause.code === 'ENOENT'
      ? cannot('no git', 'git to be installed', cause)
      : cannot(`no git repository in ${cwd}`, 'to be within one', cause);
  });
  const root = top.replace(/\r?\n$/, '');
  const commit = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`)
    .then((text) => text.trim())
    .catch((cause: unknown) => {
      throw cannot('no such revision', 'a branch, tag or commit of this repository', cause);
    });
  const listing = await git('-C', root, 'ls-tree', '-r', '-z', '--name-only', commit, '--', `${folder}/`);
  const paths = listing.split('\0').filter((path) => path.endsWith('.md'));
  if (paths.length === 0)
    throw cannot(
      `no Markdown files in ${folder}/ at that revision`,
      `prompts there, or git:${revision}:FOLDER`,
    );
  const files = new Map<string, string>();
  for (const path of paths)
    files.set(path.slice(folder.length + 1), await git('-C', root, 'cat-file', 'blob', `${commit}:${path}`));
  return { commit, files };
}

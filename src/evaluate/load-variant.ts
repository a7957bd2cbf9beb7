import { resolve } from 'node:path';
import type { PromptSet } from '../draft/index.ts';
import { UsageError } from '../errors.ts';
import { SECTIONS } from '../sections/index.ts';
import type { Variant } from './define-suite.ts';
import { parseGitSource, readGitPrompts } from './read-git-prompts.ts';

/** The prompts that shape a report; those of judges do not. */
const WRITING = new Set(['shared', 'repair', ...SECTIONS.map(({ id }) => id)]);

/** A variant with its prompts read. */
export interface LoadedVariant {
  variant: Variant;
  /** Where the prompts come from, in words. */
  from: string;
  /** Undefined where the task of the suite has no use for prompts. */
  prompts: PromptSet | undefined;
  /** SHA-256 of each prompt file, by id. */
  hashes: Readonly<Record<string, string>>;
  /** Under which name, and from which repeat on, its replies are recorded. Default: its own name, from 0 on. */
  sample?: { name: string; offset: number };
}

/**
 * Reads the prompts of a variant: the built-in ones of its style, with a folder or a git revision laid over.
 * @param dir what a folder's relative path is relative to, and where the repository is looked for
 * @throws {UsageError} {InputError} for a folder, a revision or a file that is no good
 */
export async function loadVariant(variant: Variant, dir: string): Promise<LoadedVariant> {
  const { loadPromptSet } = await import('../draft/index.ts');
  const { promptStyle = 'slots', prompts: source } = variant;
  const git = source === undefined ? undefined : parseGitSource(source);
  if (git) {
    const { commit, files } = await readGitPrompts(git, dir);
    const prompts = await layOver(promptStyle, files, source ?? '');
    return loaded(variant, `${source} (${commit.slice(0, 12)}), style ${promptStyle}`, prompts);
  }
  if (source === undefined)
    return loaded(variant, `built-in, style ${promptStyle}`, await loadPromptSet({ style: promptStyle }));
  const prompts = await loadPromptSet({ style: promptStyle, overlay: resolve(dir, source) });
  return loaded(variant, `${source}, style ${promptStyle}`, prompts);
}

/** The prompts of a revision in place of the built-in ones; what that revision did not have stays. */
async function layOver(
  style: NonNullable<Variant['promptStyle']>,
  files: ReadonlyMap<string, string>,
  source: string,
): Promise<PromptSet> {
  const { loadPromptSet, parsePrompt, REPLY_MODES } = await import('../draft/index.ts');
  const built = await loadPromptSet({ style });
  const prompts = new Map(built.prompts);
  let found = 0;
  for (const id of built.prompts.keys()) {
    const path = [`${style}/${id}.md`, `${id}.md`].find((candidate) => files.has(candidate));
    if (path === undefined) continue;
    prompts.set(id, parsePrompt(files.get(path) ?? '', `${source}/${path}`));
    found += 1;
  }
  if (found === 0)
    throw new UsageError(
      `cannot use the prompts of ${source}: found none of ${[...built.prompts.keys()].join(', ')}, expected at least one of them as ID.md`,
    );
  const wanted = prompts.get('shared')?.reply ?? style;
  return {
    ...built,
    name: source,
    reply: REPLY_MODES.find(({ id }) => id === wanted) ?? built.reply,
    prompts,
  };
}

function loaded(variant: Variant, from: string, prompts: PromptSet): LoadedVariant {
  const hashes = Object.fromEntries(
    [...prompts.prompts].filter(([id]) => WRITING.has(id)).map(([id, { hash }]) => [id, hash]),
  );
  return { variant, from, prompts, hashes };
}

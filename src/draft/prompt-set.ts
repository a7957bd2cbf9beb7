import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError, UsageError } from '../errors.ts';
import { SECTIONS } from '../sections/index.ts';
import { type Prompt, parsePrompt } from './load-prompt.ts';
import { REPLY_MODES, type ReplyMode } from './reply-modes.ts';

/** The prompts that come with gapwright, by what they ask the model to write. */
export const PROMPT_STYLES = REPLY_MODES.map(({ id }) => id);
export type PromptStyle = ReplyMode['id'];

/** Ids of all prompt files of a set. */
export const PROMPT_IDS: readonly string[] = [
  'shared',
  'repair',
  'judge',
  'judge-rubric',
  ...SECTIONS.map(({ id }) => id),
];

/** The slots that have a value when a report is written, by prompt; evaluations fill those of their own. */
const FILLED: Readonly<Record<string, readonly string[]>> = {
  shared: ['person', 'tone', 'length', 'reader', 'facts'],
  repair: ['title', 'sentences', 'missing', 'common', 'facts'],
  ...Object.fromEntries(SECTIONS.map(({ id }) => [id, ['title', 'must', 'common', 'facts']])),
};

/** A complete set of prompts, and how replies to it are read. */
export interface PromptSet {
  /** The style, or the folder laid over it. */
  name: string;
  reply: ReplyMode;
  prompts: ReadonlyMap<string, Prompt>;
}

export interface PromptSetOptions {
  style?: PromptStyle;
  /** A folder with prompt files that take the place of the built-in ones of the same name. */
  overlay?: string | undefined;
}

/**
 * Loads a set of prompts: the built-in files, those of the style over them, those of the user's folder over these.
 * @throws UsageError where the folder is missing, or holds a Markdown file that is no prompt of ours
 * @throws InputError where a file is off: file and line, found and expected
 */
export async function loadPromptSet({ style = 'slots', overlay }: PromptSetOptions = {}): Promise<PromptSet> {
  const base = fileURLToPath(new URL('./', import.meta.resolve('#prompts/shared.md')));
  const folders = [...(overlay === undefined ? [] : [checkedFolder(overlay)]), join(base, style), base];
  const prompts = new Map<string, Prompt>();
  for (const id of PROMPT_IDS) {
    const folder = folders.find((candidate) => existsSync(join(candidate, `${id}.md`))) ?? base;
    const file = join(folder, `${id}.md`);
    const prompt = parsePrompt(await readFile(file, 'utf8'), file, FILLED[id]);
    if (prompt.id !== id)
      throw new InputError(
        file,
        `cannot load the prompt ${file}: found the id ${prompt.id} in its front matter, expected ${id}, as the file is named`,
      );
    prompts.set(id, prompt);
  }
  const wanted = prompts.get('shared')?.reply ?? style;
  const reply = REPLY_MODES.find(({ id }) => id === wanted);
  if (!reply)
    throw new UsageError(
      `cannot use the prompts: found reply "${wanted}", expected one of ${PROMPT_STYLES.join(', ')}`,
    );
  return { name: overlay ?? style, reply, prompts };
}

function checkedFolder(folder: string): string {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (cause) {
    throw new UsageError(
      `cannot use the prompts in ${folder}: found ${(cause as Error).message}, expected a folder of Markdown files`,
      { cause },
    );
  }
  const strange = names.filter((name) => name.endsWith('.md') && !PROMPT_IDS.includes(name.slice(0, -3)));
  if (strange.length > 0) {
    throw new UsageError(
      `cannot use the prompts in ${folder}: found ${strange.join(', ')}, expected only ${PROMPT_IDS.map((id) => `${id}.md`).join(', ')}`,
    );
  }
  return folder;
}

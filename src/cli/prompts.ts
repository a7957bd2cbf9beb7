import { resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { addCaseOptions, type CaseFlags, readCaseOf } from './case-options.ts';
import type { CliCommand } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { type Io, type Speaker, safe } from './io.ts';
import { addStyleOptions, loadPrompts, type StyleFlags, styleOf } from './style-options.ts';

interface PromptFlags extends CaseFlags, StyleFlags {
  force?: boolean;
}

type Action = (args: readonly string[], flags: PromptFlags, io: Io, speaker: Speaker) => Promise<number>;

/** What can be done with prompts. */
const ACTIONS: Readonly<Record<string, Action>> = { list, show, diff, copy };

/** `gapwright prompts`: look at the prompts, compare two sets, copy the built-in ones out for editing. */
export const promptsCommand: CliCommand = {
  name: 'prompts',
  summary: 'list, show, diff and copy the prompts',
  configure(command) {
    command
      .argument('<action>', 'list | show ID | diff A B (folders or styles) | copy DIR')
      .argument('[args...]');
    addCaseOptions(command, { needed: false });
    addStyleOptions(command).option('--force', 'copy over files of the same names');
  },
  run([action = '', rest], flags, io, speaker) {
    const act = ACTIONS[action];
    if (!act)
      throw new UsageError(
        `cannot do "${action}" with prompts: expected one of ${Object.keys(ACTIONS).join(', ')}`,
      );
    return act((rest ?? []) as unknown as string[], flags as PromptFlags, io, speaker);
  },
};

async function list(_args: readonly string[], flags: PromptFlags, io: Io): Promise<number> {
  const { prompts, reply } = await loadPrompts(flags);
  io.stdout.write(`reply: ${reply.id} (${reply.description})\n`);
  for (const { id, version, hash, purpose, file } of prompts.values()) {
    io.stdout.write(
      `${id.padEnd(30)} v${version}  ${hash.slice(0, 12)}  ${safe(purpose)}\n${' '.repeat(30)} ${file}\n`,
    );
  }
  return EXIT.done;
}

/** The text of a prompt; with a case, the messages as the model gets them with the same flags. */
async function show(
  [id = '']: readonly string[],
  flags: PromptFlags,
  io: Io,
  speaker: Speaker,
): Promise<number> {
  const set = await loadPrompts(flags);
  const prompt = set.prompts.get(id);
  if (!prompt)
    throw new UsageError(
      `cannot show the prompt "${id}": expected one of ${[...set.prompts.keys()].join(', ')}`,
    );
  if (flags.resume === undefined && flags.role === undefined) {
    io.stdout.write(`${prompt.text.trim()}\n`);
    return EXIT.done;
  }
  const { theCase, factOptions } = await readCaseOf(flags, io, speaker);
  const [{ computeFacts }, { builtInResources }, { privacyOf, renderMessages }, { DEFAULT_STYLE }] =
    await Promise.all([
      import('../facts/index.ts'),
      import('../resources/built-in-resources.ts'),
      import('../draft/index.ts'),
      import('../sections/style.ts'),
    ]);
  const sheet = computeFacts(theCase, { resources: builtInResources(), ...factOptions });
  const { shareNames = false } = flags;
  const messages = renderMessages(id, sheet, set, {
    style: { ...DEFAULT_STYLE, ...styleOf(flags) },
    privacy: privacyOf(sheet, { resume: theCase.resume, shareNames }),
  });
  for (const { role, content } of messages) io.stdout.write(`--- ${role}\n${content}\n`);
  return EXIT.done;
}

async function diff([a = '', b = '']: readonly string[], _flags: PromptFlags, io: Io): Promise<number> {
  if (a === '' || b === '')
    throw new UsageError('cannot compare prompts: found fewer than two sets, expected two folders or styles');
  const { createTwoFilesPatch } = await import('diff');
  const [left, right] = [await loadNamed(a, io), await loadNamed(b, io)];
  for (const [id, prompt] of left.prompts) {
    const other = right.prompts.get(id);
    if (!other || other.hash === prompt.hash) continue;
    io.stdout.write(
      createTwoFilesPatch(
        `${a}/${id}.md`,
        `${b}/${id}.md`,
        prompt.text,
        other.text,
        `v${prompt.version}`,
        `v${other.version}`,
      ),
    );
  }
  return EXIT.done;
}

async function copy(
  [dir = '']: readonly string[],
  flags: PromptFlags,
  io: Io,
  speaker: Speaker,
): Promise<number> {
  if (dir === '')
    throw new UsageError('cannot copy the prompts: found no folder, expected gapwright prompts copy DIR');
  const [set, { writeOutput }, { readFile }] = await Promise.all([
    loadPrompts(flags),
    import('../output/write-output.ts'),
    import('node:fs/promises'),
  ]);
  const files = await Promise.all(
    [...set.prompts.values()].map(async ({ id, file }) => ({
      name: `${id}.md`,
      content: await readFile(file, 'utf8'),
    })),
  );
  const paths = await writeOutput(resolve(io.cwd, dir), files, {
    force: flags.force ?? false,
    refuse: 'same-names',
    signal: io.signal,
  });
  for (const path of paths) io.stdout.write(`${path}\n`);
  speaker.say(`Edit them, delete those that stay as they are, then: gapwright report ... --prompts ${dir}`);
  return EXIT.done;
}

async function loadNamed(name: string, io: Io) {
  const { loadPromptSet, PROMPT_STYLES } = await import('../draft/index.ts');
  const style = PROMPT_STYLES.find((known) => known === name);
  return style ? loadPromptSet({ style }) : loadPromptSet({ overlay: resolve(io.cwd, name) });
}

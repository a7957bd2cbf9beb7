import { type Command, Option } from 'commander';
import { LENGTHS, PERSONS, PRONOUNS, READERS, type Style, TONES } from '../sections/style.ts';

/** Flags that say how a report is written, and by which prompts. */
export interface StyleFlags {
  pronoun?: Style['pronoun'];
  person?: Style['person'];
  tone?: Style['tone'];
  length?: Style['length'];
  reader?: Style['reader'];
  prompts?: string;
  promptStyle?: 'slots' | 'cited' | 'plain';
  shareNames?: boolean;
}

/** Adds those flags to a command. */
export function addStyleOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--pronoun <word>', "the candidate's pronoun (default: they)").choices([...PRONOUNS]),
    )
    .addOption(
      new Option(
        '--person <word>',
        'speak about the candidate or to her (default: third; second for --reader candidate)',
      ).choices([...PERSONS]),
    )
    .addOption(
      new Option('--tone <word>', 'manner and register of the words (default: plain)').choices([...TONES]),
    )
    .addOption(new Option('--length <word>', 'how much is told (default: standard)').choices([...LENGTHS]))
    .addOption(new Option('--reader <word>', 'who reads it (default: coach)').choices([...READERS]))
    .option(
      '--prompts <dir>',
      'prompt files that take the place of the built-in ones (see gapwright prompts)',
    )
    .addOption(
      new Option('--prompt-style <word>', 'how the model writes (default: slots)').choices([
        'slots',
        'cited',
        'plain',
      ]),
    )
    .option(
      '--share-names',
      'let the model see the names of the candidate, employers and schools, which it otherwise writes as slots',
    );
}

/** What the flags say of the style; a report for the candidate speaks to her unless told otherwise. */
export function styleOf({ pronoun, person, tone, length, reader }: StyleFlags): Partial<Style> {
  const speaks = person ?? (reader === 'candidate' ? 'second' : undefined);
  return {
    ...(pronoun && { pronoun }),
    ...(speaks && { person: speaks }),
    ...(tone && { tone }),
    ...(length && { length }),
    ...(reader && { reader }),
  };
}

/**
 * Loads the prompts that the flags name.
 * @throws UsageError, InputError
 */
export async function loadPrompts({ prompts, promptStyle }: StyleFlags) {
  const { loadPromptSet } = await import('../draft/index.ts');
  return loadPromptSet({ overlay: prompts, ...(promptStyle && { style: promptStyle }) });
}

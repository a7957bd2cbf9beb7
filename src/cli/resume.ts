import { basename, dirname, resolve } from 'node:path';
import { Option } from 'commander';
import { UsageError } from '../errors.ts';
import type { ReadResume } from '../input/resumes/read-resume.ts';
import type { ExtractionNote, FieldSource } from '../resume/index.ts';
import type { CliCommand } from './command.ts';
import { EXIT } from './exit-codes.ts';
import type { Io, Speaker } from './io.ts';
import { addModelOptions, describeSpent, type ModelFlags, openConfigured } from './open-configured.ts';
import { warnAboutDotenv } from './warn-about-dotenv.ts';

interface ResumeFlags extends ModelFlags {
  format: 'json' | 'yaml';
  out?: string;
  force?: boolean;
  extract: 'text' | 'model';
  model?: string;
  timeout?: string;
}

/** `gapwright resume`: a resume of any format as JSON Resume, with notes, to be corrected. */
export const resumeCommand: CliCommand = {
  name: 'resume',
  summary: 'read a resume of any format and print it as JSON Resume, with notes on what to correct',
  configure(command) {
    command
      .argument(
        '<file>',
        'PDF, DOCX, Markdown, text, JSON, YAML, or a LinkedIn export (- for standard input)',
      )
      .addOption(
        new Option('--format <format>', 'how it is printed').choices(['json', 'yaml']).default('json'),
      )
      .option('--out <file>', 'write to this file instead of stdout')
      .option('--force', 'write over that file')
      .addOption(
        new Option(
          '--extract <how>',
          'text: by rules alone, nothing leaves the machine; model: a model proposes more fields, of which those that stand in the document are taken',
        )
          .choices(['text', 'model'])
          .default('text'),
      )
      .option('--model <id>', 'for --extract model: openai:<model> or provider:model')
      .option('--timeout <seconds>', 'for one call of the model (default: 120)');
    addModelOptions(command);
  },
  async run([path = ''], raw, io, speaker) {
    const flags = raw as unknown as ResumeFlags;
    const { readResume } = await import('../input/resumes/read-resume.ts');
    const source = path === '-' ? path : resolve(io.cwd, path);
    let read = await readResume(source, { stdin: io.stdin, signal: io.signal });
    if (flags.extract === 'model') read = await extractByModel(read, flags, io, speaker);
    // What the one warning about an extraction says, the notes say in full.
    for (const { message, path: at } of read.warnings)
      if (!read.extraction || at !== '') speaker.warn(message);
    const { printResume } = await import('../resume/index.ts');
    const printed = printResume(read.resume, withoutFolder(read));
    const text =
      flags.format === 'yaml'
        ? (await import('yaml')).stringify(printed)
        : `${JSON.stringify(printed, undefined, 2)}\n`;
    tell(read, speaker);
    if (flags.out === undefined) {
      io.stdout.write(text);
      return EXIT.done;
    }
    const { writeOutput } = await import('../output/write-output.ts');
    const target = resolve(io.cwd, flags.out);
    const paths = await writeOutput(dirname(target), [{ name: basename(target), content: text }], {
      force: flags.force === true,
      refuse: 'same-names',
      signal: io.signal,
    });
    for (const written of paths) io.stdout.write(`${written}\n`);
    speaker.say(`Correct it where it is wrong, then: gapwright report --resume ${flags.out} --role ROLE`);
    return EXIT.done;
  },
};

/** Names the document without the folder that it lies in, which is nobody's business who gets the resume. */
function withoutFolder({ file, format, extraction }: ReadResume) {
  const name = basename(file);
  const bare = <T extends { file?: string }>(place: T): T =>
    place.file === file ? { ...place, file: name } : place;
  return {
    file: name,
    format,
    extraction: extraction && {
      ...extraction,
      fields: extraction.fields.map(bare),
      notes: extraction.notes.map(bare),
    },
  };
}

/** Says on stderr what was read by guess, and the notes. */
function tell({ extraction, format, file }: ReadResume, speaker: Speaker): void {
  if (!extraction) {
    speaker.say(`${file} is a JSON Resume already: it is printed as it was read.`);
    return;
  }
  const { fields, notes } = extraction;
  const count = (certainty: FieldSource['certainty']) =>
    fields.filter((field) => field.certainty === certainty).length;
  speaker.say(
    `Read as ${format}: ${fields.length} fields, of which ${count('certain')} are certain, ${count('likely')} likely, ${count('guess')} guessed.`,
  );
  for (const field of fields)
    if (field.certainty === 'guess')
      speaker.say(`guess: ${field.path} (${placeOf(field)}: "${field.excerpt}")`);
  for (const note of notes)
    speaker.say(`note: ${note.message}${note.line === undefined ? '' : ` (${placeOf(note)})`}`);
}

function placeOf({ page, line }: FieldSource | ExtractionNote): string {
  return `${page === undefined ? '' : `page ${page}, `}line ${line}`;
}

async function extractByModel(
  read: ReadResume,
  flags: ResumeFlags,
  io: Io,
  speaker: Speaker,
): Promise<ReadResume> {
  if (!read.document || !read.extraction)
    throw new UsageError(
      `cannot extract by a model: found a document whose fields are given (${read.format}), expected running text`,
    );
  const [{ loadDotenv, readConfig }, { loadProposalPrompt, proposeResume }] = await Promise.all([
    import('../config.ts'),
    import('../propose/index.ts'),
  ]);
  const { model, timeout, rpm, tpm } = flags;
  const config = readConfig({ model, timeout, rpm, tpm }, io.env, { dotenv: loadDotenv(io.cwd) });
  warnAboutDotenv(io.cwd, speaker);
  if (config.model === 'offline')
    throw new UsageError(
      'cannot extract by a model: found the offline writer, which reads nothing; expected --model openai:<model> or provider:model',
    );
  const opened = await openConfigured(config.model, config, flags, [(await loadProposalPrompt()).hash], io);
  const { extraction, proposed, dropped } = await proposeResume(
    opened.model,
    { document: read.document, extraction: read.extraction },
    { signal: io.signal },
  );
  const spent = describeSpent(opened);
  speaker.say(
    `${config.model} proposed ${proposed} fields; ${dropped} do not stand in the document and were dropped${spent === undefined ? '' : ` (${spent})`}.`,
  );
  return { ...read, resume: extraction.resume, extraction };
}

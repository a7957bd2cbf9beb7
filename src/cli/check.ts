import { extname } from 'node:path';
import { Option } from 'commander';
import { Draft, FactSheet, type Finding, Report } from '../../schemas/index.ts';
import { UsageError } from '../errors.ts';
import { parseInput, readDocument } from '../input/index.ts';
import { readText } from '../input/read-text.ts';
import { addCaseOptions, type CaseFlags, readCaseOf } from './case-options.ts';
import type { CliCommand } from './command.ts';
import { EXIT } from './exit-codes.ts';
import type { Io, Speaker } from './io.ts';
import { printFindings } from './print-findings.ts';

interface CheckFlags extends CaseFlags {
  facts?: string;
  section?: string;
  format: 'text' | 'json';
  color?: boolean;
}

/** How a file is read, by its ending. */
const FORMATS: Readonly<Record<string, 'markdown' | 'html' | 'json' | 'text'>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.json': 'json',
  '.txt': 'text',
};

/** `gapwright check`: a finished report, or a draft of one section, against the facts. */
export const checkCommand: CliCommand = {
  name: 'check',
  summary: 'check a report against the facts, or against itself where none are given',
  configure(command) {
    command.argument('<report>', 'Markdown, HTML, text or report JSON (- for Markdown on standard input)');
    addCaseOptions(command, { needed: false });
    command
      .option('--facts <file>', 'a fact sheet as gapwright facts prints it')
      .option('--section <id>', 'REPORT is the JSON draft of this section, with slots and citations')
      .addOption(
        new Option('--format <format>', 'how findings are printed').choices(['text', 'json']).default('text'),
      );
  },
  async run([path = ''], raw, io, speaker) {
    const flags = raw as unknown as CheckFlags;
    const text = await readText(path, { stdin: io.stdin, signal: io.signal });
    const format = FORMATS[extname(path).toLowerCase()] ?? 'markdown';
    const given = await readFacts(flags, io, speaker);
    const result =
      flags.section === undefined
        ? await checkFinished(text, format, path, given)
        : await checkDraft(text, path, flags.section, given);
    const color =
      flags.color !== false && !io.env.NO_COLOR && (io.stdout.isTTY === true || Boolean(io.env.FORCE_COLOR));
    io.stdout.write(
      flags.format === 'json'
        ? `${JSON.stringify(result, undefined, 2)}\n`
        : printFindings(result, text, path, color),
    );
    return result.summary.errors > 0 ? EXIT.findings : EXIT.done;
  },
};

async function readFacts(flags: CheckFlags, io: Io, speaker: Speaker): Promise<FactSheet | undefined> {
  const fromCase = flags.resume !== undefined || flags.role !== undefined;
  if (flags.facts !== undefined && fromCase) {
    throw new UsageError(
      'cannot check: found both --facts and --resume/--role, expected one source of facts',
    );
  }
  if (flags.facts !== undefined) {
    const document = await readDocument(flags.facts, { stdin: io.stdin, signal: io.signal });
    return parseInput(FactSheet, document.data, { file: document.file, locate: document.locate }).value;
  }
  if (!fromCase) return undefined;
  const { theCase, factOptions } = await readCaseOf(flags, io, speaker);
  const [{ computeFacts }, { builtInResources }] = await Promise.all([
    import('../facts/index.ts'),
    import('../resources/built-in-resources.ts'),
  ]);
  return computeFacts(theCase, { resources: builtInResources(), ...factOptions });
}

async function checkFinished(
  text: string,
  format: 'markdown' | 'html' | 'json' | 'text',
  path: string,
  given: FactSheet | undefined,
) {
  const { checkReport } = await import('../check/index.ts');
  // A report JSON brings the facts it was written from.
  const facts =
    given ??
    (format === 'json' ? parseInput(Report, parseJson(text, path), { file: path }).value.facts : undefined);
  return checkReport(text, facts, { format });
}

async function checkDraft(text: string, path: string, id: string, facts: FactSheet | undefined) {
  const { SECTIONS } = await import('../sections/index.ts');
  const section = SECTIONS.find((candidate) => candidate.id === id);
  if (!section)
    throw new UsageError(
      `cannot check a draft: found --section ${id}, expected one of ${SECTIONS.map((known) => known.id).join(', ')}`,
    );
  if (!facts)
    throw new UsageError('cannot check a draft: found no facts, expected --facts or --resume and --role');
  const { checkDraftFile } = await import('../draft/check-draft-file.ts');
  const draft = parseInput(Draft, parseJson(text, path), { file: path }).value;
  return checkDraftFile(draft, text, section, facts) satisfies { findings: Finding[] };
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UsageError(
      `cannot read ${path}: found no JSON (${(cause as Error).message}), expected a JSON document`,
      { cause },
    );
  }
}

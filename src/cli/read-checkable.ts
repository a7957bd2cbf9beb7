import { extname } from 'node:path';
import { FactSheet, Report } from '../../schemas/index.ts';
import type { TextFormat } from '../check/index.ts';
import { UsageError } from '../errors.ts';
import { parseInput, readDocument } from '../input/index.ts';
import { readText } from '../input/read-text.ts';
import { type CaseFlags, readCaseOf } from './case-options.ts';
import type { Io, Speaker } from './io.ts';

/** A text to be checked, and the facts that it brings with it. */
export interface Checkable {
  path: string;
  text: string;
  format: TextFormat;
  facts: FactSheet | undefined;
}

/** How a file is read, by its ending. */
const FORMATS: Readonly<Record<string, TextFormat>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.json': 'json',
  '.txt': 'text',
};

/**
 * Reads a report. A report JSON brings the facts it was written from, which count where none are given.
 * @param draft whether the file is a draft, which is no report
 */
export async function readCheckable(
  path: string,
  { given, draft }: { given: FactSheet | undefined; draft: boolean },
  io: Io,
): Promise<Checkable> {
  const text = await readText(path, { stdin: io.stdin, signal: io.signal });
  const format = FORMATS[extname(path).toLowerCase()] ?? 'markdown';
  const carried =
    format === 'json' && !draft && !given
      ? parseInput(Report, parseJson(text, path), { file: path }).value.facts
      : undefined;
  return { path, text, format, facts: given ?? carried };
}

/** Reads the facts that the flags name: a fact sheet, or a case; none where neither is given. */
export async function readFacts(
  flags: CaseFlags & { facts?: string },
  io: Io,
  speaker: Speaker,
): Promise<FactSheet | undefined> {
  const fromCase = flags.resume !== undefined || flags.role !== undefined;
  if (flags.facts !== undefined && fromCase)
    throw new UsageError(
      'cannot check: found both --facts and --resume/--role, expected one source of facts',
    );
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

export function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UsageError(
      `cannot read ${path}: found no JSON (${(cause as Error).message}), expected a JSON document`,
      { cause },
    );
  }
}

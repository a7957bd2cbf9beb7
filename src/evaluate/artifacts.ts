import { closeSync, fdatasyncSync, ftruncateSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { EvalArtifact, FactSheet } from '../../schemas/index.ts';
import { OutputError } from '../errors.ts';
import { digestText } from './digest.ts';
import { readLines } from './read-lines.ts';
import type { Trial } from './trial.ts';

/** Texts of cells, each under the SHA-256 of itself, in one file that is only added to. */
export interface Artifacts {
  /** Keeps the texts of a trial and gives their name. @throws {OutputError} */
  keep(trial: Trial, facts: FactSheet | undefined): string;
  close(): void;
}

/** Before the value in a line: its name. */
const HEAD = /^\{"name":"([0-9a-f]{64})","value":/;

type Places = Map<string, { offset: number; length: number }>;

/**
 * Opens `artifacts.jsonl` of a run, new or of an earlier run. A line that a crash cut off is taken away; its cell has
 * no row yet. Nothing is written before the first text.
 */
export function openArtifacts(path: string): Artifacts {
  const sheets = new WeakMap<FactSheet, string>();
  let open: { file: number; places: Places; end: number } | undefined;
  const put = (value: unknown): string => {
    const text = JSON.stringify(value);
    const name = digestText(text);
    try {
      open ??= openFile(path);
      if (open.places.has(name)) return name;
      const bytes = Buffer.from(`{"name":"${name}","value":${text}}\n`);
      const written = writeSync(open.file, bytes);
      if (written < bytes.length) {
        ftruncateSync(open.file, open.end);
        throw new Error('no room for a text');
      }
      open.places.set(name, { offset: open.end, length: bytes.length });
      open.end += bytes.length;
    } catch (cause) {
      const found = cause instanceof Error ? cause.message : String(cause);
      throw new OutputError(`cannot write ${path}: found ${found}, expected room for it`, { cause });
    }
    return name;
  };
  return {
    keep({ report, text, findings, first }, facts) {
      let sheet: string | null = null;
      if (facts) {
        sheet = sheets.get(facts) ?? put(facts);
        sheets.set(facts, sheet);
      }
      const { facts: _, ...bare } = report ?? {};
      return put({
        schema: 'gapwright/eval-artifact@1',
        facts: sheet,
        report: report ? (bare as EvalArtifact['report']) : null,
        text,
        findings: [...findings],
        first: {
          sentences: first.sentences.map((sentence) => ({ ...sentence, facts: [...sentence.facts] })),
          text: first.text,
          findings: [...first.findings],
          ...(first.unusable !== undefined && { unusable: first.unusable }),
        },
      } satisfies EvalArtifact);
    },
    close() {
      if (!open) return;
      try {
        fdatasyncSync(open.file);
      } finally {
        closeSync(open.file);
        open = undefined;
      }
    },
  };
}

function openFile(path: string): { file: number; places: Places; end: number } {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'a', 0o600);
  const { places, end, torn } = findPlaces(path);
  if (torn) ftruncateSync(file, end);
  return { file, places, end };
}

function findPlaces(path: string): { places: Places; end: number; torn: boolean } {
  const places: Places = new Map();
  let end = 0;
  for (const { line, offset, length, whole } of readLines(path, 1_048_576)) {
    if (!whole) return { places, end, torn: true };
    end = offset + length;
    const name = HEAD.exec(line)?.[1];
    if (name !== undefined) places.set(name, { offset, length });
  }
  return { places, end, torn: false };
}

/** The texts of a cell and the facts of its case. */
export interface KeptTexts {
  artifact: EvalArtifact;
  facts: FactSheet | undefined;
}

/**
 * Reads texts by their names, one at a time. Undefined where one is not there, or is not what its name says (a power
 * failure can leave such).
 */
export function openArtifactReader(path: string): (name: string) => KeptTexts | undefined {
  let places: Places | undefined;
  const read = (name: string): unknown => {
    places ??= findPlaces(path).places;
    const place = places.get(name);
    if (!place) return undefined;
    const line = readAt(path, place);
    const head = HEAD.exec(line)?.[0] ?? '';
    const text = line.slice(head.length, -'}\n'.length);
    return digestText(text) === name ? JSON.parse(text) : undefined;
  };
  return (name) => {
    const artifact = read(name) as EvalArtifact | undefined;
    if (artifact === undefined) return undefined;
    const facts = artifact.facts === null ? undefined : (read(artifact.facts) as FactSheet | undefined);
    return { artifact, facts };
  };
}

function readAt(path: string, { offset, length }: { offset: number; length: number }): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    const count = readSync(file, bytes, 0, length, offset);
    return bytes.toString('utf8', 0, count);
  } finally {
    closeSync(file);
  }
}

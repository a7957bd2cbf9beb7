import { closeSync, fdatasyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import type { EvalRow } from '../../schemas/index.ts';
import { InputError, OutputError } from '../errors.ts';
import { readLines } from './read-lines.ts';

/** The rows of a run. Rows are only added; of two for the same cell the later one counts. */
export interface RowStore {
  /** Whether the cell has a row of this key that is no error. */
  has(cell: CellName, key: string): boolean;
  /** @throws {OutputError} where the row cannot be written */
  append(row: EvalRow): void;
  /** One row for each cell, in no order that means anything. */
  rows(): Iterable<EvalRow>;
  close(): void;
}

/** What tells a cell from the others of its run. */
export type CellName = Pick<EvalRow, 'case' | 'variant' | 'model' | 'repeat'>;

/** Rows in memory, for runs that nobody wants to go on with. */
export function memoryRows(): RowStore {
  const rows = new Map<string, EvalRow>();
  return {
    has: (cell, key) => isDone(rows.get(nameOf(cell)), key),
    append: (row) => {
      rows.set(nameOf(row), row);
    },
    rows: () => rows.values(),
    close: () => {},
  };
}

/** Bytes of new rows are brought to the disk at the latest after this time, and at the end. */
const SYNC_EVERY_MS = 1000;

export interface OpenRowsOptions {
  /** Told of lines that could not be used. */
  onWarning?: (message: string) => void;
  /** Milliseconds of a clock that only goes forward. */
  now?: () => number;
}

/**
 * Opens `rows.jsonl`, new or of an earlier run. Each row is one write, so that a killed process leaves whole lines and
 * at most one torn one, the last, which is cut off here. Rows survive the end of the process at once, and a power
 * failure once they are a second old. In memory are the places of rows, not rows.
 * @throws {InputError} {OutputError}
 */
export async function openRows(
  path: string,
  { onWarning = () => {}, now = () => performance.now() }: OpenRowsOptions = {},
): Promise<RowStore> {
  const places = new Map<string, { key: string; offset: number; ok: boolean }>();
  const file = attempt(path, () => openSync(path, 'a+', 0o600));
  let end = 0;
  let read: ((line: string) => EvalRow | undefined) | undefined;
  for (const { line, offset, length, whole } of readLines(path)) {
    if (!whole) {
      attempt(path, () => ftruncateSync(file, offset));
      onWarning(`${path}: the last row was cut off by a crash; its cell is asked for again`);
      break;
    }
    end = offset + length;
    read ??= await rowReader();
    const row = read(line);
    if (row) places.set(nameOf(row), { key: row.key, offset, ok: row.status === 'ok' });
    else onWarning(`${path}: the row at byte ${offset} cannot be read; its cell is asked for again`);
  }
  let synced = now();
  const sync = () => {
    fdatasyncSync(file);
    synced = now();
  };
  return {
    has(cell, key) {
      const place = places.get(nameOf(cell));
      return place?.ok === true && place.key === key;
    },
    append(row) {
      const bytes = Buffer.from(`${JSON.stringify(row)}\n`);
      attempt(path, () => {
        // A write that the disk has no room for can come to less than it was given.
        const written = writeSync(file, bytes);
        if (written < bytes.length) {
          ftruncateSync(file, end);
          throw Object.assign(new Error('no room for a row'), { code: 'ENOSPC' });
        }
        if (now() - synced >= SYNC_EVERY_MS) sync();
      });
      places.set(nameOf(row), { key: row.key, offset: end, ok: row.status === 'ok' });
      end += bytes.length;
    },
    *rows() {
      for (const { line, offset, whole } of readLines(path)) {
        if (!whole) return;
        const row = parseLine(line);
        // A row that a later one replaced has another place.
        if (row && places.get(nameOf(row))?.offset === offset) yield row;
      }
    },
    close() {
      try {
        sync();
      } finally {
        closeSync(file);
      }
    },
  };
}

/**
 * Reads the rows of a saved run without opening it for more; the last of each cell counts.
 * @throws {InputError} where there are none
 */
export async function readRows(path: string, onWarning: (message: string) => void = () => {}) {
  const places = new Map<string, number>();
  const read = await rowReader();
  try {
    for (const { line, offset, whole } of readLines(path)) {
      const row = whole ? read(line) : undefined;
      if (row) places.set(nameOf(row), offset);
      else onWarning(`${path}: the row at byte ${offset} cannot be read and is left out`);
    }
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(path, `cannot read rows: found ${found}, expected a file of rows`, [], { cause });
  }
  return {
    count: places.size,
    *[Symbol.iterator](): Generator<EvalRow> {
      for (const { line, offset } of readLines(path)) {
        const row = parseLine(line);
        if (row && places.get(nameOf(row)) === offset) yield row;
      }
    },
  };
}

async function rowReader(): Promise<(line: string) => EvalRow | undefined> {
  const { EvalRow } = await import('../../schemas/eval-row.ts');
  return (line) => EvalRow.safeParse(parseLine(line)).data;
}

function parseLine(line: string): EvalRow | undefined {
  try {
    return JSON.parse(line) as EvalRow;
  } catch {
    return undefined;
  }
}

function nameOf({ case: id, variant, model, repeat }: CellName): string {
  return `${id}\n${variant}\n${model}\n${repeat}`;
}

function isDone(row: EvalRow | undefined, key: string): boolean {
  return row !== undefined && row.status === 'ok' && row.key === key;
}

function attempt<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new OutputError(
      `cannot write ${path}: found ${found}, expected a file to add rows to; rows that are there stay`,
      { cause },
    );
  }
}

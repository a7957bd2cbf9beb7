import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { EvalRow } from '../../../schemas/index.ts';
import { readLines } from '../../../src/evaluate/read-lines.ts';
import { memoryRows, openRows, readRows } from '../../../src/evaluate/row-store.ts';
import { temporaryFolder } from './make-suite.ts';

const folder = temporaryFolder(afterAll);
let files = 0;
const newFile = () => {
  files += 1;
  return join(folder, `rows-${files}.jsonl`);
};

function makeRow(id: string, more: Partial<EvalRow> = {}): EvalRow {
  return {
    key: `key of ${id}`,
    suite: 'tried',
    case: id,
    family: id,
    variant: 'current',
    model: 'offline',
    repeat: 0,
    status: 'ok',
    scores: { fine: { value: 1, evidence: ['Größe 日本 🙂'] } },
    broken: [],
    ...more,
  };
}

const failed = (id: string) =>
  makeRow(id, { status: 'error', error: { name: 'ModelError', message: 'gone' }, scores: {} });

const stores = [
  ['in memory', async () => memoryRows()],
  ['in a file', () => openRows(newFile())],
] as const;

describe.each(stores)('rows %s', (_, open) => {
  it('has what was appended, by cell and key', async () => {
    const store = await open();
    const row = makeRow('ada');
    expect(store.has(row, row.key)).toBe(false);
    store.append(row);
    expect(store.has(row, row.key)).toBe(true);
    expect(store.has(row, 'another key')).toBe(false);
    expect(store.has({ ...row, repeat: 1 }, row.key)).toBe(false);
    expect([...store.rows()]).toEqual([row]);
    store.close();
  });

  it('does not take an error for a row that is there, and lets a later row replace it', async () => {
    const store = await open();
    store.append(failed('ada'));
    expect(store.has(makeRow('ada'), 'key of ada')).toBe(false);
    expect([...store.rows()]).toEqual([failed('ada')]);
    store.append(makeRow('ben'));
    store.append(makeRow('ada'));
    expect([...store.rows()].map(({ case: id, status }) => `${id} ${status}`).sort()).toEqual([
      'ada ok',
      'ben ok',
    ]);
    store.close();
  });

  it('lets a row of another key replace one of the same cell', async () => {
    const store = await open();
    store.append(makeRow('ada'));
    store.append(makeRow('ada', { key: 'new' }));
    expect(store.has(makeRow('ada'), 'key of ada')).toBe(false);
    expect([...store.rows()].map(({ key }) => key)).toEqual(['new']);
    store.close();
  });
});

describe('a file of rows', () => {
  it('is gone on with after any cut of its last write', async () => {
    const path = newFile();
    const store = await openRows(path);
    for (const id of ['ada', 'ben', 'cyd']) store.append(makeRow(id));
    store.close();
    const bytes = readFileSync(path);
    const start = bytes.lastIndexOf('\n', bytes.length - 2) + 1;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: start, max: bytes.length - 1 }), async (end) => {
        writeFileSync(path, bytes);
        truncateSync(path, end);
        const warnings: string[] = [];
        const again = await openRows(path, { onWarning: (message) => warnings.push(message) });
        expect([...again.rows()].map(({ case: id }) => id)).toEqual(['ada', 'ben']);
        expect(again.has(makeRow('cyd'), 'key of cyd')).toBe(false);
        expect(warnings).toHaveLength(end === start ? 0 : 1);
        again.append(makeRow('cyd'));
        again.close();
        expect(readFileSync(path).equals(bytes)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves out a line that is no row, says so, and has the cell asked for again', async () => {
    const path = newFile();
    writeFileSync(
      path,
      `${JSON.stringify(makeRow('ada'))}\n{"key": 5}\nno JSON\n${JSON.stringify(makeRow('ben'))}\n`,
    );
    const warnings: string[] = [];
    const store = await openRows(path, { onWarning: (message) => warnings.push(message) });
    expect([...store.rows()].map(({ case: id }) => id)).toEqual(['ada', 'ben']);
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toMatch(/the row at byte \d+ cannot be read; its cell is asked for again$/);
    store.close();
  });

  it('is read without being changed', async () => {
    const path = newFile();
    writeFileSync(path, `${JSON.stringify(failed('ada'))}\n${JSON.stringify(makeRow('ada'))}\n`);
    appendFileSync(path, '{"torn');
    const before = readFileSync(path, 'utf8');
    const rows = await readRows(path);
    expect([...rows].map(({ status }) => status)).toEqual(['ok']);
    expect(rows.count).toBe(1);
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('brings rows to the disk once a second, not for each', async () => {
    let now = 0;
    const path = newFile();
    const store = await openRows(path, { now: () => now });
    store.append(makeRow('ada'));
    now = 5000;
    store.append(makeRow('ben'));
    expect([...store.rows()]).toHaveLength(2);
    store.close();
  });

  it('cannot be opened where there is a folder', async () => {
    await expect(openRows(folder)).rejects.toThrow(/^cannot write .*: found EISDIR/);
  });
});

describe('readLines', () => {
  it('gives every line with its place, whatever the size of the pieces read', () => {
    const path = newFile();
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme' })),
        fc.boolean(),
        fc.integer({ min: 1, max: 50 }),
        (texts, isWhole, size) => {
          const lines = texts.map((text) => text.replaceAll('\n', ' '));
          const text = lines.map((line) => `${line}\n`).join('') + (isWhole ? '' : 'rest');
          writeFileSync(path, text);
          const read = [...readLines(path, size)];
          expect(read.map(({ line }) => line)).toEqual(
            [...lines, ...(isWhole ? [] : ['rest'])].map((line) => line.toWellFormed()),
          );
          const bytes = readFileSync(path);
          for (const { line, offset, length, whole } of read)
            expect(bytes.toString('utf8', offset, offset + length - (whole ? 1 : 0))).toBe(line);
          expect(read.every(({ whole }, at) => whole || at === read.length - 1)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives none for a file that is not there', () => {
    expect([...readLines(join(folder, 'nothing'))]).toEqual([]);
  });
});

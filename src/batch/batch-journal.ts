import type { CohortRow } from './cohort-row.ts';
import { openDatabase } from './open-database.ts';

/** What was spent on one report; null where the provider did not say. */
export interface Spending {
  calls: number;
  inputTokens: number | null;
  outputTokens: number | null;
  cost: number | null;
}

/** A report that was accepted, and whose files are on the disk. */
export interface DoneEntry {
  source: string;
  key: string;
  /** The person whose report it is a copy of: their inputs are the same. */
  copyOf?: string;
  sentences: { model: number; repaired: number; offline: number };
  spent: Spending;
  cohort: CohortRow;
}

export interface FailedEntry {
  source: string;
  id: string;
  /** Name of the error's class, e.g. `InputError`. */
  error: string;
  reason: string;
}

/** The journal of a batch: who has a report, who failed and why. Survives a kill at any point. */
export interface BatchJournal {
  /** The name of the person's files: their own, or with a number where it is taken. The same in every run. */
  idOf(source: string, name: string): string;
  /** The key under which the person has a report already. */
  keyOf(source: string): string | undefined;
  /** Somebody else's report of the same inputs. */
  findKey(key: string): { id: string; entry: DoneEntry } | undefined;
  done(entry: DoneEntry): void;
  failed(entry: Omit<FailedEntry, 'id'>): void;
  /** People of this run, in the order in which they were first seen. */
  entries(): IterableIterator<{ id: string; entry: DoneEntry }>;
  failures(): IterableIterator<FailedEntry>;
  close(): void;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS batch (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS person (
    seq INTEGER PRIMARY KEY,
    source TEXT NOT NULL UNIQUE,
    id TEXT NOT NULL UNIQUE,
    run INTEGER NOT NULL,
    key TEXT,
    entry TEXT,
    error TEXT,
    reason TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS person_key ON person (key) WHERE key IS NOT NULL;
`;

/**
 * Opens or makes the journal in an SQLite file. `run` numbers the command: entries of people whom this run did not see
 * are kept, and left out of its counts.
 * @throws {UsageError} where the file is no journal of ours, another process works with it, or Node has no SQLite
 */
export async function openBatchJournal(path: string): Promise<BatchJournal> {
  const db = await openDatabase(path, SCHEMA, { work: 'the batch', kind: 'journal of a batch' });
  const run =
    1 + Number((db.prepare("SELECT value FROM batch WHERE name = 'run'").get()?.value as string) ?? 0);
  db.prepare("INSERT OR REPLACE INTO batch VALUES ('run', ?)").run(String(run));
  const find = db.prepare('SELECT id, key FROM person WHERE source = ?');
  const taken = db.prepare('SELECT 1 FROM person WHERE id = ?');
  const add = db.prepare('INSERT INTO person (source, id, run) VALUES (?, ?, ?)');
  const see = db.prepare('UPDATE person SET run = ? WHERE source = ?');
  const byKey = db.prepare('SELECT id, entry FROM person WHERE key = ? ORDER BY seq LIMIT 1');
  const finish = db.prepare(
    'UPDATE person SET key = ?, entry = ?, error = NULL, reason = NULL WHERE source = ?',
  );
  const fail = db.prepare(
    'UPDATE person SET key = NULL, entry = NULL, error = ?, reason = ? WHERE source = ?',
  );
  const entries = db.prepare('SELECT id, entry FROM person WHERE run = ? AND key IS NOT NULL ORDER BY seq');
  const failures = db.prepare(
    'SELECT source, id, error, reason FROM person WHERE run = ? AND error IS NOT NULL ORDER BY seq',
  );
  return {
    idOf(source, name) {
      const known = find.get(source);
      if (known) {
        see.run(run, source);
        return known.id as string;
      }
      const stem = toFileName(name);
      let id = stem;
      for (let number = 2; taken.get(id.toLowerCase()) !== undefined; number += 1) id = `${stem}-${number}`;
      add.run(source, id.toLowerCase(), run);
      return id.toLowerCase();
    },
    keyOf: (source) => (find.get(source)?.key as string | null | undefined) ?? undefined,
    findKey(key) {
      const found = byKey.get(key);
      return found && { id: found.id as string, entry: JSON.parse(found.entry as string) as DoneEntry };
    },
    done(entry) {
      finish.run(entry.key, JSON.stringify(entry), entry.source);
    },
    failed({ source, error, reason }) {
      fail.run(error, reason, source);
    },
    *entries() {
      for (const row of entries.iterate(run))
        yield { id: row.id as string, entry: JSON.parse(row.entry as string) as DoneEntry };
    },
    *failures() {
      for (const row of failures.iterate(run)) yield { ...row } as unknown as FailedEntry;
    },
    close: () => db.close(),
  };
}

/** A name that any file system takes: letters, digits, `-`, `_` and `.` within; never empty. */
function toFileName(name: string): string {
  const plain = name
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, 80);
  return plain === '' ? 'person' : plain;
}

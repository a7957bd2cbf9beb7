import { randomUUID } from 'node:crypto';
import { openDatabase } from '../batch/index.ts';
import type { TokenUsage } from '../model/index.ts';
import type { BatchRow, BatchStore, Load } from './batch-store.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS request (
    seq INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    run INTEGER NOT NULL,
    pass INTEGER NOT NULL,
    state TEXT NOT NULL,
    endpoint TEXT NOT NULL,
    body TEXT,
    bytes INTEGER NOT NULL,
    input INTEGER NOT NULL,
    output INTEGER NOT NULL,
    batch INTEGER,
    tries INTEGER NOT NULL DEFAULT 0,
    by TEXT,
    status INTEGER,
    answer TEXT,
    request_id TEXT,
    input_tokens INTEGER,
    output_tokens INTEGER,
    cached_tokens INTEGER
  ) STRICT;
  CREATE INDEX IF NOT EXISTS request_state ON request (state, endpoint);
  CREATE INDEX IF NOT EXISTS request_batch ON request (batch) WHERE batch IS NOT NULL;
  CREATE TABLE IF NOT EXISTS batch (
    id INTEGER PRIMARY KEY,
    stage TEXT NOT NULL,
    endpoint TEXT NOT NULL,
    round INTEGER NOT NULL,
    requests INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    input INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL,
    file TEXT,
    remote TEXT,
    output TEXT,
    error TEXT,
    status TEXT,
    completed INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE IF NOT EXISTS person (id TEXT PRIMARY KEY, outcome TEXT NOT NULL) STRICT;
`;

const LOAD =
  'count(*) AS requests, coalesce(sum(bytes), 0) AS bytes, coalesce(sum(input), 0) AS input, coalesce(sum(output), 0) AS output';

/**
 * Opens or makes the store in an SQLite file. A kill of the process loses nothing that was entered; stages of batches
 * are on the disk before this returns from entering them.
 * @param now Milliseconds since 1970; kept at the first use only.
 * @throws {UsageError} where the file is no store of ours, another process works with it, or Node has no SQLite
 */
export async function openBatchStore(
  path: string,
  { now = Date.now }: { now?: () => number } = {},
): Promise<BatchStore> {
  const db = await openDatabase(path, SCHEMA, {
    work: 'the provider batches',
    kind: 'store of provider batches',
  });
  const get = db.prepare('SELECT value FROM meta WHERE name = ?');
  const set = db.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)');
  const read = (name: string) => get.get(name)?.value as string | undefined;
  const first = (name: string, make: () => string) => {
    const known = read(name);
    if (known !== undefined) return known;
    const made = make();
    set.run(name, made);
    return made;
  };
  const name = first('name', randomUUID);
  const since = Number(first('since', () => String(Math.floor(now() / 1000))));
  let run = Number(first('run', () => '1'));
  let pass = Number(read('pass') ?? 0);

  const find = db.prepare('SELECT state, by, status, answer, request_id FROM request WHERE key = ?');
  const add = db.prepare(
    "INSERT INTO request (key, run, pass, state, endpoint, body, bytes, input, output) VALUES (?, ?, ?, 'wanted', ?, ?, ?, ?, ?)",
  );
  const again = db.prepare('UPDATE request SET pass = ? WHERE key = ?');
  const load = (where: string, ...values: (string | number)[]): Load => {
    const { requests, bytes, input, output } = db
      .prepare(`SELECT ${LOAD} FROM request WHERE ${where}`)
      .get(...values) as Record<string, number>;
    return { requests: requests ?? 0, bytes: bytes ?? 0, tokens: { input: input ?? 0, output: output ?? 0 } };
  };
  const transact = <T>(work: () => T): T => {
    db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      db.exec('COMMIT');
      return result;
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  };
  /** On the disk for good, with all that was entered before. */
  const durably = <T>(work: () => T): T => {
    db.exec('PRAGMA synchronous = FULL');
    try {
      return work();
    } finally {
      db.exec('PRAGMA synchronous = NORMAL');
    }
  };

  return {
    name,
    since,
    get: read,
    set: (key, value) => void set.run(key, value),

    beginPass() {
      pass += 1;
      set.run('pass', String(pass));
    },
    endPass() {
      transact(() => {
        db.prepare("DELETE FROM request WHERE state IN ('wanted', 'call') AND pass < ?").run(pass);
        set.run('dirty', '0');
        set.run('looked', String(pass));
      });
    },
    isDirty: () => read('dirty') !== '0',

    want({ key, endpoint, body, tokens }) {
      const row = find.get(key);
      if (!row) {
        add.run(key, run, pass, endpoint, body, Buffer.byteLength(body), tokens.input, tokens.output);
        return { state: 'open' };
      }
      if (row.state !== 'answered') {
        again.run(pass, key);
        return { state: row.state === 'call' ? 'call' : 'open' };
      }
      if (row.by === 'call') return { state: 'outcome', outcome: JSON.parse(row.answer as string) };
      return {
        state: 'wire',
        status: row.status as number,
        body: row.answer as string,
        requestId: (row.request_id as string | null) ?? undefined,
      };
    },
    answerByCall(key, outcome, usage) {
      db.prepare(
        "UPDATE request SET state = 'answered', by = 'call', run = ?, body = NULL, answer = ?, input_tokens = ?, output_tokens = ?, cached_tokens = ? WHERE key = ?",
      ).run(run, JSON.stringify(outcome), ...countsOf(usage), key);
    },

    wanted: () => load("state = 'wanted'"),
    underWay: () => load("state = 'sent'"),
    dueCalls: () => load("state = 'call'"),
    recall: () => void db.exec("UPDATE request SET state = 'wanted' WHERE state = 'call'"),
    spent(by) {
      const row = db
        .prepare(
          `SELECT count(*) AS requests, count(*) - count(input_tokens) AS no_input, count(*) - count(output_tokens) AS no_output,
            coalesce(sum(input_tokens), 0) AS input, coalesce(sum(output_tokens), 0) AS output, coalesce(sum(cached_tokens), 0) AS cached
            FROM request WHERE state = 'answered' AND by = ? AND run = ? AND (status IS NULL OR status < 300)`,
        )
        .get(by, run) as Record<string, number>;
      return {
        requests: row.requests ?? 0,
        inputTokens: row.no_input === 0 ? (row.input ?? 0) : null,
        outputTokens: row.no_output === 0 ? (row.output ?? 0) : null,
        cachedInputTokens: row.cached ?? 0,
        ...(by === 'batch' && { batch: true as const }),
      };
    },

    fill(round, limits) {
      const next = db
        .prepare("SELECT endpoint FROM request WHERE state = 'wanted' ORDER BY seq LIMIT 1")
        .get();
      if (!next) return undefined;
      const rows = db
        .prepare(
          "SELECT seq, key, endpoint, bytes, input FROM request WHERE state = 'wanted' AND endpoint = ? ORDER BY seq",
        )
        .iterate(next.endpoint as string);
      let [last, requests, bytes, tokens] = [0, 0, 0, 0];
      for (const row of rows) {
        const size = (row.bytes as number) + OVERHEAD;
        const fits =
          requests < limits.requests &&
          bytes + size <= limits.bytes &&
          // However long a request is, it goes while there is any room.
          (requests === 0 ? limits.tokens > 0 : tokens + (row.input as number) <= limits.tokens);
        if (!fits) break;
        requests += 1;
        bytes += size;
        tokens += row.input as number;
        last = row.seq as number;
      }
      if (requests === 0) return undefined;
      const id = durably(() =>
        transact(() => {
          const where = "state = 'wanted' AND endpoint = ? AND seq <= ?";
          const part = load(where, next.endpoint as string, last);
          const made = db
            .prepare(
              "INSERT INTO batch (stage, endpoint, round, requests, bytes, input, output_tokens) VALUES ('prepared', ?, ?, ?, ?, ?, ?)",
            )
            .run(next.endpoint as string, round, part.requests, bytes, part.tokens.input, part.tokens.output);
          db.prepare(`UPDATE request SET state = 'sent', batch = ? WHERE ${where}`).run(
            Number(made.lastInsertRowid),
            next.endpoint as string,
            last,
          );
          return Number(made.lastInsertRowid);
        }),
      );
      return readBatch(db.prepare('SELECT * FROM batch WHERE id = ?').get(id));
    },
    batches: () => db.prepare("SELECT * FROM batch WHERE stage <> 'closed' ORDER BY id").all().map(readBatch),
    isWanted: (id) =>
      db
        .prepare('SELECT 1 FROM request WHERE batch = ? AND pass >= ? LIMIT 1')
        .get(id, Number(read('looked') ?? 0)) !== undefined,
    drop: (id) => void db.prepare("DELETE FROM request WHERE batch = ? AND state = 'sent'").run(id),
    update(id, change) {
      const entries = Object.entries(change);
      const names = entries.map(([column]) => `${column} = ?`).join(', ');
      const values = entries.map(([, value]) => value as string | number | null);
      durably(() => db.prepare(`UPDATE batch SET ${names} WHERE id = ?`).run(...values, id));
    },
    *lines(id) {
      const rows = db
        .prepare('SELECT key, endpoint, body FROM request WHERE batch = ? ORDER BY seq')
        .iterate(id);
      for (const { key, endpoint, body } of rows)
        yield `{"custom_id":"${key}","method":"POST","url":"${endpoint}","body":${body}}`;
    },
    keyOfLine: (id, line) =>
      db.prepare('SELECT key FROM request WHERE batch = ? ORDER BY seq LIMIT 1 OFFSET ?').get(id, line - 1)
        ?.key as string | undefined,
    answer(id, answers) {
      const keep = db.prepare(
        `UPDATE request SET state = 'answered', by = 'batch', run = ?, body = NULL, status = ?, answer = ?, request_id = ?,
          input_tokens = ?, output_tokens = ?, cached_tokens = ? WHERE key = ? AND batch = ? AND state = 'sent'`,
      );
      return transact(() => {
        let count = 0;
        for (const { key, status, body, requestId, usage } of answers)
          count += Number(
            keep.run(run, status, body, requestId ?? null, ...countsOf(usage), key, id).changes,
          );
        if (count > 0) set.run('dirty', '1');
        return count;
      });
    },
    settle(id, { mostTries, fallback, to, keys }) {
      return durably(() =>
        transact(() => {
          const counts = { again: 0, call: 0, lost: 0 };
          const open = db
            .prepare("SELECT key, tries FROM request WHERE batch = ? AND state = 'sent'")
            .all(id) as { key: string; tries: number }[];
          const named = keys && new Set(keys);
          const move = db.prepare('UPDATE request SET state = ?, batch = NULL, tries = ? WHERE key = ?');
          const lose = db.prepare(
            "UPDATE request SET state = 'answered', by = 'batch', run = ?, body = NULL, status = 503, answer = ? WHERE key = ?",
          );
          for (const { key, tries } of open) {
            if (named && !named.has(key)) continue;
            const tried = to === 'queue' ? tries : tries + 1;
            const isOver = to === 'call' || tried >= mostTries;
            if (isOver && fallback) move.run('call', tried, key);
            else if (tried >= mostTries) lose.run(run, NO_REPLY, key);
            else move.run('wanted', tried, key);
            counts[isOver && fallback ? 'call' : tried >= mostTries ? 'lost' : 'again'] += 1;
          }
          set.run('dirty', '1');
          return counts;
        }),
      );
    },

    note(person, outcome) {
      const known = db.prepare('SELECT outcome FROM person WHERE id = ?').get(person)?.outcome as
        | string
        | undefined;
      if (outcome !== 'kept' || known === undefined)
        db.prepare('INSERT OR REPLACE INTO person VALUES (?, ?)').run(person, outcome);
      return known;
    },
    finish() {
      transact(() => {
        run += 1;
        set.run('run', String(run));
        // What got no reply may be asked for again.
        db.exec(
          "DELETE FROM person; DELETE FROM meta WHERE name = 'queue-tokens'; DELETE FROM request WHERE by = 'batch' AND status >= 500",
        );
      });
    },
    close: () => db.close(),
  };
}

/** What a line of the file has beside the body of its request. */
const OVERHEAD = 160;

/** In the place of a reply that never came, where no ordinary call may be made. */
const NO_REPLY = JSON.stringify({
  error: { message: 'the Batch API gave no reply, again and again', type: 'server_error' },
});

const countsOf = (usage: TokenUsage | undefined) =>
  [usage?.inputTokens ?? null, usage?.outputTokens ?? null, usage?.cachedInputTokens ?? null] as const;

function readBatch(row: unknown): BatchRow {
  const { input, output_tokens, ...rest } = row as Record<string, never>;
  return { ...rest, tokens: { input, output: output_tokens } } as unknown as BatchRow;
}

import type { DatabaseSync } from 'node:sqlite';
import { UsageError } from '../errors.ts';

/**
 * Opens or makes an SQLite file for this process alone. A kill of the process loses nothing that was committed.
 * @throws {UsageError} where the file is something else, another process works with it, or Node has no SQLite
 */
export async function openDatabase(
  path: string,
  schema: string,
  { work, kind }: { work: string; kind: string },
): Promise<DatabaseSync> {
  const sqlite = await import('node:sqlite').catch((cause: unknown) => {
    throw new UsageError(
      `cannot keep the ${kind}: found Node ${process.versions.node} without SQLite, expected 22.13 or newer`,
      { cause },
    );
  });
  try {
    const db = new sqlite.DatabaseSync(path);
    // The lock keeps a second process out.
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    db.exec(schema);
    return db;
  } catch (cause) {
    const { message } = cause as Error;
    const busy = /locked|busy/i.test(message);
    throw new UsageError(
      busy
        ? `cannot go on with ${work}: found ${path} in use by another gapwright, expected to be alone: wait for it, or name another --out`
        : `cannot go on with ${work}: found ${path} to be no ${kind} (${message}), expected one, or none: name another --out`,
      { cause },
    );
  }
}

import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ScalePerson } from './make-people.ts';

/** Who has a report by the journal, and what the journal says of all of them. */
export interface JournalState {
  /** Milliseconds of the clock that files are dated by. */
  at: number;
  ids: ReadonlySet<string>;
}

/** Reads the journal of a batch that is not running. */
export function readJournal(out: string): JournalState {
  const file = join(out, 'batch.sqlite');
  if (!existsSync(file)) return { at: Date.now(), ids: new Set() };
  const db = new DatabaseSync(file);
  try {
    const rows = db.prepare('SELECT id FROM person WHERE key IS NOT NULL').all() as { id: string }[];
    return { at: Date.now(), ids: new Set(rows.map(({ id }) => id)) };
  } finally {
    db.close();
  }
}

/** Calls and tokens of all reports of the journal. */
export function sumJournal(out: string): { calls: number; tokens: number; offline: number } {
  const db = new DatabaseSync(join(out, 'batch.sqlite'));
  const sums = { calls: 0, tokens: 0, offline: 0 };
  for (const row of db.prepare('SELECT entry FROM person WHERE key IS NOT NULL').iterate()) {
    const { spent, sentences } = JSON.parse(String(row.entry)) as {
      spent: { calls: number; inputTokens: number; outputTokens: number };
      sentences: { offline: number };
    };
    sums.calls += spent.calls;
    sums.tokens += spent.inputTokens + spent.outputTokens;
    sums.offline += sentences.offline;
  }
  db.close();
  return sums;
}

export interface FolderVerdict {
  /** People without a report, or with one that the journal does not know. */
  missing: number;
  /** In the journal at a kill, and gone from it or from the disk at the end. */
  lost: number;
  /** In the journal at a kill, and written again after it. */
  twice: number;
  /** Reports that differ from the one of an undisturbed run. */
  different: number;
  bytes: number;
}

/**
 * Judges the folder of a batch that has ended.
 * @param states the journal at each kill
 * @param references the reports of an undisturbed run by profile, without names
 */
export function judgeFolder(
  out: string,
  people: readonly ScalePerson[],
  states: readonly JournalState[],
  references: readonly string[],
): FolderVerdict {
  const verdict: FolderVerdict = { missing: 0, lost: 0, twice: 0, different: 0, bytes: 0 };
  const { ids } = readJournal(out);
  for (const person of people) {
    const file = reportFile(out, person);
    const accepted = states.find((state) => state.ids.has(person.id));
    if (!ids.has(person.id) || !existsSync(file)) {
      verdict.missing += 1;
      if (accepted) verdict.lost += 1;
      continue;
    }
    const { mtimeMs, size } = statSync(file);
    if (accepted && mtimeMs > accepted.at) verdict.twice += 1;
    if (readNameless(out, person) !== references[person.profile]) verdict.different += 1;
    verdict.bytes += size;
  }
  return verdict;
}

const reportFile = (out: string, { id }: ScalePerson) => join(out, 'reports', id, 'skill-gap-report.md');

/** A report with the name taken out, so that two people of one profile have the same. */
export function readNameless(out: string, person: ScalePerson): string {
  const [given = '', family = ''] = person.name.split(' ');
  return readFileSync(reportFile(out, person), 'utf8')
    .replaceAll(new RegExp(`\\b${given}\\b`, 'g'), '[given]')
    .replaceAll(new RegExp(`\\b${family}\\b`, 'g'), '[family]');
}

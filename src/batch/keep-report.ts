import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../../schemas/index.ts';
import { writeOutput } from '../output/write-output.ts';
import type { Renderer } from '../render/index.ts';
import type { BatchJournal } from './batch-journal.ts';
import { computeCohortRow } from './cohort-row.ts';

/** The folder of a batch: where reports are kept, and in which formats. */
export interface BatchFolder {
  out: string;
  renderers: readonly Renderer[];
}

/** Whose report it is: where they stand, what their files are called, and the key of their inputs. */
export interface ReportOwner {
  source: string;
  id: string;
  key: string;
}

/** The folder of reports beneath that of the batch. */
export const REPORTS = 'reports';
/** What a person's files are called, in a folder of their own beneath `reports`. */
const FILE = 'skill-gap-report';

/**
 * Writes a person's report in every format, then enters it in the journal: a kill in between has it written once more,
 * and never loses it.
 * @throws {OutputError}
 * @throws {AbortedError}
 */
export async function keepReport(
  report: Report,
  { source, id, key }: ReportOwner,
  journal: BatchJournal,
  { out, renderers }: BatchFolder,
  signal: AbortSignal,
): Promise<void> {
  const files = await Promise.all(
    renderers.map(async (renderer) => ({
      name: `${FILE}.${renderer.extension}`,
      content: await renderer.render(report),
    })),
  );
  await writeOutput(join(out, REPORTS, id), files, { force: true, signal });
  const { sentences, usage, cost } = report.writer;
  journal.done({
    source,
    key,
    sentences,
    // No model was asked where there is no cost; one whose price is not known has a cost of null.
    spent: { ...usage, cost: cost === undefined ? 0 : cost.amount },
    cohort: computeCohortRow(report.facts),
  });
}

/** Takes over the report of somebody with the same inputs; gives their id, or nothing where there is none. */
export async function copyReport(
  { source, id, key }: ReportOwner,
  journal: BatchJournal,
  { out, renderers }: BatchFolder,
  signal: AbortSignal,
): Promise<string | undefined> {
  const other = journal.findKey(key);
  if (!other || other.id === id || !(await hasFiles(other.id, { out, renderers }))) return undefined;
  const files = await Promise.all(
    renderers.map(async ({ extension }) => ({
      name: `${FILE}.${extension}`,
      content: await readFile(pathOf(out, other.id, extension)),
    })),
  );
  await writeOutput(join(out, REPORTS, id), files, { force: true, signal });
  const nothing = { calls: 0, inputTokens: 0, outputTokens: 0, cost: 0 };
  journal.done({ ...other.entry, source, copyOf: other.id, spent: nothing });
  return other.id;
}

/** Whether all files of a person's report are there. */
export async function hasFiles(id: string, { out, renderers }: BatchFolder): Promise<boolean> {
  const found = await Promise.all(
    renderers.map(({ extension }) =>
      stat(pathOf(out, id, extension)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.every(Boolean);
}

const pathOf = (out: string, id: string, extension: string) => join(out, REPORTS, id, `${FILE}.${extension}`);

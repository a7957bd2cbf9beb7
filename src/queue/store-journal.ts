import { z } from 'zod';
import { Call, ReportSection, Usage } from '../../schemas/index.ts';
import { digest } from '../batch/index.ts';
import type { DraftedSection, RunManifest, SectionJournal } from '../draft/index.ts';
import { UsageError } from '../errors.ts';
import type { ReportStore } from '../store/index.ts';
import { KEYS } from './names.ts';
import { getJson, putJson } from './store-json.ts';

/** `sections/<report>.<section>.json`: a drafted section. */
const SectionFile = z.strictObject({
  schema: z.literal('gapwright/queue-section@1'),
  /** SHA-256 of the manifest that it was drafted under: facts, prompts, model, style. */
  run: z.string(),
  drafted: z.strictObject({
    section: ReportSection,
    usage: Usage,
    calls: z.array(Call),
    accepted: z.boolean(),
  }) satisfies z.ZodType<DraftedSection>,
});

/** The sections in the store do not make a report; drafted anew they may. */
export class SectionsError extends UsageError {}

/** Keeps a section that was drafted; the first one stands, whoever else drafted it meanwhile. */
export function putSection(
  store: ReportStore,
  report: string,
  { drafted, manifest }: { drafted: DraftedSection; manifest: RunManifest },
): Promise<boolean> {
  return putJson(store, KEYS.section(report, drafted.section.id), {
    schema: 'gapwright/queue-section@1',
    run: runKey(manifest),
    drafted,
  });
}

/**
 * The sections of a report in the store, as the journal of the `writeReport` that puts them together. All of them have
 * to be there: nothing is asked of a model any more.
 */
export function openStoreJournal(store: ReportStore, report: string): SectionJournal {
  let run: string | undefined;
  return {
    async begin(manifest) {
      run = runKey(manifest);
    },
    async get(section) {
      const key = KEYS.section(report, section);
      const file = await getJson(store, key, SectionFile);
      if (!file)
        throw new SectionsError(
          `cannot put the report together: found no ${key} in the store ${store.address}, expected all sections: enqueue it again`,
        );
      if (file.run !== run)
        throw new SectionsError(
          `cannot put the report together: found ${key} drafted from other facts or prompts than this worker has, expected the same: run one version of gapwright and of Node on all workers, and enqueue the report again`,
        );
      return file.drafted;
    },
    async put() {},
  };
}

/** The host that was asked shapes nothing. */
const runKey = ({ endpoint: _, ...manifest }: RunManifest): string => digest(manifest);

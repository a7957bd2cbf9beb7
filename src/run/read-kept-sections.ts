import { join } from 'node:path';
import type { DraftedSection } from '../draft/index.ts';
import { listFolder } from './check-run-folder.ts';
import { damaged, readRunFile } from './read-run-file.ts';
import type { RunFileSystem } from './run-file-system.ts';
import { digest, type ManifestFile, SectionFile } from './run-files.ts';

/**
 * Reads the sections that a run has kept, by id. All are read before the first call of a model, so that a damaged one
 * costs nothing.
 * @throws InputError for a file that is damaged, changed, or of another run
 */
export async function readKeptSections(
  dir: string,
  folder: string,
  { run }: ManifestFile,
  fileSystem: RunFileSystem,
): Promise<Map<string, DraftedSection>> {
  const kept = new Map<string, DraftedSection>();
  const names = await listFolder(dir, folder, fileSystem);
  for (const name of names.filter((file) => file.endsWith('.json') && !file.startsWith('.'))) {
    const id = name.slice(0, -'.json'.length);
    const place = {
      dir,
      path: join(folder, name),
      wayOut: 'delete this file and the section is asked for again, or name another folder (--run DIR)',
    };
    if (!run.sections.includes(id))
      throw damaged(
        place,
        `the section ${id}, which the run does not have`,
        `one of ${run.sections.join(', ')}`,
      );
    const file = await readRunFile(SectionFile, place, fileSystem);
    if (!file) continue;
    if (file.run !== digest(run)) throw damaged(place, 'a section of another run', 'one of this run');
    const { drafted, sha256 } = file;
    if (drafted.section.id !== id) throw damaged(place, `the section ${drafted.section.id}`, id);
    if (digest(drafted) !== sha256)
      throw damaged(place, 'a text that was changed', 'the one that was accepted');
    kept.set(id, drafted);
  }
  return kept;
}

import type { Style } from '../sections/index.ts';
import type { DraftedSection } from './draft-section.ts';

/** All that shapes the sections of a run. */
export interface RunManifest {
  /** SHA-256 of the fact sheet. */
  facts: string;
  /** SHA-256 of each prompt by id. */
  prompts: Readonly<Record<string, string>>;
  model: string;
  /** Where the model was asked: the host alone. It shapes nothing; a change is told. */
  endpoint?: string | undefined;
  /** How the model is asked to reply: the id of the reply mode. */
  reply: string;
  style: Style;
  maxRepairs: number;
  sections: readonly string[];
  version: string;
}

/** Where accepted sections are kept, so that a run can go on where it was stopped. */
export interface SectionJournal {
  /** Begins or goes on; throws UsageError where the journal belongs to a run with another manifest, saying what changed. */
  begin(manifest: RunManifest): Promise<void>;
  /** A section accepted earlier; it is not asked for again. */
  get(section: string): Promise<DraftedSection | undefined>;
  /** Keeps an accepted section, all or nothing. */
  put(section: string, drafted: DraftedSection): Promise<void>;
}

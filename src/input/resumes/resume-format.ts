import type { Extraction, TextDocument } from '../../resume/index.ts';
import type { Locate } from '../place.ts';
import type { Archive } from './zip.ts';

/** What a reader gets: the bytes of one file, or a folder, whose `bytes` are none. */
export interface ResumeSource {
  bytes: Uint8Array;
  folder?: Archive;
  /** Its name for messages. */
  file: string;
  /** In lower case, with the dot; empty where there is none. */
  extension: string;
  signal?: AbortSignal | undefined;
}

/**
 * What a reader gives: `data` is a JSON Resume as it stands (unchecked), `text` has lines in reading order, of which a
 * resume has to be extracted, `extraction` is a resume with the places that its fields come from.
 */
export type ResumeContent =
  | { kind: 'data'; data: unknown; locate?: Locate }
  | { kind: 'text'; document: TextDocument }
  | { kind: 'extraction'; extraction: Extraction };

/** One way to write a resume. A file here and a line in `resume-formats.ts`. */
export interface ResumeFormat {
  id: string;
  title: string;
  /** In lower case, with the dot. */
  extensions: readonly string[];
  /** Whether the content shows that it is this format, whatever the file is called. */
  recognises(source: ResumeSource): boolean | Promise<boolean>;
  /**
   * Reads it.
   * @throws {InputError} that says what is wrong with the file
   * @throws {AbortedError} when the signal fires
   */
  read(source: ResumeSource): ResumeContent | Promise<ResumeContent>;
}

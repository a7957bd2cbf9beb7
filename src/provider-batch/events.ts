import type { Load } from './batch-store.ts';
import type { Collected } from './collect-batch.ts';

/** What happens between the looks at all people. `batch` numbers the files of a folder from 1. */
export type ProviderBatchEvent =
  | { type: 'batch-created'; batch: number; round: number; requests: number; bytes: number; remote: string }
  /** A batch or a file of an earlier, killed process was found at the provider, so nothing was sent again. */
  | { type: 'batch-found'; batch: number; remote: string }
  | {
      type: 'batch-status';
      batch: number;
      status: string;
      completed: number;
      failed: number;
      requests: number;
    }
  | ({ type: 'batch-collected'; batch: number; status: string } & Collected)
  | { type: 'batch-files-kept'; batch: number; files: readonly string[]; reason: string }
  /** The provider could not be reached; it is asked again later. */
  | { type: 'batch-retry'; reason: string }
  | ({ type: 'batch-calls' } & Load);

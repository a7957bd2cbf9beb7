/** Files and batches of a provider: a JSONL file of requests goes up, a file of replies comes down within a day. */
export interface BatchApi {
  /** Id of the model, e.g. `openai:gpt-5-mini`. */
  readonly id: string;
  /**
   * Uploads a file of requests as it stands on the disk, with the memory of a piece of it. As `create`, it makes one
   * attempt where it is not sure that a failed one came to nothing.
   */
  upload(path: string, name: string, options?: BatchCallOptions): Promise<string>;
  /** The id of an uploaded file of requests by its name and its size in bytes. */
  findFile(name: string, bytes: number, options?: BatchCallOptions): Promise<string | undefined>;
  /**
   * Has the requests of a file answered. Makes one attempt where it is not sure that a failed one came to nothing.
   * @param endpoint What every request of the file asks, e.g. `/v1/chat/completions`.
   * @param tag Kept with the batch; `find` finds it by that.
   */
  create(
    batch: { file: string; endpoint: string; tag: string },
    options?: BatchCallOptions,
  ): Promise<RemoteBatch>;
  /** The batch of this tag, of those that were created since (Unix seconds). */
  find(tag: string, since: number, options?: BatchCallOptions): Promise<RemoteBatch | undefined>;
  retrieve(id: string, options?: BatchCallOptions): Promise<RemoteBatch>;
  /** The lines of a file, with the memory of one of them. */
  lines(file: string, options?: BatchCallOptions): AsyncIterable<string>;
  /** Deletes a file; one that is gone already is fine. */
  deleteFile(file: string, options?: BatchCallOptions): Promise<void>;
}

export interface BatchCallOptions {
  signal?: AbortSignal | undefined;
}

/** `unknown` is a status that this program does not know; it is waited for. */
export type BatchStatus =
  | 'validating'
  | 'failed'
  | 'in_progress'
  | 'finalizing'
  | 'completed'
  | 'expired'
  | 'cancelling'
  | 'cancelled'
  | 'unknown';

/** A batch as the provider tells of it. */
export interface RemoteBatch {
  id: string;
  status: BatchStatus;
  /** Replies, once there are some. */
  outputFile: string | undefined;
  /** Requests that came to nothing. */
  errorFile: string | undefined;
  completed: number;
  failed: number;
  /** Why validation failed; `line` counts from 1 in the file of requests. */
  errors: readonly { code: string | undefined; message: string; line: number | undefined }[];
}

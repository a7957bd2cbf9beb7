/** Where the work of a queue is kept: what has a key is never written over, it can only be removed. */
export interface ReportStore {
  /** The address as it can be told to people: no secret is in it. */
  readonly address: string;
  /**
   * Keeps the bytes unless the key is taken; says whether they were kept. All or nothing, also among several writers.
   * @throws {UsageError} for a key that is no path of plain names
   * @throws {OutputError} where the store cannot be used; so do the others
   */
  put(key: string, bytes: Uint8Array): Promise<boolean>;
  /** Undefined where there is nothing. */
  get(key: string): Promise<Uint8Array | undefined>;
  has(key: string): Promise<boolean>;
  /** Keys that begin so, in the order of their code units. */
  list(prefix?: string): AsyncIterable<string>;
  /** Removes what is kept under a key, if anything. */
  remove(key: string): Promise<void>;
}

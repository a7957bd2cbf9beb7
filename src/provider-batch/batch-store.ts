import type { TokenUsage } from '../model/index.ts';
import type { Recording } from '../record/index.ts';

/** The store of a folder, beside the journal. */
export const BATCH_STORE = 'provider-batch.sqlite';

/** What a request is told apart by, what it asks, and what it is expected to take. */
export interface Wanted {
  key: string;
  /** E.g. `/v1/chat/completions`. */
  endpoint: string;
  /** The bytes that an ordinary call would send. */
  body: string;
  tokens: Tokens;
}

export interface Tokens {
  input: number;
  output: number;
}

/** Where a request stands. `call` is one that the Batch API did not answer: an ordinary call is due. */
export type Standing =
  | { state: 'open' }
  | { state: 'call' }
  /** As it was on the wire. */
  | { state: 'wire'; status: number; body: string; requestId: string | undefined }
  /** What an ordinary call came to. */
  | { state: 'outcome'; outcome: Pick<Recording, 'reply' | 'failure'> };

/** A file of requests on its way. Each stage is entered on the disk before what it stands for is done. */
export interface BatchRow {
  id: number;
  stage: 'prepared' | 'uploading' | 'uploaded' | 'creating' | 'running' | 'collected' | 'closed';
  endpoint: string;
  round: number;
  requests: number;
  bytes: number;
  tokens: Tokens;
  /** The provider's ids. */
  file: string | null;
  remote: string | null;
  output: string | null;
  error: string | null;
  /** As the provider told it last. */
  status: string | null;
  completed: number;
  failed: number;
}

export interface Load {
  requests: number;
  bytes: number;
  tokens: Tokens;
}

/** Everything that has to survive the end of the process: requests, replies, batches. */
export interface BatchStore {
  /** Told apart from all other folders in what the provider keeps. */
  readonly name: string;
  /** Unix seconds of the first use. */
  readonly since: number;
  get(name: string): string | undefined;
  set(name: string, value: string): void;

  /** Begins a look at all people: what is not wanted again until `endPass` is dropped. */
  beginPass(): void;
  endPass(): void;
  /** Whether replies came since the last whole look. */
  isDirty(): boolean;
  want(request: Wanted): Standing;
  /** Keeps what an ordinary call came to. */
  answerByCall(
    key: string,
    outcome: Pick<Recording, 'reply' | 'failure'>,
    usage: TokenUsage | undefined,
  ): void;

  /** What is wanted and in no batch. */
  wanted(): Load;
  /** What is in batches and not answered. */
  underWay(): Load;
  /** Requests that an ordinary call is due for. */
  dueCalls(): Load;
  /** Has what was due for ordinary calls go into the next batch after all. */
  recall(): void;
  /** What answered requests of this run took; null where a count is not known. */
  spent(by: 'batch' | 'call'): TokenUsage & { requests: number };

  /** Puts wanted requests into a batch, as many as the limits take; undefined where nothing is wanted or fits. */
  fill(round: number, limits: { requests: number; bytes: number; tokens: number }): BatchRow | undefined;
  batches(): BatchRow[];
  /** Whether the last whole look at all people wanted any request of the batch. */
  isWanted(id: number): boolean;
  /** Forgets the open requests of a batch that was never sent. */
  drop(id: number): void;
  update(id: number, change: Partial<Omit<BatchRow, 'id' | 'tokens'>>): void;
  /** The lines of a batch's file, without breaks. */
  lines(id: number): IterableIterator<string>;
  /** The key of a line, counted from 1. */
  keyOfLine(id: number, line: number): string | undefined;
  /** Takes over replies of a batch; those of unknown or answered requests are passed over. Gives how many were new. */
  answer(id: number, answers: readonly Answer[]): number;
  /** Moves requests of a batch: those named, or all without a reply. Gives how many go where. */
  settle(
    id: number,
    policy: {
      mostTries: number;
      fallback: boolean;
      to: 'again' | 'call' | 'queue';
      keys?: readonly string[];
    },
  ): { again: number; call: number; lost: number };

  /** Notes what became of a person in this run; gives what had been noted before. */
  note(person: string, outcome: string): string | undefined;
  /** Ends the run: the next one counts its spending and its people anew. Replies are kept, failures are not. */
  finish(): void;
  close(): void;
}

export interface Answer {
  key: string;
  status: number;
  body: string;
  requestId: string | undefined;
  usage: TokenUsage;
}

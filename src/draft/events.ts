import type { Finding, Usage } from '../../schemas/index.ts';
import type { ModelError } from '../errors.ts';
import type { TokenUsage } from '../model/index.ts';

/** What happens while a report is written, in order. Progress, logs and tests read the same stream. */
export type ReportEvent =
  | { type: 'report-start'; sections: readonly { id: string; title: string }[]; model: string }
  | { type: 'section-start'; section: string }
  /** Accepted in an earlier, interrupted run; not asked for again. */
  | { type: 'section-kept'; section: string }
  /** A piece of a reply as it arrives; only with `deltas`. After a call-retry the text begins anew. */
  | { type: 'section-delta'; section: string; text: string }
  /** What the model sent, as it came, and what this call took; a cost is null where it is not known. */
  | {
      type: 'section-reply';
      section: string;
      purpose: 'section' | 'repair';
      text: string;
      usage: TokenUsage;
      cost: number | null;
    }
  /** What was done to a reply so that it could be read. */
  | { type: 'section-mended'; section: string; mended: readonly string[] }
  | { type: 'section-draft'; section: string; sentences: number; errors: number }
  | { type: 'section-finding'; section: string; round: number; finding: Finding }
  | { type: 'section-repair'; section: string; round: number; sentences: number }
  /** So many sentences written offline, and wrong ones left out with nothing in their place. */
  | { type: 'section-fallback'; section: string; sentences: number; leftOut: number; reason: string }
  | {
      type: 'section-end';
      section: string;
      sentences: { model: number; repaired: number; offline: number };
      usage: Usage;
      cost: number | null;
    }
  | { type: 'call-retry'; section: string; attempt: number; delaySeconds: number; error: ModelError }
  /** A call has to wait for a rate limit of ours, about so long; 0 when that is over. */
  | { type: 'call-wait'; section: string; seconds: number }
  | { type: 'report-check'; errors: number; warnings: number }
  | {
      type: 'report-end';
      sentences: { model: number; repaired: number; offline: number };
      usage: Usage;
      cost: number | null;
    };

/** A stream that is written by one and read by one; what is written before anybody reads is kept. */
export class EventStream<T> implements AsyncIterable<T> {
  readonly #kept: T[] = [];
  #wake: (() => void) | undefined;
  #closed = false;

  push(event: T): void {
    if (this.#closed) return;
    this.#kept.push(event);
    this.#wake?.();
  }

  close(): void {
    this.#closed = true;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncIterator<T> {
    for (;;) {
      const event = this.#kept.shift();
      if (event !== undefined) yield event;
      else if (this.#closed) return;
      else
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
    }
  }
}

import type { ReportEvent } from '../draft/index.ts';
import type { Model } from '../model/index.ts';

/** Spans of reports, for whoever has asked for them. Shared by any number of reports, also at the same time. */
export interface Telemetry {
  /** Whether somebody has registered an SDK in this process; without one, spans go nowhere. */
  readonly hasSdk: boolean;
  /** Starts the span of one report, beneath the span that is active now. */
  traceReport(): ReportTrace;
}

/**
 * The spans of one report: the report, its sections, the calls of each section. They hold ids, counts, times and kinds
 * of errors; no text of a prompt, a reply, a sentence, an error or an input.
 */
export interface ReportTrace {
  /** The same model, each of whose calls is a client span beneath the span of its section. */
  traceModel(model: Model): Model;
  /** Takes what happens, when it happens. */
  follow(event: ReportEvent): void;
  /** Ends the spans that are still open, as failed where there is an error. */
  end(error?: unknown): void;
}

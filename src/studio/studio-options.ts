import type { Model } from '../model/index.ts';
import type { RenderTheme } from '../render/index.ts';
import type { WriteReportOptions } from '../write-report.ts';

/** What each report of the studio is written with; the page adds resume, role and a few choices of its own. */
type Writing = Pick<
  WriteReportOptions,
  | 'style'
  | 'prompts'
  | 'shareNames'
  | 'maxRepairs'
  | 'retry'
  | 'strict'
  | 'endpoint'
  | 'prices'
  | 'deltas'
  | 'concurrency'
  | 'catalog'
  | 'resources'
  | 'hoursTable'
  | 'hoursPerWeek'
  | 'weeks'
  | 'budget'
  | 'freeOnly'
>;

export interface StudioOptions extends Writing {
  /** Default: a free one. */
  port?: number;
  /** Opens the model for one report, so that limits count for each; without it the offline writer phrases. */
  openModel?: (() => Promise<Model>) | undefined;
  /** The look of the files. */
  theme?: RenderTheme | undefined;
  /** The report's date, `YYYY-MM-DD`. Default: the day on which it is written. */
  date?: string | undefined;
  /** Milliseconds for which a report is kept after it was begun. Default: an hour. */
  keepMs?: number;
  /** Closes the studio. */
  signal?: AbortSignal | undefined;
}

/** A running studio. */
export interface Studio {
  /** The address to open, with the token behind `#`. */
  url: string;
  /** Gives an address that opens the page once, for starting a browser with: no token is in it. */
  openOnce(): string;
  /** Stops reports that are being written, forgets all, and frees the port. */
  close(): Promise<void>;
}

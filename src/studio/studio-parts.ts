import type { ExampleCase } from './example-cases.ts';
import type { ReportJobs } from './jobs.ts';
import type { PageFiles } from './load-page.ts';
import type { StudioOptions } from './studio-options.ts';
import type { Ticket } from './ticket.ts';

/** Bytes of an upload, or of any other body, at most. */
export const MOST_BYTES = 10_000_000;

/** What the routes are made of. */
export interface StudioParts {
  token: string;
  /** Known only when the server listens. */
  place: { port: number };
  page: PageFiles;
  ticket: Ticket;
  jobs: ReportJobs;
  examples: readonly ExampleCase[];
  /** Id of the model that phrases, `offline` where none does. */
  model: string;
  options: StudioOptions;
  keepMs: number;
}

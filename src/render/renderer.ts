import type { Report } from '../../schemas/report.ts';

export interface RenderOptions {
  /** Whether to say how the report was made where the format has a place for it. True unless told. */
  provenance?: boolean;
}

/** One output format: a finished report to text, nothing read, nothing written. */
export interface Renderer {
  /** What people type after `--format`. */
  readonly id: string;
  /** File name ending, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** One line for the help. */
  readonly description: string;
  /** Gives the whole file as text, to be written as UTF-8. The same report gives the same text. */
  render(report: Report, options?: RenderOptions): string;
}

/** Gives the renderer as it is; here for the type. */
export function defineRenderer<const R extends Renderer>(renderer: R): R {
  return renderer;
}

import type { Report } from '../../schemas/report.ts';
import type { RenderTheme } from './render-theme.ts';

export interface RenderOptions {
  /** Whether to say how the report was made where the format has a place for it. True unless told. */
  provenance?: boolean;
  /** Logo, colours, font, footer, order and own sections of the house, as `readTheme` gives them. JSON takes none. */
  theme?: RenderTheme | undefined;
}

interface Format {
  /** What people type after `--format`. */
  readonly id: string;
  /** File name ending, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** One line for the help. */
  readonly description: string;
}

/** An output format of text: a finished report to text, nothing read, nothing written. */
export interface TextRenderer extends Format {
  readonly binary?: false;
  /** Gives the whole file as text, to be written as UTF-8. The same report gives the same text. */
  render(report: Report, options?: RenderOptions): string;
}

/** An output format of bytes, made by a package that is loaded when it is needed. */
export interface BinaryRenderer extends Format {
  readonly binary: true;
  /** What has to be installed beside gapwright. */
  readonly packages: readonly string[];
  /**
   * Gives the whole file. The same report gives the same bytes on the same machine.
   * @throws UsageError where the package that makes the format is not installed; the message says how to install it
   */
  render(report: Report, options?: RenderOptions): Promise<Uint8Array>;
}

/** One output format. */
export type Renderer = TextRenderer | BinaryRenderer;

/** Gives the renderer as it is; here for the type. */
export function defineRenderer<const R extends Renderer>(renderer: R): R {
  return renderer;
}

import type { styleText } from 'node:util';
import type { ReporterInput } from '../../define-reporter.ts';

export type Style = Parameters<typeof styleText>[0];

/** What every block of the terminal's page is rendered from. */
export interface TerminalPage {
  input: ReporterInput;
  /** Columns. */
  width: number;
  /** Colours a text, or leaves it as it is where no colours are asked for. */
  paint(style: Style, text: string): string;
}

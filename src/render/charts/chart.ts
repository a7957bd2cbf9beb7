import type { FactSheet } from '../../../schemas/fact-sheet.ts';
import type { Figure } from '../document/report-document.ts';

/** Colours of a picture; a page may give the classes of the shapes others in the dark. */
export interface ChartPalette {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly met: string;
  readonly partial: string;
  readonly missing: string;
}

/** A picture made from the facts alone. */
export interface Chart {
  readonly id: string;
  /** Where it stands: in the first section whose id fits, or after the last one where none does. */
  readonly section: RegExp;
  /** Gives the figure, or nothing where the facts do not hold what it would show. */
  draw(facts: FactSheet, palette: ChartPalette): Figure | undefined;
}

/** Gives the chart as it is; here for the type. */
export function defineChart(chart: Chart): Chart {
  return chart;
}

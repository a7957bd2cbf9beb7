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
  /** Where it stands: at a glance, or in the first section whose id fits, or after the last one where none does. */
  readonly place: 'glance' | RegExp;
  /**
   * Gives the figure, several where one would be taller than a page, none where the facts do not hold what it would
   * show. `width` in px, `WIDE` unless told; how many figures there are does not depend on it.
   */
  draw(facts: FactSheet, palette: ChartPalette, width?: number): readonly Figure[];
}

/** Gives the chart as it is; here for the type. */
export function defineChart(chart: Chart): Chart {
  return chart;
}

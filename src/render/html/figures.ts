import type { FactSheet } from '../../../schemas/fact-sheet.ts';
import type { Html } from './html.ts';
import { renderTimeline } from './render-timeline.ts';

/** A drawing made from the facts. */
export interface Figure {
  /** Where it stands: in the first section whose id fits, or after the last one where none does. */
  readonly section: RegExp;
  render(facts: FactSheet): Html | undefined;
}

export const FIGURES: readonly Figure[] = [{ section: /\broadmap\b/, render: renderTimeline }];

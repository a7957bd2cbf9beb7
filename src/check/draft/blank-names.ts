import type { FactSheet } from '../../../schemas/index.ts';
import { scanMentions } from '../../skills/index.ts';
import { onceFor } from '../once-for.ts';
import type { DraftContext } from './draft-rule.ts';

/**
 * The bare text with names blanked out by spaces: what looks like a figure or like markup in "ISO 27001" or "__init__"
 * is a part of the name. Names count in any case, since a sentence may begin with one.
 */
export const blankNames = onceFor(
  ({ bare, sheet, catalog }: Pick<DraftContext, 'bare' | 'sheet' | 'catalog'>): string => {
    let blanked = bare;
    const blank = (start: number, end: number) => {
      blanked = blanked.slice(0, start) + ' '.repeat(end - start) + blanked.slice(end);
    };
    const low = bare.toLowerCase();
    // Letters whose lower case is longer would shift the places.
    if (low.length === bare.length) {
      for (const name of namesOf(sheet))
        for (let at = low.indexOf(name); at >= 0; at = low.indexOf(name, at + name.length))
          blank(at, at + name.length);
    }
    for (const { start, end } of scanMentions(blanked, catalog)) blank(start, end);
    return blanked;
  },
);

/** Names of the facts in small letters, longest first. */
const namesOf = onceFor((sheet: FactSheet) =>
  sheet.facts
    .filter(
      ({ unit, value, display }) =>
        (unit === 'name' || unit === 'text') && typeof value === 'string' && display.length > 2,
    )
    .map((fact) => fact.display.toLowerCase())
    .sort((a, b) => b.length - a.length),
);

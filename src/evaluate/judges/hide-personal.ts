import type { FactSheet } from '../../../schemas/index.ts';

/** A text with the ids of facts in the place of names that no model may see: the candidate's, of employers, of schools. */
export function hidePersonal(text: string, { facts }: FactSheet): string {
  const values = facts
    .filter(({ personal, display }) => personal && display.length > 1)
    .sort((a, b) => b.display.length - a.display.length);
  return values.reduce((hidden, { id, display }) => hidden.replaceAll(display, `[${id}]`), text);
}

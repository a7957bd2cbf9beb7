import type { Words } from '../language/index.ts';

/** Whether a rule reads texts in a language: of one that the checker does not read, only rules that say so. */
export function readsLanguage(
  { languages }: { languages?: 'any' | 'other' | undefined },
  { checked }: Pick<Words, 'checked'>,
): boolean {
  return languages === 'any' || (languages === 'other') !== checked;
}

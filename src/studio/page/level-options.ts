import { parseLevel } from '../../skills/parse-level.ts';

/** The levels of the scale, and none. A field whose text means a level shows it. */
export function levelOptions(
  levels: readonly string[],
  none = 'Not said',
): { value: string; title: string }[] {
  return [{ value: '', title: none }, ...levels.map((level) => ({ value: level, title: capital(level) }))];
}

/** What a level's text is on the scale: `''` where it names none. */
export function levelValue(text: string): string {
  return parseLevel(text) ?? '';
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import { UsageError } from '../errors.ts';
import type { Change } from './fix.ts';

/**
 * Gives the text with the changes made. Offsets are into the text given.
 * @throws {UsageError} where two changes overlap, or one lies outside the text
 */
export function applyFixes(text: string, fixes: readonly Change[]): string {
  const ordered = [...fixes].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const { start, end, replacement } of ordered) {
    if (start < at || end < start || end > text.length)
      throw new UsageError(
        `cannot apply fixes: found a change of ${start} to ${end}, expected changes that do not overlap within 0 to ${text.length}`,
      );
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}

export function overlap(a: Change, b: Change): boolean {
  return a.start < b.end && b.start < a.end;
}

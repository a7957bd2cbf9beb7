/**
 * Gives text as a single line that every format can carry: line breaks, tabs and other control characters become
 * spaces, byte order marks and half surrogate pairs go, and so does space at either end.
 */
export function cleanText(text: string): string {
  return replaceControls(text).trim();
}

/** Does what `cleanText` does but keeps the space at either end, for texts that stand between others. */
export function replaceControls(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .replaceAll('\uFEFF', '');
}

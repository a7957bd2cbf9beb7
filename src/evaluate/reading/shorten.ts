/** A quote that fits into a row: one line, at most 140 letters. */
export function shorten(text: string, most = 140): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const letters = [...line];
  return letters.length <= most ? line : `${letters.slice(0, most - 1).join('')}…`;
}

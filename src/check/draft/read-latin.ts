/** Letters without marks and width, one for one, so that places hold. */
export function readLatin(text: string): string {
  let reading = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    reading += (char > '\u007f' ? char.normalize('NFKD')[0] : undefined) ?? char;
  }
  return reading;
}

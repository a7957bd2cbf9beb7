/**
 * Text of files as one line that a terminal can carry: line breaks and tabs become spaces; control characters, marks
 * that turn the direction of writing, and half surrogate pairs go.
 */
export function showText(text: string): string {
  return (
    text
      .replace(/\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
      .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
  );
}

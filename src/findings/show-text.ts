/** Characters without width: a word that hides one is another word. Between emoji the joiner belongs to the sign. */
const UNSEEN =
  /\u00ad|\u034f|\u180e|\u200b|\u200c|[\u2060-\u2064]|\ufeff|[\u{e0000}-\u{e007f}]|(?<!\p{Extended_Pictographic}|\ufe0f|[\u{1f3fb}-\u{1f3ff}])\u200d/gu;

/**
 * Text of files as one line that a terminal can carry: line breaks and tabs become spaces; control characters, marks
 * that turn the direction of writing, and half surrogate pairs go. What has no width is shown as its code (`\u{200b}`).
 */
export function showText(text: string): string {
  return (
    text
      .replace(/\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
      .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|^\ufeff/g, '')
      .replace(UNSEEN, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`)
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
  );
}

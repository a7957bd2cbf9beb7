import { escapeUTF8 } from 'entities';

/** What XML 1.0 cannot carry, even escaped, is shown as a replacement character. */
export function escapeXmlContent(text: string): string {
  const carried = text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
  return (
    escapeUTF8(carried)
      // A bare carriage return would be read as a line feed.
      .replaceAll('\r', '&#13;')
      // The same text to a reader of XML, and nothing that a terminal acts upon.
      .replace(
        /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
        (char) => `&#${char.charCodeAt(0)};`,
      )
  );
}

/** For the value of an attribute, where a bare line break or tab would be read as a space. */
export const escapeXmlAttribute = (text: string): string =>
  escapeXmlContent(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');

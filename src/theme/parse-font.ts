import { createInputError } from '../input/index.ts';
import type { RenderFont } from '../render/index.ts';

/** By the first four bytes. */
const FORMATS: Readonly<Record<string, RenderFont['format']>> = {
  '\0\u0001\0\0': 'truetype',
  true: 'truetype',
  OTTO: 'opentype',
  wOF2: 'woff2',
};
/** Ids of the name table: family as old programs know it, typographic family (OpenType specification, name). */
const FAMILY_NAMES = [1, 16];
/** The lowest bits of fsType that forbid embedding in a document (OpenType specification, OS/2). */
const RESTRICTED = 2;

/**
 * Gives the format of a font file by its first bytes, and of TTF and OTF what the font says of itself. A WOFF2 is packed
 * and says nothing here.
 * @throws {InputError} where it is none of these, or its licence bits forbid embedding
 */
export function parseFont(
  bytes: Uint8Array,
  path: string,
): { format: RenderFont['format']; about?: { families: string[]; weight: number; italic: boolean } } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = bytes.length > 48 ? FORMATS[readTag(view, 0)] : undefined;
  const refuse = (found: string, expected: string) => createInputError(path, [{ path: '', found, expected }]);
  if (format === undefined) throw refuse('no font of that kind', 'a WOFF2, TTF or OTF file of a single font');
  if (format === 'woff2') {
    if (view.getUint32(8) !== bytes.length) throw refuse('a WOFF2 that is cut off', 'a whole file');
    return { format };
  }
  try {
    const [names, os2] = [findTable(view, 'name'), findTable(view, 'OS/2')];
    if (names && os2) {
      if ((os2.getUint16(8) & 0xf) === RESTRICTED)
        throw refuse(
          'a font whose licence forbids embedding (fsType 2)',
          'one that may stand in a document; ask its maker',
        );
      return {
        format,
        about: {
          families: readFamilies(names),
          weight: os2.getUint16(4),
          italic: (os2.getUint16(62) & 1) === 1,
        },
      };
    }
  } catch (error) {
    // A table that ends too early.
    if (!(error instanceof RangeError)) throw error;
  }
  throw refuse('a font without its names', 'a whole file');
}

function readTag(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((place) => view.getUint8(at + place)));
}

/** The table of that tag, as the directory at the start of the file has it. */
function findTable(view: DataView, tag: string): DataView | undefined {
  for (let left = view.getUint16(4), at = 12; left > 0; left -= 1, at += 16) {
    if (readTag(view, at) === tag)
      return new DataView(view.buffer, view.byteOffset + view.getUint32(at + 8), view.getUint32(at + 12));
  }
  return undefined;
}

function readFamilies(table: DataView): string[] {
  const storage = table.getUint16(4);
  const families = new Set<string>();
  for (let left = table.getUint16(2), at = 6; left > 0; left -= 1, at += 12) {
    if (!FAMILY_NAMES.includes(table.getUint16(at + 6))) continue;
    const start = table.byteOffset + storage + table.getUint16(at + 10);
    const text = new Uint8Array(table.buffer, start, table.getUint16(at + 8));
    // Of the three platforms the Macintosh alone has one byte to the letter.
    families.add(new TextDecoder(table.getUint16(at) === 1 ? 'latin1' : 'utf-16be').decode(text));
  }
  return [...families];
}

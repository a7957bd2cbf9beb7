import { Buffer } from 'node:buffer';
import { createInputError } from './create-input-error.ts';

/** Files that people give by mistake, by their first bytes. */
const knownFiles: readonly { bytes: string; name: string }[] = [
  { bytes: '25504446', name: 'a PDF file' },
  { bytes: '504b0304', name: 'a ZIP archive (.docx and .xlsx files are such)' },
  { bytes: 'd0cf11e0', name: 'an old Office file' },
  { bytes: '89504e47', name: 'a PNG image' },
  { bytes: 'ffd8ff', name: 'a JPEG image' },
  { bytes: '1f8b', name: 'a gzip archive' },
];

const byteOrderMarks: readonly { bytes: string; encoding: string }[] = [
  { bytes: 'efbbbf', encoding: 'utf-8' },
  { bytes: 'fffe', encoding: 'utf-16le' },
  { bytes: 'feff', encoding: 'utf-16be' },
];

/**
 * Reads bytes as text: UTF-8, or UTF-16 where a byte order mark or the zero bytes of `{` and its like show it. The
 * byte order mark is left out. `expected` is said where it is none.
 * @throws {InputError} for binary files and bytes that are no text, with the line of the first of them.
 */
export function decodeText(bytes: Uint8Array, file: string, expected = 'JSON or YAML text in UTF-8'): string {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  const known = knownFiles.find((kind) => start.startsWith(kind.bytes));
  if (known) throw createInputError(file, [{ path: '', found: known.name, expected }]);
  const encoding = guessEncoding(bytes, start);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    const zero = text.indexOf('\0');
    if (zero === -1) return text;
    const found = `a binary file (a zero byte at character ${zero + 1})`;
    throw createInputError(file, [{ path: '', found, expected }]);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    const valid = bytes.subarray(0, countValid(bytes, encoding));
    if (valid.includes(0))
      throw createInputError(file, [{ path: '', found: 'a binary file', expected }], { cause });
    const lines = new TextDecoder(encoding).decode(valid, { stream: true }).split('\n');
    const found = `bytes that are not ${encoding.toUpperCase()}`;
    const place = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
    throw createInputError(file, [{ path: '', found, expected, ...place }], { cause });
  }
}

function guessEncoding(bytes: Uint8Array, start: string): string {
  const marked = byteOrderMarks.find((mark) => start.startsWith(mark.bytes));
  if (marked) return marked.encoding;
  if (bytes.length % 2 === 0 && /^(?:(?!00)[0-7][\da-f]00){2}/.test(start)) return 'utf-16le';
  if (bytes.length % 2 === 0 && /^(?:00(?!00)[0-7][\da-f]){2}/.test(start)) return 'utf-16be';
  return 'utf-8';
}

/** How many bytes can be read before the first that cannot. */
function countValid(bytes: Uint8Array, encoding: string): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return good;
}

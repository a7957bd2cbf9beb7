import { decodeText } from './decode-text.ts';
import { collect, readFileBytes } from './read-bytes.ts';
import { defaultLimit, type ReadOptions } from './read-document.ts';

/**
 * Reads a file as text, whatever it says. `-` is standard input.
 * @throws {InputError} where it cannot be read, is too large, or is no text.
 * @throws {AbortedError} when the signal fires.
 */
export async function readText(path: string, options: ReadOptions = {}): Promise<string> {
  const { limit = defaultLimit, stdin, signal } = options;
  const file = path === '-' ? 'standard input' : path;
  const bytes = await (path === '-'
    ? collect(stdin ?? process.stdin, file, { limit, signal })
    : readFileBytes(path, { limit, signal }));
  return decodeText(bytes, file);
}

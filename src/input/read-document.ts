import { extname } from 'node:path';
import { createInputError } from './create-input-error.ts';
import { decodeText } from './decode-text.ts';
import type { InputFormat, ParsedText } from './format.ts';
import { formats, listExtensions } from './formats.ts';
import type { Locate } from './place.ts';
import { collect, readFileBytes } from './read-bytes.ts';

export interface ReadOptions {
  /** Most bytes to read. Default: 20 MB. */
  limit?: number;
  /** What `-` reads. Default: the process's standard input. */
  stdin?: AsyncIterable<Uint8Array | string>;
  signal?: AbortSignal;
}

/** A document and where its parts stand. */
export interface InputDocument {
  /** Its name for messages. */
  file: string;
  text: string;
  data: unknown;
  locate: Locate;
}

export const defaultLimit = 20_000_000;

/**
 * Reads a JSON or YAML file by its extension. `-` is standard input; it and files without an extension are tried as
 * JSON, then as YAML.
 * @throws {InputError} that says what is wrong with the file or, by line and column, with its text.
 * @throws {AbortedError} when the signal fires.
 */
export async function readDocument(path: string, options: ReadOptions = {}): Promise<InputDocument> {
  const { limit = defaultLimit, stdin, signal } = options;
  const file = path === '-' ? 'standard input' : path;
  const extension = extname(path).toLowerCase();
  const format = formats.find(({ extensions }) => extensions.includes(extension));
  if (!format && extension !== '') {
    const expected = `a file that ends in ${listExtensions()}`;
    throw createInputError(file, [{ path: '', found: `a name that ends in ${extname(path)}`, expected }]);
  }
  const bytes = await (path === '-'
    ? collect(stdin ?? process.stdin, file, { limit, signal })
    : readFileBytes(path, { limit, signal }));
  const text = decodeText(bytes, file);
  if (text.trim() === '') {
    const found = bytes.length === 0 ? 'an empty file' : 'nothing but white space';
    throw createInputError(file, [{ path: '', found, expected: 'a JSON or YAML document' }]);
  }
  return { file, text, ...(await (format ? format.parse(text, file) : parseByTrial(text, file, formats))) };
}

/** Where no format takes the text, the error is that of the first if it starts like JSON, else that of the last. */
async function parseByTrial(text: string, file: string, tried: readonly InputFormat[]): Promise<ParsedText> {
  const errors: unknown[] = [];
  for (const format of tried) {
    try {
      return await format.parse(text, file);
    } catch (error) {
      errors.push(error);
    }
  }
  throw /^\s*[[{]/.test(text) ? errors[0] : errors.at(-1);
}

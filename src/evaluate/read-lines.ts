import { closeSync, openSync, readSync } from 'node:fs';

/** A line of a file by its place in bytes. `length` counts the line break. */
export interface FileLine {
  line: string;
  offset: number;
  length: number;
  /** False for a last line without a line break. */
  whole: boolean;
}

const BREAK = 0x0a;

/** Reads a file line by line with the memory of its longest line. A file that is not there has none. */
export function* readLines(path: string, chunkSize = 65_536): Generator<FileLine> {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  try {
    const chunk = Buffer.alloc(chunkSize);
    let kept: Buffer = Buffer.alloc(0);
    let offset = 0;
    for (;;) {
      const count = readSync(file, chunk, 0, chunkSize, null);
      if (count === 0) break;
      const bytes = Buffer.concat([kept, chunk.subarray(0, count)]);
      let start = 0;
      for (let at = bytes.indexOf(BREAK); at >= 0; at = bytes.indexOf(BREAK, start)) {
        const length = at + 1 - start;
        yield { line: bytes.toString('utf8', start, at), offset, length, whole: true };
        offset += length;
        start = at + 1;
      }
      kept = bytes.subarray(start);
    }
    if (kept.length > 0) yield { line: kept.toString('utf8'), offset, length: kept.length, whole: false };
  } finally {
    closeSync(file);
  }
}

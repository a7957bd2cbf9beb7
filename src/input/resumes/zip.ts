import { buffer } from 'node:stream/consumers';
import type { Entry, ZipFile } from 'yauzl';
import { createInputError } from '../create-input-error.ts';
import { RESUME_LIMITS } from './limits.ts';

/** The names in an archive, and the bytes of each when they are asked for. */
export interface Archive {
  names: readonly string[];
  /** @throws {InputError} where the file is encrypted, broken, or larger than its directory says */
  read(name: string): Promise<Uint8Array>;
}

export function isZip({ bytes }: { bytes: Uint8Array }): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * Opens a ZIP archive in memory. Nothing is written to the disk, and names are only compared, so `../` leads nowhere;
 * they are refused all the same.
 * @throws {InputError} for a broken archive, one with too many files, or one that unpacks to too much
 */
export async function openZip(bytes: Uint8Array, file: string): Promise<Archive> {
  const { fromBufferPromise } = await import('yauzl');
  const fail = (found: string, expected: string, cause?: unknown) =>
    createInputError(file, [{ path: '', found, expected }], { cause });
  const broken = (cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    if (/invalid relative path|absolute path|invalid characters in fileName/.test(reason))
      return fail('an archive with a file name that leads out of it', 'plain names', cause);
    return fail(`a broken ZIP archive (${reason.replace(/\.$/, '')})`, 'a whole one', cause);
  };
  const entries = new Map<string, Entry>();
  let zip: ZipFile;
  let unpacked = 0;
  try {
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
    });
    if (zip.entryCount > RESUME_LIMITS.archiveEntries)
      throw fail(`an archive of ${zip.entryCount} files`, `at most ${RESUME_LIMITS.archiveEntries}`);
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      if (unpacked > RESUME_LIMITS.unpackedBytes)
        throw fail(
          `an archive that unpacks to more than ${RESUME_LIMITS.unpackedBytes / 1e6} MB`,
          `at most ${RESUME_LIMITS.unpackedBytes / 1e6} MB`,
        );
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    throw error instanceof Error && error.name === 'InputError' ? error : broken(error);
  }
  return {
    names: [...entries.keys()],
    async read(name) {
      const entry = entries.get(name);
      if (!entry) throw fail(`an archive without ${name}`, `one with it`);
      if (entry.isEncrypted()) throw fail('an encrypted archive', 'one without a password');
      try {
        // The reader stops as soon as more comes out than the directory says.
        return await buffer(await zip.openReadStreamPromise(entry));
      } catch (error) {
        throw broken(error);
      }
    },
  };
}

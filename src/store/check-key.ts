import { UsageError } from '../errors.ts';

/**
 * Gives the key back where it is a path of plain names: none of them empty, hidden or leading out.
 * @throws {UsageError}
 */
export function checkKey(key: string): string {
  if (!/^[\p{L}\p{N}_-][\p{L}\p{N}._-]*(\/[\p{L}\p{N}_-][\p{L}\p{N}._-]*)*$/u.test(key))
    throw new UsageError(
      `cannot keep ${JSON.stringify(key)}: found other characters, expected names of letters, digits, -, _ and . between slashes`,
    );
  return key;
}

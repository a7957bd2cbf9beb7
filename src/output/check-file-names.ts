import { OutputError } from '../errors.ts';

/**
 * Checks that every name is a plain file name that stays in its folder, and that no two are the same to any file
 * system.
 * @throws {OutputError} naming the first that is not.
 */
export function checkFileNames(dir: string, names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    const shown = JSON.stringify(name);
    if (!/^[^/\\:\0]+$/.test(name) || name === '.' || name === '..' || name.trim() !== name)
      throw new OutputError(
        `cannot write to ${dir}: found the file name ${shown}, expected a name without a folder`,
      );
    const key = name.normalize('NFC').toLowerCase();
    if (seen.has(key))
      throw new OutputError(
        `cannot write to ${dir}: found the file name ${shown} twice, expected different names`,
      );
    seen.add(key);
  }
}

import { digest } from './run-files.ts';

/**
 * Each input in a few characters: a short value as it stands, anything else by its SHA-256. What is undefined is left
 * out. Kept in the manifest, it says which input made the facts change.
 */
export function fingerprintInputs(inputs: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, typeof value === 'object' ? digest(value) : String(value)]),
  );
}

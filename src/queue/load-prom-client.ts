import { UsageError } from '../errors.ts';

/**
 * Loads the package that keeps and prints metrics.
 * @throws {UsageError} with the command that installs it
 */
export async function loadPromClient(): Promise<typeof import('prom-client')> {
  try {
    return await import('prom-client');
  } catch (cause) {
    throw new UsageError(
      'cannot offer metrics: found no usable package prom-client, expected it beside gapwright. Install it with: npm install prom-client',
      { cause },
    );
  }
}

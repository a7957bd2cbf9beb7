import { UsageError } from '../errors.ts';

/**
 * Loads a package that only one format needs.
 * @throws UsageError where it is not installed or has no build for this machine
 */
export async function loadPackage<T>(
  doing: string,
  name: string,
  load: () => Promise<T>,
  also: readonly string[] = [],
): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new UsageError(
      `cannot ${doing}: found no package ${name} that loads here, expected it beside gapwright; install it with: npm install ${[name, ...also].join(' ')}`,
      { cause },
    );
  }
}

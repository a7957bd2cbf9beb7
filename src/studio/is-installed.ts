import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Whether a package can be found from here. One that has no entry for `require` is there as well. */
export function isInstalled(name: string): boolean {
  try {
    require.resolve(name);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND';
  }
}

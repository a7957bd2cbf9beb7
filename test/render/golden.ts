import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Gives what the golden file of that name (under test/golden/render) holds. With UPDATE_GOLDEN=1 it is first
 * rewritten with `actual`, so that the change shows in the diff.
 */
export function readGolden(name: string, actual: string): string {
  const path = fileURLToPath(new URL(`../golden/render/${name}`, import.meta.url));
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
  }
  return readFileSync(path, 'utf8');
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VERSION } from '../version.ts';

let known: string | undefined;

/**
 * The version of the code that writes and checks reports: that of the package, and in a checkout a hash of the code
 * itself as well. There the code changes between two runs while the version does not, and rows of the old code must not
 * be taken for rows of the new one.
 */
export function codeVersion(): string {
  known ??= isInstalled() ? VERSION : `${VERSION}+${digestCode()}`;
  return known;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

function isInstalled(): boolean {
  return root.split(sep).includes('node_modules');
}

/** SHA-256 over all code and data beneath `src` and `schemas`, but for this folder's own parts that shape no row. */
function digestCode(): string {
  const hash = createHash('sha256');
  for (const folder of ['schemas', 'src']) {
    const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|js|json)$/.test(name) && !name.endsWith('.d.ts'))
      .filter((name) => !/^(?:cli|testing|evaluate[\\/]reporters|statistics)[\\/]/.test(name))
      .sort();
    for (const name of names) hash.update(`${name}\n`).update(readFileSync(join(root, folder, name)));
  }
  return hash.digest('hex').slice(0, 12);
}

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { UsageError } from '../errors.ts';
import type { PageBundle } from './bundle-page.ts';
import { ICON, SHELL } from './shell.ts';

/** All that the page is made of, but for data. */
export interface PageFiles extends PageBundle {
  html: string;
  icon: string;
}

/**
 * The page's files. Built packages have script and style beside this module; run from its source, they are bundled now.
 * @throws UsageError where there is neither the script nor esbuild
 */
export async function loadPage(): Promise<PageFiles> {
  return { html: SHELL, icon: ICON, ...(await loadBundle()) };
}

async function loadBundle(): Promise<PageBundle> {
  const built = {
    script: new URL('./page.js', import.meta.url),
    style: new URL('./page.css', import.meta.url),
  };
  if (existsSync(built.script))
    return { script: await readFile(built.script, 'utf8'), style: await readFile(built.style, 'utf8') };
  try {
    const { bundlePage } = await import('./bundle-page.ts');
    return await bundlePage();
  } catch (cause) {
    const found = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    throw new UsageError(
      `cannot make the page of the studio: found ${found}, expected the built package (npm run build) or esbuild beside the source (npm install)`,
      { cause },
    );
  }
}

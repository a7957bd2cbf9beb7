import { mkdir, writeFile } from 'node:fs/promises';
import { bundlePage } from './bundle-page.ts';

/** Part of `npm run build`: puts the page's files where the built server looks for them. */
const folder = new URL('../../dist/src/studio/', import.meta.url);
const { script, style } = await bundlePage();
await mkdir(folder, { recursive: true });
await writeFile(new URL('page.js', folder), script);
await writeFile(new URL('page.css', folder), style);

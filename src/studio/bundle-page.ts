import { fileURLToPath } from 'node:url';

/** The page's script and style sheet. */
export interface PageBundle {
  script: string;
  style: string;
}

/**
 * Bundles the page: its own modules, Preact, and the checker as it is.
 * @throws Error of esbuild where it is not installed, or a module is broken
 */
export async function bundlePage(): Promise<PageBundle> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: { page: fileURLToPath(new URL('./page/start.tsx', import.meta.url)) },
    outdir: 'page',
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2023',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const text = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { script: text('.js'), style: text('.css') };
}

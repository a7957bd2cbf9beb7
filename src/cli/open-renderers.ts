import { resolve } from 'node:path';
import type { Renderer } from '../render/index.ts';
import type { Io, Speaker } from './io.ts';

/** Gives the renderers that --format names, under the theme of --theme where there is one. */
export async function openRenderers(
  { format, theme }: { format: string; theme?: string | undefined },
  io: Io,
  speaker: Speaker,
): Promise<Renderer[]> {
  const { applyTheme, findRenderer } = await import('../render/index.ts');
  const renderers = [...new Set(format.split(',').map((name) => name.trim()))].map(findRenderer);
  if (theme === undefined) return renderers;
  const [{ readTheme }, { SECTIONS }] = await Promise.all([
    import('../theme/read-theme.ts'),
    import('../sections/index.ts'),
  ]);
  const read = await readTheme(
    resolve(io.cwd, theme),
    SECTIONS.map(({ id }) => id),
  );
  for (const { message } of read.warnings) speaker.warn(message);
  return renderers.map((renderer) => applyTheme(renderer, read.theme));
}

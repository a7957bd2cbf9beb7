import { resolve } from 'node:path';
import type { Renderer, RenderTheme } from '../render/index.ts';
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
  const read = await readThemeFile(theme, io, speaker);
  return renderers.map((renderer) => applyTheme(renderer, read));
}

/** Reads the file of --theme. */
export async function readThemeFile(path: string, io: Io, speaker: Speaker): Promise<RenderTheme> {
  const [{ readTheme }, { SECTIONS }] = await Promise.all([
    import('../theme/read-theme.ts'),
    import('../sections/index.ts'),
  ]);
  const read = await readTheme(
    resolve(io.cwd, path),
    SECTIONS.map(({ id }) => id),
  );
  for (const { message } of read.warnings) speaker.warn(message);
  return read.theme;
}

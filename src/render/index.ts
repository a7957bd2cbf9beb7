import type { Report } from '../../schemas/report.ts';
import { UsageError } from '../errors.ts';
import { docxRenderer } from './render-docx.ts';
import { htmlRenderer } from './render-html.ts';
import { jsonRenderer } from './render-json.ts';
import { markdownRenderer } from './render-markdown.ts';
import { pdfRenderer } from './render-pdf.ts';
import type { RenderTheme } from './render-theme.ts';
import type { Renderer, RenderOptions } from './renderer.ts';

/** Every format that a report can be written in. A new one is a file here and a line in this list. */
export const RENDERERS: readonly Renderer[] = [
  markdownRenderer,
  htmlRenderer,
  jsonRenderer,
  pdfRenderer,
  docxRenderer,
];

/**
 * Gives the renderer of a format.
 * @throws UsageError where no renderer has that id; the message names those that there are
 */
export function findRenderer(format: string): Renderer {
  const renderer = RENDERERS.find(({ id }) => id === format);
  if (renderer) return renderer;
  const known = RENDERERS.map(({ id }) => id).join(', ');
  throw new UsageError(`cannot render the report: found format "${format}", expected one of ${known}`);
}

/** Gives the renderer that renders under a theme; one that takes none renders as before. */
export function applyTheme(renderer: Renderer, theme: RenderTheme | undefined): Renderer {
  if (!theme) return renderer;
  return renderer.binary
    ? { ...renderer, render: (report, options) => renderer.render(report, { theme, ...options }) }
    : { ...renderer, render: (report, options) => renderer.render(report, { theme, ...options }) };
}

/**
 * Gives a finished report as a file in the format asked for: the text of `md`, `html` and `json` at once, the bytes of
 * `pdf` and `docx` as a promise.
 * @throws UsageError where the format is unknown, or the package that makes it is not installed (the promise rejects)
 */
export function renderReport(report: Report, format: 'md' | 'html' | 'json', options?: RenderOptions): string;
export function renderReport(
  report: Report,
  format: 'pdf' | 'docx',
  options?: RenderOptions,
): Promise<Uint8Array>;
export function renderReport(
  report: Report,
  format: string,
  options?: RenderOptions,
): string | Promise<Uint8Array>;
export function renderReport(
  report: Report,
  format: string,
  options: RenderOptions = {},
): string | Promise<Uint8Array> {
  return findRenderer(format).render(report, options);
}

export type { HeadingBlock, WordsBlock } from './document/report-document.ts';
export { makeTable } from './make-table.ts';
export { escapeMarkdown } from './markdown/escape-markdown.ts';
export type { MarkdownText, SentencePlace } from './markdown/markdown-text.ts';
export { renderTable as renderMarkdownTable } from './markdown/render-table.ts';
export { renderReportMarkdown, renderSectionMarkdown } from './render-markdown.ts';
export type { HouseSection, RenderFont, RenderTheme } from './render-theme.ts';
export {
  type BinaryRenderer,
  defineRenderer,
  type Renderer,
  type RenderOptions,
  type TextRenderer,
} from './renderer.ts';

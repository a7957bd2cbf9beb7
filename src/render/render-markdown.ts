import type { Report, ReportSection } from '../../schemas/report.ts';
import { cleanText } from './clean-text.ts';
import { describeCheck, describeSources, describeWriter } from './describe-writer.ts';
import { escapeMarkdown } from './markdown/escape-markdown.ts';
import { joinMarkdown, type MarkdownText } from './markdown/markdown-text.ts';
import { renderParagraph } from './markdown/render-paragraph.ts';
import { renderTable } from './markdown/render-table.ts';
import { nameSection } from './name-section.ts';
import { defineRenderer, type RenderOptions } from './renderer.ts';

/** A row of `#` at the end of a heading closes it and is not shown. */
const CLOSING = /(?<=^| )#(?=#*$)/g;

/**
 * Gives one section as Markdown and the places of its sentences in it.
 * `index` is the section's number in the report, as the places are to name it.
 */
export function renderSectionMarkdown(
  section: ReportSection,
  options: { index?: number } = {},
): MarkdownText {
  const { index = 0 } = options;
  return joinMarkdown([
    plain(`## ${renderHeading(nameSection(section, index))}`),
    ...section.blocks.map((block, number) =>
      block.kind === 'paragraph' ? renderParagraph(block, index, number) : plain(renderTable(block)),
    ),
  ]);
}

/**
 * Gives the whole report as CommonMark with GFM tables, a line break at its end, and the places of its sentences in
 * it. The last paragraph, after a rule, says how it was made; `provenance: false` leaves it out.
 */
export function renderReportMarkdown(report: Report, options: RenderOptions = {}): MarkdownText {
  const { provenance = true } = options;
  const { text, sentences } = joinMarkdown([
    plain(`# ${renderHeading(report.title)}`),
    ...report.sections.map((section, index) => renderSectionMarkdown(section, { index })),
    plain(provenance ? `---\n\n${renderProvenance(report)}` : ''),
  ]);
  return { text: `${text}\n`, sentences };
}

/** Markdown: readable as it is, and what `gapwright check` reads again. */
export const markdownRenderer = defineRenderer({
  id: 'md',
  extension: 'md',
  mediaType: 'text/markdown; charset=utf-8',
  description: 'Markdown with tables, to read as it is or to publish.',
  render(report: Report, options: RenderOptions = {}): string {
    return renderReportMarkdown(report, options).text;
  },
});

function plain(text: string): MarkdownText {
  return { text, sentences: [] };
}

function renderHeading(text: string): string {
  return escapeMarkdown(cleanText(text), { block: false, always: CLOSING });
}

function renderProvenance(report: Report): string {
  const text = `Report date: ${report.date}. ${describeWriter(report)} ${describeCheck(report)}`;
  return [text, ...describeSources(report)].map((line) => escapeMarkdown(cleanText(line))).join('\n\n');
}

import type { Report, ReportSection } from '../../schemas/report.ts';
import { formatList } from '../facts/format.ts';
import { cleanText } from './clean-text.ts';
import { describeCheck, describeSources, describeWriter } from './describe-writer.ts';
import { WORDS } from './document/words.ts';
import { escapeMarkdown } from './markdown/escape-markdown.ts';
import { joinMarkdown, type MarkdownText } from './markdown/markdown-text.ts';
import { renderParagraph } from './markdown/render-paragraph.ts';
import { renderTable } from './markdown/render-table.ts';
import { nameSection } from './name-section.ts';
import { arrangeSections, type HouseSection, houseTitles } from './render-theme.ts';
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
  const { provenance = true, theme } = options;
  const { text, sentences } = joinMarkdown([
    plain(`# ${renderHeading(report.title)}`),
    ...arrangeSections(report, theme).map((one) =>
      one.kind === 'house'
        ? plain(renderHouse(one.section))
        : renderSectionMarkdown(one.section, { index: one.index }),
    ),
    plain(provenance ? `---\n\n${renderProvenance(report, theme)}` : ''),
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

/** The checker passes over what is not of the report. */
function renderHouse({ title, blocks }: HouseSection): string {
  const text = (words: string) => escapeMarkdown(cleanText(words));
  const lines = blocks.flatMap((block) => {
    if (block.kind === 'heading') return [`### ${renderHeading(block.text)}`];
    return block.as === 'list'
      ? [block.texts.map((one) => `- ${text(one)}`).join('\n')]
      : block.texts.map(text);
  });
  return [
    '<!-- gapwright-disable -->',
    `## ${renderHeading(title)}`,
    ...lines,
    '<!-- gapwright-enable -->',
  ].join('\n\n');
}

function renderProvenance(report: Report, theme: RenderOptions['theme']): string {
  const text = `Report date: ${report.date}. ${describeWriter(report)} ${describeCheck(report)}`;
  const titles = houseTitles(theme);
  const house = titles.length === 0 ? [] : [WORDS.making.house(formatList(titles))];
  return [text, ...house, ...describeSources(report)]
    .map((line) => escapeMarkdown(cleanText(line)))
    .join('\n\n');
}

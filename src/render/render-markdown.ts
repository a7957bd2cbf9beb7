import type { Report, ReportSection } from '../../schemas/report.ts';
import { type Words, wordsOf } from '../language/index.ts';
import { cleanText } from './clean-text.ts';
import { describeCheck, describeSources, describeWriter } from './describe-writer.ts';
import { escapeMarkdown } from './markdown/escape-markdown.ts';
import { joinMarkdown, type MarkdownText } from './markdown/markdown-text.ts';
import { renderParagraph } from './markdown/render-paragraph.ts';
import { renderTable } from './markdown/render-table.ts';
import { nameSection } from './name-section.ts';
import { arrangeSections, type HouseSection, houseTitles } from './render-theme.ts';
import { defineRenderer, type RenderOptions } from './renderer.ts';

const DISABLE = '<!-- gapwright-disable -->';
const ENABLE = '<!-- gapwright-enable -->';

/** A row of `#` at the end of a heading closes it and is not shown. */
const CLOSING = /(?<=^| )#(?=#*$)/g;

/**
 * Gives one section as Markdown and the places of its sentences in it.
 * `index` is the section's number in the report, as the places are to name it.
 */
export function renderSectionMarkdown(
  section: ReportSection,
  options: { index?: number; words?: Words } = {},
): MarkdownText {
  const { index = 0, words } = options;
  return joinMarkdown([
    plain(`## ${renderHeading(nameSection(section, index, words))}`),
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
  const words = wordsOf(report.facts);
  const { text, sentences } = joinMarkdown([
    plain(`# ${renderHeading(report.title)}`),
    ...arrangeSections(report, theme).map((one) =>
      one.kind === 'house'
        ? plain(renderHouse(one.section))
        : renderSectionMarkdown(one.section, { index: one.index, words }),
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
  return [DISABLE, `## ${renderHeading(title)}`, ...lines, ENABLE].join('\n\n');
}

function renderProvenance(report: Report, theme: RenderOptions['theme']): string {
  const words = wordsOf(report.facts);
  const date = words.say('report.date', { iso: report.date, date: words.date(report.date) });
  const text = `${date} ${describeWriter(report)} ${describeCheck(report)}`;
  const titles = houseTitles(theme);
  const house = titles.length === 0 ? [] : [words.say('making.house', { titles: words.list(titles) })];
  const sources = describeSources(report).map((source) => words.say('report.source', { source }));
  const lines = [text, ...house, ...sources].map((line) => escapeMarkdown(cleanText(line)));
  // Counts of sentences and facts are no figures of the case; English is read well enough to know.
  return (words.checked ? lines : [DISABLE, ...lines, ENABLE]).join('\n\n');
}
